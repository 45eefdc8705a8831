import type { ValueDimension } from '../../core/query/dimensions.ts'
import type { Query } from '../../core/query/query.ts'
import { componentColumns } from './components.ts'
import { eventValue } from './event-part.ts'
import { dimensionColumns, groupBy } from './grouping.ts'
import type { Parameters } from './parameters.ts'
import { visitRows } from './visit-rows.ts'
import {
  eventCondition,
  filtersByScope,
  notBeforePeriod,
  periodConditions,
  visitPageCondition,
} from './where.ts'

/** Scroll depth that was not measured. */
const UNKNOWN_DEPTH = 255

/**
 * The part of an answer that is counted on engagement: what each visit read of each page, in the bucket in which it was
 * told, then added up.
 */
export function engagementPart(query: Query, parameters: Parameters): string {
  const { visit, visitPage, page, event } = filtersByScope(query)
  const source = {
    day: 'events.day',
    instant: 'events.timestamp',
    value: (dimension: ValueDimension) => eventValue(dimension, parameters),
  }
  const conditions = [
    ...periodConditions(query, parameters),
    ...notBeforePeriod(source.instant, query, parameters),
    "events.name = 'engagement'",
    ...[...visit, ...page, ...event].map(filter => eventCondition(filter, parameters)),
    ...visitPage.map(filter => visitPageCondition(filter, parameters)),
  ]
  const join =
    visitPage.length > 0
      ? `\n    INNER JOIN (\n  ${visitRows(query, parameters)}\n    ) AS visit_rows ON visit_rows.visit_id = events.visit_id`
      : ''
  const dimensions = query.dimensions.map((_, index) => `dimension_${index}`)
  const read = [
    ...dimensionColumns(query, source, parameters),
    'events.visit_id AS visit_id',
    'events.page AS read_page',
    'sum(toUInt64(events.engaged_ms)) AS engaged',
    `maxIf(events.scroll_depth, events.scroll_depth != ${UNKNOWN_DEPTH}) AS depth`,
    `max(events.scroll_depth != ${UNKNOWN_DEPTH}) AS is_depth_known`,
  ]
  const counted = componentColumns({
    engaged_ms: 'sum(engaged)',
    engaged_visits: 'uniqExactIf(visit_id, engaged > 0)',
    scroll_percents: 'sumIf(depth, is_depth_known)',
    scrolled_visits: 'countIf(is_depth_known)',
  })
  return `SELECT
    ${[...dimensions, ...counted].join(',\n    ')}
  FROM (
    SELECT ${read.join(', ')}
    FROM events${join}
    WHERE ${conditions.join('\n      AND ')}
    GROUP BY ${[...dimensions, 'visit_id', 'read_page'].join(', ')}
  ) AS readings${groupBy(query)}`
}
