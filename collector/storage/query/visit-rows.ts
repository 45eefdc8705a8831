import { isValueDimension } from '../../core/query/dimensions.ts'
import type { Query } from '../../core/query/query.ts'
import { columnOf, isStoredDimension, visitFactColumn } from './columns.ts'
import type { Parameters } from './parameters.ts'
import { eventCondition, filtersByScope, periodConditions } from './where.ts'

/**
 * Order of receipt as one number, by second and then by place in the journal: much cheaper than comparing pairs.
 * The place is cut to 32 bits, which tells the events of one second apart.
 */
const RECEIVED = 'bitOr(bitShiftLeft(toUInt64(events.timestamp), 32), bitAnd(events.sequence, 4294967295))'

/**
 * One row per visit of the query's days, made of its events before the end of the period: a visit never crosses the
 * site's midnight, so its days hold it whole. Visits that began before the period's first instant are still in it.
 */
export function visitRows(query: Query, parameters: Parameters): string {
  const { visit, event } = filtersByScope(query)
  const facts = query.dimensions
    .filter(isValueDimension)
    .filter(isStoredDimension)
    .filter(dimension => dimension.startsWith('visit:'))
    .map(dimension => `any(events.${columnOf(dimension)}) AS ${visitFactColumn(dimension)}`)
  const eventConditions = event.map(filter => eventCondition(filter, parameters))
  const matching = ["events.name != 'engagement'", ...eventConditions].join(' AND ')
  const columns = [
    'events.visit_id AS visit_id',
    'any(events.visitor_id) AS visitor_id',
    'min(events.day) AS visit_day',
    'min(events.timestamp) AS started_at',
    'max(events.timestamp) AS ended_at',
    "countIf(events.name = 'pageview') AS views",
    "countIf(events.name NOT IN ('pageview', 'engagement') AND events.interactive = 1) AS interactive_events",
    `argMinIf(events.page, ${RECEIVED}, events.name = 'pageview') AS entry_page`,
    `argMaxIf(events.page, ${RECEIVED}, events.name = 'pageview') AS exit_page`,
    `countIf(${matching}) AS matching_events`,
    ...facts,
  ]
  const conditions = [
    ...periodConditions(query, parameters),
    ...visit.map(filter => eventCondition(filter, parameters)),
  ]
  return `SELECT
    ${columns.join(',\n    ')}
  FROM events
  WHERE ${conditions.join('\n    AND ')}
  GROUP BY events.visit_id`
}
