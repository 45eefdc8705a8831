import type { ValueDimension } from '../../core/query/dimensions.ts'
import type { Query } from '../../core/query/query.ts'
import { displayed, isStoredDimension, visitFactColumn, visitPageColumn } from './columns.ts'
import { type Contribution, componentColumns } from './components.ts'
import { dimensionColumns, groupBy } from './grouping.ts'
import type { Parameters } from './parameters.ts'
import { visitRows } from './visit-rows.ts'
import { filtersByScope, notBeforePeriod, visitPageCondition } from './where.ts'

/** What a visit contributes to the means. */
export const VISIT_CONTRIBUTION = {
  counted_visits: 'count()',
  bounces: 'countIf(visit_rows.views = 1 AND visit_rows.interactive_events = 0)',
  visit_seconds: "sum(dateDiff('second', visit_rows.started_at, visit_rows.ended_at))",
  visit_views: 'sum(visit_rows.views)',
} as const satisfies Contribution

/**
 * The part of an answer that is counted on whole visits: those that started in the period, in the bucket in which they
 * started. The page of a visit, as dimension and as filter, is the one it entered on; other filters on events hold for a
 * visit of which one event matches them all.
 */
export function visitPart(query: Query, parameters: Parameters, contribution: Contribution): string {
  const { visitPage, page } = filtersByScope(query)
  const source = {
    day: 'visit_rows.visit_day',
    instant: 'visit_rows.started_at',
    value: (asked: ValueDimension) => {
      const dimension = asked === 'event:page' ? 'visit:entry_page' : asked
      const isFact = isStoredDimension(dimension)
      const column = isFact ? `visit_rows.${visitFactColumn(dimension)}` : visitPageColumn(dimension)
      return displayed(column, dimension, parameters)
    },
  }
  const conditions = [
    'visit_rows.matching_events > 0',
    ...notBeforePeriod('visit_rows.started_at', query, parameters),
    ...[...visitPage, ...page].map(filter => visitPageCondition(filter, parameters)),
  ]
  return `SELECT
    ${[...dimensionColumns(query, source, parameters), ...componentColumns(contribution)].join(',\n    ')}
  FROM (
  ${visitRows(query, parameters)}
  ) AS visit_rows
  WHERE ${conditions.join('\n    AND ')}${groupBy(query)}`
}
