import { DROP_REASONS, isSecretReason } from '../../core/event/drop-reasons.ts'

/** JSON Schema 2020-12, as OpenAPI 3.1 uses it. */
export type Schema = Readonly<Record<string, unknown>>

const TOLD_REASONS = DROP_REASONS.filter(reason => !isSecretReason(reason))

const FALSE = { enum: [false, 'false', '0'] }
const props = {
  description:
    'Custom properties: at most 30. Numbers, true and false become text; nested values, null and blanks are left out.',
  oneOf: [
    { type: 'object', additionalProperties: true },
    { type: 'string', contentMediaType: 'application/json' },
  ],
}
const revenue = {
  description: 'Money: a decimal amount and a code of ISO 4217. Kept with three decimals.',
  oneOf: [
    {
      type: 'object',
      required: ['amount', 'currency'],
      properties: {
        amount: { type: ['number', 'string'], examples: ['12.50'] },
        currency: { type: 'string', pattern: '^[A-Za-z]{3}$', examples: ['EUR'] },
      },
    },
    { type: 'string', contentMediaType: 'application/json' },
  ],
}
const name = {
  type: ['string', 'integer'],
  description: '`pageview`, `engagement`, or a name of your own; at most 120 characters.',
}
const url = { type: 'string', maxLength: 2_000, description: 'Whole URL of the page.' }
const domain = {
  type: 'string',
  description:
    "Domain of the site, or up to ten separated by commas. Without it, the URL's host. `www.` is ignored.",
}
const referrer = { type: 'string', description: 'Where the page was opened from; reduced to its host.' }
const hash = {
  enum: [0, 1, true, false, '1', 'true'],
  description: 'Keep `#fragment` as a part of the page.',
}
const interactive = {
  anyOf: [{ type: 'boolean' }, FALSE],
  default: true,
  description: 'False for an event that does not turn a bounce into a visit that stayed.',
}

/** One event. Short and long names are equal; the short one wins when both are there. */
export const EVENT: Schema = {
  type: 'object',
  description: 'Short and long names are equal; the short one wins. Unknown fields are ignored.',
  properties: {
    n: name,
    name,
    u: url,
    url,
    d: domain,
    domain,
    r: referrer,
    referrer,
    p: props,
    props,
    m: props,
    meta: props,
    $: revenue,
    revenue,
    h: hash,
    hashMode: hash,
    i: interactive,
    interactive,
    sd: {
      type: ['number', 'string'],
      description: 'Of `engagement`: deepest scroll position, percent of the page.',
    },
    e: {
      type: ['number', 'string'],
      description: 'Of `engagement`: milliseconds that the page was looked at since the last such event.',
    },
    ip: {
      type: 'string',
      description: "The visitor's address, from a server. Needs a key with the scope `events:write`.",
    },
    user_agent: {
      type: 'string',
      maxLength: 2_000,
      description: "The User-Agent of the visitor's browser; goes with `ip`.",
    },
    timestamp: {
      type: 'string',
      format: 'date-time',
      description:
        'When it happened, at most 396 days ago; goes with `ip` and `user_agent`. Needs a key with the scope `events:import`.',
    },
    v: { description: 'Version of the script.' },
    w: { description: 'Ignored.' },
  },
  anyOf: [
    { required: ['n', 'u'] },
    { required: ['name', 'url'] },
    { required: ['n', 'url'] },
    { required: ['name', 'u'] },
  ],
}

const fieldErrors = { type: 'array', minItems: 1, items: { type: 'string' } }

/** What is wrong, by the part of the event that it is about. */
const ERRORS: Schema = {
  type: 'object',
  minProperties: 1,
  properties: {
    event_name: fieldErrors,
    url: fieldErrors,
    domain: fieldErrors,
    props: fieldErrors,
    revenue: fieldErrors,
    timestamp: fieldErrors,
    ip: fieldErrors,
    user_agent: fieldErrors,
    request: fieldErrors,
  },
  additionalProperties: false,
}

export const EVENT_ERRORS: Schema = {
  type: 'object',
  required: ['errors'],
  properties: { errors: ERRORS },
  additionalProperties: false,
}

export const ERROR: Schema = {
  type: 'object',
  required: ['error'],
  properties: { error: { type: 'string', description: 'What is wrong and what to do.' } },
  additionalProperties: false,
}

export const DROP_REASON: Schema = {
  enum: TOLD_REASONS,
  description:
    'Why an event was not counted. That a visit was over is never told: it would tell who is on the site.',
}

/** One result of an array. */
export const EVENT_RESULT: Schema = {
  oneOf: [
    {
      type: 'object',
      required: ['status'],
      properties: {
        status: {
          enum: ['stored', 'repeated'],
          description: '`repeated`: the same Idempotency-Key was stored before.',
        },
      },
      additionalProperties: false,
    },
    {
      type: 'object',
      required: ['status', 'reason'],
      properties: { status: { const: 'dropped' }, reason: { $ref: '#/components/schemas/DropReason' } },
      additionalProperties: false,
    },
    {
      type: 'object',
      required: ['status', 'errors'],
      properties: { status: { const: 'invalid' }, errors: ERRORS },
      additionalProperties: false,
    },
  ],
}
