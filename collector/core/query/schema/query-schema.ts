import { METRICS } from '../../metrics/catalogue.ts'
import { COMPARISONS } from '../compare.ts'
import { FILTER_OPERATORS } from '../condition.ts'
import { GOAL_DIMENSION, NAMED_DIMENSIONS, TIME_DIMENSIONS } from '../dimensions.ts'
import { FILTER_LIMITS } from '../filter-limits.ts'
import { MAX_LIMIT, MAX_OFFSET } from '../parse.ts'
import { MAX_DIMENSIONS } from '../parse-lists.ts'

/** A key of a property; its length in bytes is looked at later. */
const PROPERTY = { type: 'string', pattern: '^event:props:[^]+$' }

const values = {
  type: 'array',
  minItems: 1,
  maxItems: FILTER_LIMITS.values,
  items: { type: 'string', maxLength: FILTER_LIMITS.valueLength },
}
const options = {
  type: 'object',
  additionalProperties: false,
  properties: { case_sensitive: { type: 'boolean', default: true } },
}

/** An array of exactly these items; with `optional` of one more. */
function tuple(items: readonly object[], optional?: object): object {
  const all = optional === undefined ? items : [...items, optional]
  return { type: 'array', items: all, additionalItems: false, minItems: items.length, maxItems: all.length }
}

const filterRef = { $ref: '#/definitions/filter' }
const dimension = { anyOf: [{ enum: [...NAMED_DIMENSIONS, GOAL_DIMENSION] }, PROPERTY] }

const filter = {
  anyOf: [
    tuple([{ enum: FILTER_OPERATORS }, dimension, values], options),
    tuple([{ enum: ['and', 'or'] }, { type: 'array', minItems: 1, items: filterRef }]),
    tuple([{ enum: ['not', 'has_done', 'has_not_done'] }, filterRef]),
    tuple([{ const: 'is' }, { const: 'segment' }, { type: 'array', minItems: 1, maxItems: 1 }]),
  ],
}

const dateRange = {
  anyOf: [
    { enum: ['day', '24h', 'month', 'year', 'all'] },
    { type: 'string', pattern: '^[1-9]\\d{0,3}d$' },
    { type: 'string', pattern: '^[1-9]\\d{0,2}mo$' },
    tuple([{ type: 'string' }, { type: 'string' }]),
  ],
}

/**
 * JSON Schema (draft 7) of the body of `POST /api/v2/query`, made of the catalogues. It says what a question is made of;
 * what goes together (scopes, dates that exist, goals that the site has) is looked at later.
 */
export const QUERY_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: '/api/docs/query/schema.json',
  title: 'A question to the statistics',
  type: 'object',
  additionalProperties: false,
  required: ['site_id', 'metrics', 'date_range'],
  properties: {
    site_id: { type: 'string', minLength: 1, description: 'Domain of the site.' },
    metrics: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: METRICS } },
    date_range: dateRange,
    dimensions: {
      type: 'array',
      uniqueItems: true,
      maxItems: MAX_DIMENSIONS,
      items: { anyOf: [{ enum: [...TIME_DIMENSIONS, ...NAMED_DIMENSIONS, GOAL_DIMENSION] }, PROPERTY] },
    },
    filters: { type: 'array', items: filterRef, description: 'All must hold.' },
    order_by: { type: 'array', items: tuple([{ type: 'string' }, { enum: ['asc', 'desc'] }]) },
    include: {
      type: 'object',
      additionalProperties: false,
      properties: {
        imports: { type: 'boolean', default: false },
        time_labels: { type: 'boolean', default: false },
        total_rows: { type: 'boolean', default: false },
        compare: { anyOf: [{ enum: COMPARISONS }, tuple([{ type: 'string' }, { type: 'string' }])] },
        compare_match_day_of_week: { type: 'boolean', default: false },
      },
    },
    pagination: {
      type: 'object',
      additionalProperties: false,
      properties: {
        limit: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: MAX_LIMIT },
        offset: { type: 'integer', minimum: 0, maximum: MAX_OFFSET, default: 0 },
      },
    },
  },
  definitions: { filter },
} as const
