import { ROLES } from '../../core/access/roles.ts'
import { ANNOTATION_BODY_SCHEMA } from '../../core/annotations/site-annotations.ts'
import { DAILY_NOTES } from '../../core/event/daily-count.ts'
import { FUNNEL_BODY_SCHEMA } from '../../core/funnels/site-funnels.ts'
import { GOAL_BODY_SCHEMA } from '../../core/goals/goal-body.ts'
import { SEGMENT_BODY_SCHEMA } from '../../core/segments/site-segments.ts'
import { MAX_ORIGINS } from '../../core/sharing/framing-origin.ts'
import { LEAST_MINIMUM, MOST_MINIMUM } from '../../core/sharing/share-limits.ts'
import { SITE_SETTINGS_BODY_SCHEMA } from '../../core/site/site-settings.ts'
import type { Schema } from './event-schemas.ts'
import { schemaOf } from './json-schema.ts'

const moment = { type: 'string', format: 'date-time' }
const domain = { type: 'string', description: 'Host name of the site, such as example.com.' }
const timezone = { type: 'string', description: 'IANA name, such as Europe/Helsinki.' }

function object(properties: Schema, required = Object.keys(properties)): Schema {
  return { type: 'object', additionalProperties: false, required, properties }
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const listOf = (name: string): Schema => ({ type: 'array', items: ref(name) })

/** The same with the id that it was given. */
function withId({ properties, required, ...schema }: Schema): Schema {
  return {
    ...schema,
    required: ['id', ...(Array.isArray(required) ? required : [])],
    properties: { id: { type: 'integer', minimum: 1 }, ...(properties as Schema) },
  }
}

const day = { type: 'string', format: 'date' }
const clock = { type: 'string', description: '`YYYY-MM-DD HH:MM:SS`' }
const count = { type: 'integer', minimum: 0 }
const countsByName: Schema = { type: 'array', items: object({ name: { type: 'string' }, count }) }

const momentOrNever = { anyOf: [moment, { type: 'null' }] }
const SHARE_LIMITS: Schema = {
  segment: {
    type: ['string', 'null'],
    description: 'Name of the segment that every answer is limited to, as it was then; null: none.',
  },
  minimum_visitors: {
    ...count,
    description: 'Visitors that a row needs on a day to be counted of that day; 0: none.',
  },
}
const ORIGINS: Schema = {
  type: 'array',
  maxItems: MAX_ORIGINS,
  description: 'Whose pages may show it in a frame, such as https://example.com.',
  items: { type: 'string' },
}
/** What a link, or a public view, is to be limited to. */
const SHARE_WISHES: Schema = {
  segment_id: {
    type: ['integer', 'null'],
    description: 'A segment of the site that asks for no goal; a copy of it is kept.',
  },
  minimum_visitors: {
    anyOf: [{ const: 0 }, { type: 'integer', minimum: LEAST_MINIMUM, maximum: MOST_MINIMUM }],
  },
  origins: ORIGINS,
}
const SHARE_LINK: Schema = {
  id: { type: 'string', description: 'The first characters of the token.' },
  name: { type: 'string', maxLength: 60 },
  has_password: { type: 'boolean' },
  made_by: { type: 'string', description: 'E-mail address; empty: a key of the command line.' },
  created_at: moment,
  expires_at: momentOrNever,
  is_valid: { type: 'boolean' },
  ...SHARE_LIMITS,
  origins: ORIGINS,
}

/** What the paths of sites speak of. */
export const SITE_SCHEMAS: Schema = {
  Site: object({
    domain,
    timezone,
    next_timezone: {
      description: 'A time zone that was chosen, and begins at a midnight to come.',
      oneOf: [{ type: 'null' }, object({ timezone, from: moment })],
    },
    former_domains: {
      type: 'array',
      description: 'Domains that still name the site, 72 hours after it was renamed.',
      items: object({ domain, until: moment }),
    },
    created_at: moment,
    role: { enum: ROLES, description: 'What you are on the site; a key is a viewer.' },
  }),
  Sites: object({ sites: listOf('Site') }),
  Goal: schemaOf(GOAL_BODY_SCHEMA),
  Goals: object({ goals: listOf('Goal') }),
  Properties: object({
    properties: {
      type: 'array',
      description: 'At most 100, most events first.',
      items: object({ key: { type: 'string' }, events: { type: 'integer', minimum: 1 } }),
    },
  }),
  NewSegment: schemaOf(SEGMENT_BODY_SCHEMA),
  Segment: object({
    id: { type: 'integer', minimum: 1 },
    name: { type: 'string' },
    filters: { type: 'array', description: 'As in POST /api/v2/query.' },
  }),
  Segments: object({ segments: listOf('Segment') }),
  NewFunnel: schemaOf(FUNNEL_BODY_SCHEMA),
  Funnel: withId(schemaOf(FUNNEL_BODY_SCHEMA)),
  Funnels: object({ funnels: listOf('Funnel') }),
  NewAnnotation: schemaOf(ANNOTATION_BODY_SCHEMA),
  Annotation: object({ id: { type: 'integer', minimum: 1 }, day, text: { type: 'string' } }),
  Annotations: object({ annotations: listOf('Annotation') }),
  Marks: object({
    key_restarted: { type: 'array', description: 'Visitors were counted again since then.', items: day },
    away: {
      type: 'array',
      description: "When Hanki did not run, by the site's clock.",
      items: object({ from: clock, until: clock }),
    },
  }),
  SiteSettings: schemaOf(SITE_SETTINGS_BODY_SCHEMA),
  ShareLink: object(SHARE_LINK),
  ShareLinks: object({ share_links: listOf('ShareLink') }),
  NewShareLink: object({
    ...SHARE_LINK,
    token: { type: 'string', description: 'For the fragment of /share#TOKEN. It is shown this once.' },
  }),
  OpenedShare: object({
    domain,
    bearer: { type: 'string', description: 'To ask with, like an API key.' },
    ...SHARE_LIMITS,
  }),
  PublicView: object({
    is_public: { type: 'boolean' },
    is_indexed: { type: 'boolean', description: 'Search engines may list it.' },
    ...SHARE_LIMITS,
    origins: ORIGINS,
  }),
  SiteStatus: object({
    domain,
    today: { ...day, description: "The site's local day." },
    day_key_expires_at: { ...moment, description: "When today's day key is destroyed." },
    has_events: { type: 'boolean' },
    not_counted_today: {
      type: 'array',
      description: 'By reason, most first.',
      items: object({ reason: ref('DropReason'), count, names: countsByName }),
    },
    notes_today: {
      type: 'array',
      description: 'What was changed in events before they were kept.',
      items: object({ note: { enum: DAILY_NOTES }, count, names: countsByName }),
    },
    unknown_site_events: {
      type: ['integer', 'null'],
      minimum: 0,
      description:
        'Events of the last hour for domains that are not set up here; null for who is no operator.',
    },
    unknown_proxy: {
      type: 'boolean',
      description: 'A proxy passes requests on whose word about addresses is not believed.',
    },
    geo_data_from: { ...day, description: 'When the data about countries was made.' },
    journal_depth: {
      ...count,
      description: 'Accepted events that are not in the database yet, of all sites.',
    },
    storage_delay_seconds: { type: 'number', minimum: 0 },
    quarantined_events: count,
    lost_events: count,
  }),
  FieldErrors: object({
    error: { type: 'string' },
    errors: {
      type: 'object',
      description: 'What is wrong, by field.',
      additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    },
  }),
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  /** Name of the schema of what is sent. */
  readonly takes?: string | Schema
  /** Name of the schema of what is answered; undefined: nothing, 204. */
  readonly gives?: string
  readonly status?: 200 | 201
  /** Undefined: no key is needed. */
  readonly scope?: string
  readonly parameters?: readonly string[]
}

const json = (schema: string | Schema): Schema => ({
  'application/json': { schema: typeof schema === 'string' ? ref(schema) : schema },
})
const fault = (description: string, schema: string | Schema = 'Error'): Schema => ({
  description,
  content: json(schema),
})

const PARAMETERS: Readonly<Record<string, Schema>> = {
  domain: { ...domain, description: `${domain.description} One that it had in the last 72 hours will do.` },
  name: { type: 'string', description: 'The display_name of the goal.' },
  id: { type: 'integer', minimum: 1 },
  linkId: { type: 'string' },
}

function operation({
  takes,
  gives,
  status = 200,
  scope,
  parameters = ['domain'],
  ...about
}: Operation): Schema {
  return {
    ...about,
    description: [about.description, scope && `A key needs the scope ${scope}.`].filter(Boolean).join(' '),
    security: scope === undefined ? [] : [{ apiKey: [] }],
    parameters: parameters.map(name => ({
      in: 'path',
      name: name === 'linkId' ? 'id' : name,
      required: true,
      schema: PARAMETERS[name],
    })),
    ...(takes !== undefined && { requestBody: { required: true, content: json(takes) } }),
    responses: {
      ...(gives === undefined
        ? { '204': { description: 'Done.' } }
        : { [status]: { description: 'Done.', content: json(gives) } }),
      ...(takes !== undefined && {
        '400': fault('Something that was sent is wrong; nothing was changed.', {
          anyOf: [ref('FieldErrors'), ref('Error')],
        }),
        '413': fault('Too much was sent.'),
      }),
      '401': fault('There is no key, or it is unknown, over or revoked.'),
      '403': fault('The key may not do this.'),
      ...(parameters.length > 0 && { '404': fault('There is no such site, or not for this key.') }),
      ...(['Goals', 'Segments', 'Funnels', 'NewShareLink'].includes(gives ?? '')
        ? { '409': fault('There are too many already, or something else still needs it.') }
        : {}),
    },
  }
}

const MANAGE = 'sites:manage'
const READ = 'stats:read or sites:manage'
const STATISTICS = 'stats:read'

/** For whoever has a link. */
const OPEN_SHARE: Schema = {
  ...operation({
    operationId: 'openShareLink',
    summary: "Open a link to a site's statistics.",
    description: 'The answer has what to ask POST /api/v2/query and GET …/status with.',
    takes: {
      anyOf: [
        object(
          {
            token: { type: 'string', description: 'What stands behind the # of the link.' },
            password: { type: 'string', description: 'Where the link has one.' },
          },
          ['token'],
        ),
        object({ site: { type: 'string', description: 'Domain of a site whose statistics are public.' } }),
      ],
    },
    gives: 'OpenedShare',
    parameters: [],
  }),
  responses: {
    '200': { description: 'Done.', content: json('OpenedShare') },
    '400': fault('Something that was sent is wrong.', { anyOf: [ref('FieldErrors'), ref('Error')] }),
    '401': fault('The link has a password, which is missing or wrong.', 'FieldErrors'),
    '410': fault('The link is over, was revoked, or is incomplete; or the statistics are not public.'),
    '413': fault('Too much was sent.'),
    '429': fault('Too many wrong passwords, or too many at once. Retry-After says when to try again.'),
  },
}

/** Sites and what belongs to them, as OpenAPI describes them. A test compares every real answer with it. */
export const SITE_PATHS: Schema = {
  '/api/share': { post: OPEN_SHARE },
  '/api/sites': {
    get: operation({
      operationId: 'listSites',
      summary: 'The sites that you may see.',
      gives: 'Sites',
      scope: READ,
      parameters: [],
    }),
    post: operation({
      operationId: 'addSite',
      summary: 'Track a site.',
      description: 'For operators, and keys for every site.',
      takes: object({ domain, timezone }),
      gives: 'Site',
      status: 201,
      scope: MANAGE,
      parameters: [],
    }),
  },
  '/api/sites/{domain}': {
    get: operation({ operationId: 'getSite', summary: 'One site.', gives: 'Site', scope: READ }),
    patch: operation({
      operationId: 'changeSite',
      summary: 'Rename a site, or change its time zone.',
      description:
        'The old domain names the site for 72 hours more. A new time zone begins at the next midnight; days that are over keep theirs.',
      takes: { ...object({ domain, timezone }, []), minProperties: 1 },
      gives: 'Site',
      scope: MANAGE,
    }),
    delete: operation({
      operationId: 'deleteSite',
      summary: 'Stop tracking a site and erase everything that was counted.',
      description: 'What was counted is erased within minutes and cannot be had back.',
      scope: MANAGE,
    }),
  },
  '/api/sites/{domain}/reset': {
    post: operation({
      operationId: 'resetSite',
      summary: 'Erase everything that was counted and begin from nothing.',
      description: 'Settings, goals, people and keys stay.',
      gives: 'Site',
      scope: MANAGE,
    }),
  },
  '/api/sites/{domain}/status': {
    get: operation({
      operationId: 'getStatus',
      summary: 'Whether events come, what was not counted today and why, and whether events are late.',
      gives: 'SiteStatus',
      scope: 'stats:read',
    }),
  },
  '/api/sites/{domain}/goals': {
    get: operation({
      operationId: 'listGoals',
      summary: 'The goals of a site.',
      gives: 'Goals',
      scope: READ,
    }),
    put: operation({
      operationId: 'saveGoal',
      summary: 'Add a goal, or replace the one of this name.',
      takes: 'Goal',
      gives: 'Goals',
      scope: MANAGE,
    }),
  },
  '/api/sites/{domain}/goals/{name}': {
    delete: operation({
      operationId: 'removeGoal',
      summary: 'Remove a goal that is a step of no funnel.',
      gives: 'Goals',
      scope: MANAGE,
      parameters: ['domain', 'name'],
    }),
    put: operation({
      operationId: 'changeGoal',
      summary: 'Change a goal, its name too; funnels that have it as a step go on with the new one.',
      takes: 'Goal',
      gives: 'Goals',
      scope: MANAGE,
      parameters: ['domain', 'name'],
    }),
  },
  '/api/sites/{domain}/properties': {
    get: operation({
      operationId: 'listProperties',
      summary:
        'Keys of properties that events of the last 91 days carried: what event:props:<key> may be asked for.',
      gives: 'Properties',
      scope: STATISTICS,
    }),
  },
  '/api/sites/{domain}/segments': {
    get: operation({
      operationId: 'listSegments',
      summary: 'The segments of a site.',
      gives: 'Segments',
      scope: READ,
    }),
    post: operation({
      operationId: 'addSegment',
      summary: 'Give filters a name.',
      takes: 'NewSegment',
      gives: 'Segments',
      status: 201,
      scope: MANAGE,
    }),
  },
  '/api/sites/{domain}/segments/{id}': {
    put: operation({
      operationId: 'changeSegment',
      summary: 'Change a segment.',
      takes: 'NewSegment',
      gives: 'Segments',
      scope: MANAGE,
      parameters: ['domain', 'id'],
    }),
    delete: operation({
      operationId: 'removeSegment',
      summary: 'Remove a segment.',
      gives: 'Segments',
      scope: MANAGE,
      parameters: ['domain', 'id'],
    }),
  },
  '/api/sites/{domain}/funnels': {
    get: operation({
      operationId: 'listFunnels',
      summary: 'The funnels of a site.',
      description: 'POST /api/v2/funnel answers how many get from step to step.',
      gives: 'Funnels',
      scope: READ,
    }),
    post: operation({
      operationId: 'addFunnel',
      summary: 'Give steps a name.',
      takes: 'NewFunnel',
      gives: 'Funnels',
      status: 201,
      scope: MANAGE,
    }),
  },
  '/api/sites/{domain}/funnels/{id}': {
    put: operation({
      operationId: 'changeFunnel',
      summary: 'Change a funnel.',
      takes: 'NewFunnel',
      gives: 'Funnels',
      scope: MANAGE,
      parameters: ['domain', 'id'],
    }),
    delete: operation({
      operationId: 'removeFunnel',
      summary: 'Remove a funnel.',
      gives: 'Funnels',
      scope: MANAGE,
      parameters: ['domain', 'id'],
    }),
  },
  '/api/sites/{domain}/annotations': {
    get: operation({
      operationId: 'listAnnotations',
      summary: 'What people noted about days of a site.',
      gives: 'Annotations',
      scope: READ,
    }),
    post: operation({
      operationId: 'addAnnotation',
      summary: 'Note something about a day.',
      takes: 'NewAnnotation',
      gives: 'Annotations',
      status: 201,
      scope: MANAGE,
    }),
  },
  '/api/sites/{domain}/marks': {
    get: operation({
      operationId: 'listMarks',
      summary: 'When counting was disturbed.',
      gives: 'Marks',
      scope: READ,
    }),
  },
  '/api/sites/{domain}/annotations/{id}': {
    put: operation({
      operationId: 'changeAnnotation',
      summary: 'Change a note about a day.',
      takes: 'NewAnnotation',
      gives: 'Annotations',
      scope: MANAGE,
      parameters: ['domain', 'id'],
    }),
    delete: operation({
      operationId: 'removeAnnotation',
      summary: 'Remove a note about a day.',
      gives: 'Annotations',
      scope: MANAGE,
      parameters: ['domain', 'id'],
    }),
  },
  '/api/sites/{domain}/share-links': {
    get: operation({
      operationId: 'listShareLinks',
      summary: 'Links that let anybody look at the statistics.',
      gives: 'ShareLinks',
      scope: MANAGE,
    }),
    post: operation({
      operationId: 'addShareLink',
      summary: 'Make such a link.',
      takes: object(
        {
          name: { type: 'string', maxLength: 60 },
          expires_in_days: { anyOf: [{ type: 'integer', minimum: 1, maximum: 3_650 }, { type: 'null' }] },
          password: { type: ['string', 'null'], description: 'Asked of whoever opens the link.' },
          ...SHARE_WISHES,
        },
        [],
      ),
      gives: 'NewShareLink',
      status: 201,
      scope: MANAGE,
    }),
  },
  '/api/sites/{domain}/share-links/{id}': {
    delete: operation({
      operationId: 'revokeShareLink',
      summary: 'Make a link worthless.',
      gives: 'ShareLinks',
      scope: MANAGE,
      parameters: ['domain', 'linkId'],
    }),
  },
  '/api/sites/{domain}/public-view': {
    get: operation({
      operationId: 'getPublicView',
      summary: 'Whether anybody may look at the statistics, at /share/DOMAIN.',
      gives: 'PublicView',
      scope: MANAGE,
    }),
    put: operation({
      operationId: 'makePublic',
      summary: 'Let anybody look at the statistics, or at other ones of them.',
      takes: object(
        {
          ...SHARE_WISHES,
          segment_id: {
            anyOf: [SHARE_WISHES['segment_id'], { const: 'kept' }],
            description: '"kept": the copy that it is limited to now, whatever became of the segment.',
          },
          is_indexed: { type: 'boolean' },
        },
        [],
      ),
      gives: 'PublicView',
      scope: MANAGE,
    }),
    delete: operation({
      operationId: 'makePrivate',
      summary: 'Let nobody look any more who has no account or link.',
      gives: 'PublicView',
      scope: MANAGE,
    }),
  },
  '/api/sites/{domain}/settings': {
    get: operation({
      operationId: 'getSettings',
      summary: "How a site's events are taken: privacy, pages, shields.",
      gives: 'SiteSettings',
      scope: MANAGE,
    }),
    put: operation({
      operationId: 'changeSettings',
      summary: 'Change the settings; what is left out gets its default.',
      takes: 'SiteSettings',
      gives: 'SiteSettings',
      scope: MANAGE,
    }),
  },
}
