import { QUERY_SCHEMA } from '../../core/query/schema/query-schema.ts'
import type { Schema } from './event-schemas.ts'
import { QUERY_EXAMPLES, type QueryExample } from './query-examples.ts'

const error = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
const refused: Schema = {
  '400': { description: 'The question has faults: each is told with its JSON path.', content: error },
  '401': { description: 'The key is unknown, or may not read this site.', content: error },
  '413': { description: 'More than 64 kB.', content: error },
  '422': { description: 'The question takes too long. Ask for less.', content: error },
  '429': { description: 'More questions than the key may ask in an hour.', content: error },
  '503': { description: 'The database does not answer at the moment.', content: error },
}

const filter = { type: 'array', description: 'As in POST /api/v2/query.' }
const common = {
  site_id: { type: 'string', description: 'Domain of the site.' },
  date_range: { description: 'As in POST /api/v2/query.' },
  filters: { type: 'array', items: filter, description: 'Of visits, not of single events. All must hold.' },
}

const { $schema: _, $id: __, definitions: ___, ...question } = QUERY_SCHEMA

const FUNNEL: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['site_id', 'date_range'],
  oneOf: [{ required: ['steps'] }, { required: ['funnel'] }],
  properties: {
    ...common,
    funnel: {
      type: 'integer',
      minimum: 1,
      description: 'Id of a funnel of the site, in place of steps and within.',
    },
    within: { enum: ['visit', 'day'], default: 'visit' },
    steps: {
      type: 'array',
      minItems: 2,
      maxItems: 8,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['filter'],
        properties: { name: { type: 'string', minLength: 1, maxLength: 120 }, filter },
      },
    },
  },
}

const JOURNEY: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['site_id', 'date_range', 'start'],
  properties: {
    ...common,
    start: filter,
    direction: { enum: ['next', 'previous'], default: 'next' },
    along: {
      type: 'array',
      maxItems: 5,
      items: {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: false,
        properties: { page: { type: 'string' }, event: { type: 'string' } },
      },
      description: 'Steps that the ways go along first; the answer tells what comes after them.',
    },
    steps: { type: 'integer', minimum: 1, maximum: 5, default: 2 },
    minimum: {
      type: 'integer',
      minimum: 1,
      default: 1,
      description: 'Ways of fewer visits are left out, and are counted together in others.',
    },
    limit: { type: 'integer', minimum: 1, maximum: 1_000, default: 100 },
  },
}

/** Questions to the statistics, as OpenAPI describes them. Every example is asked by a test and its answer compared whole. */
export const QUERY_PATHS: Schema = {
  '/api/v2/query': ask('query', 'Ask for metrics, split and filtered.', {
    ...question,
    properties: { ...question.properties, filters: { type: 'array', items: filter } },
    description: 'The whole schema, with every kind of filter, is at /api/docs/query/schema.json.',
  }),
  '/api/v2/query/export': exported(
    'query',
    'exportQuery',
    'The answer to a query as a file; the audit log gets an entry.',
  ),
  '/api/v2/funnel': ask('funnel', 'How many get from step to step, in order.', FUNNEL),
  '/api/v2/funnel/export': exported(
    'funnel',
    'exportFunnel',
    'The steps of a funnel as a file; the audit log gets an entry.',
  ),
  '/api/v2/journey': ask('journey', 'What visits do next, or did before.', JOURNEY),
  '/api/v2/journey/export': exported(
    'journey',
    'exportJourney',
    'Ways of visits as a file; the audit log gets an entry.',
  ),
}

function exported(name: string, operationId: string, summary: string): Schema {
  return {
    post: {
      operationId,
      summary,
      security: [{ apiKey: [] }],
      parameters: [{ name: 'format', in: 'query', required: true, schema: { enum: ['csv', 'json'] } }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { description: `As in POST /api/v2/${name}.` } } },
      },
      responses: {
        '200': {
          description:
            'A row of names, then a row per result; or the answer. Cells that a spreadsheet would run begin with an apostrophe.',
          headers: {
            'x-hanki-total-rows': {
              description: 'Where it is known: how many rows there are, of which these may be the first.',
              schema: { type: 'integer' },
            },
          },
          content: {
            'text/csv': { schema: { type: 'string' } },
            'application/json': { schema: { type: 'object' } },
          },
        },
        ...refused,
      },
    },
  }
}

function ask(name: string, summary: string, schema: Schema): Schema {
  const examples = Object.entries(QUERY_EXAMPLES).filter(([, { path }]) => path === `/api/v2/${name}`)
  const valuesOf = (value: (example: QueryExample) => unknown) =>
    Object.fromEntries(
      examples.map(([key, example]) => [key, { summary: example.summary, value: value(example) }]),
    )
  return {
    post: {
      operationId: name,
      summary,
      security: [{ apiKey: [] }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema, examples: valuesOf(({ request }) => request) } },
      },
      responses: {
        '200': {
          description: 'The answer.',
          content: {
            'application/json': {
              schema: { type: 'object', required: ['results'] },
              examples: valuesOf(({ answer }) => answer),
            },
          },
        },
        ...refused,
      },
    },
  }
}
