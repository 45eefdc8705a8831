import type { Component } from '../../../core/metrics/components.ts'
import type { Part } from '../../../core/planning/plan.ts'
import { isColumnDimension } from '../../../core/query/dimensions.ts'
import type { Query } from '../../../core/query/query.ts'
import { forEngagement } from '../../../core/query/readings.ts'
import { componentColumns } from '../components.ts'
import { conditionSql, UNKNOWN_DEPTH } from '../conditions.ts'
import { knownEvents, notBefore } from '../days.ts'
import { eventContext, looksAtEnds } from '../event-context.ts'
import { dimensionColumns, groupPart } from '../grouping.ts'
import type { Parameters } from '../parameters.ts'
import { visitRows } from '../visit-rows.ts'

/**
 * The part of an answer that is counted on raw engagement: what each visit read of each page, in the bucket in which it
 * was told, then added up. Engagement that measured nothing tells nothing.
 */
export function engagementPart(
  part: Part,
  query: Query,
  used: readonly Component[],
  parameters: Parameters,
): string {
  const context = eventContext(part, query, parameters)
  const filters = part.filters.map(forEngagement)
  const source = { day: 'events.day', instant: 'events.timestamp', value: context.value }
  const conditions = [
    ...knownEvents(part, query.siteId, parameters),
    ...notBefore(source.instant, part, parameters),
    "events.name = 'engagement'",
    `(events.engaged_ms > 0 OR events.scroll_depth != ${UNKNOWN_DEPTH})`,
    ...filters.map(filter => conditionSql(filter, context, parameters)),
  ]
  const values = dimensionColumns(part, query, source, parameters)
  const rows = { readBy: [...values, ...conditions], conditions: [], matching: 'true' }
  const join = looksAtEnds(filters, part.dimensions.filter(isColumnDimension))
    ? `\n    INNER JOIN (\n  ${visitRows(part, query, rows, parameters)}\n    ) AS visit_rows ON visit_rows.visit_id = events.visit_id`
    : ''
  const dimensions = part.dimensions.map((_, index) => `dimension_${index}`)
  const read = [
    ...values,
    'events.visit_id AS visit_id',
    'events.page AS read_page',
    'sum(toUInt64(events.engaged_ms)) AS engaged',
    `maxIf(events.scroll_depth, events.scroll_depth != ${UNKNOWN_DEPTH}) AS depth`,
    `max(events.scroll_depth != ${UNKNOWN_DEPTH}) AS is_depth_known`,
  ]
  const contribution = {
    engaged_ms: 'sum(engaged)',
    engaged_visits: 'uniqExactIf(visit_id, engaged > 0)',
    scroll_percents: 'sumIf(depth, is_depth_known)',
    scrolled_visits: 'countIf(is_depth_known)',
  }
  return `SELECT
    ${[...dimensions, ...componentColumns(contribution, part.components, used)].join(',\n    ')}
  FROM (
    SELECT ${read.join(', ')}
    FROM events${join}
    WHERE ${conditions.join('\n      AND ')}
    GROUP BY ${[...dimensions, 'visit_id', 'read_page'].join(', ')}
  ) AS readings${groupPart(part)}`
}
