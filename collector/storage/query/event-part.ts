import { isValueDimension, type ValueDimension } from '../../core/query/dimensions.ts'
import type { Query } from '../../core/query/query.ts'
import { columnOf, displayed, isStoredDimension, visitPageColumn } from './columns.ts'
import { type Contribution, componentColumns } from './components.ts'
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

/**
 * The part of an answer that is counted on events: those inside the period that match every filter themselves.
 * With `byVisitStart` only visits that started in the period are counted, in the bucket in which they started.
 * Engagement only prolongs visits, so it is no event here; engagement-part.ts counts it.
 */
export function eventPart(
  query: Query,
  parameters: Parameters,
  contribution: Contribution,
  byVisitStart = false,
): string {
  const { visit, visitPage, page, event } = filtersByScope(query)
  const needsVisit =
    byVisitStart ||
    visitPage.length > 0 ||
    query.dimensions.some(dimension => isValueDimension(dimension) && !isStoredDimension(dimension))

  const source = {
    day: 'events.day',
    instant: byVisitStart ? 'visit_rows.started_at' : 'events.timestamp',
    value: (dimension: ValueDimension) => eventValue(dimension, parameters),
  }
  const conditions = [
    ...periodConditions(query, parameters),
    ...notBeforePeriod(source.instant, query, parameters),
    "events.name != 'engagement'",
    ...[...visit, ...page, ...event].map(filter => eventCondition(filter, parameters)),
    ...visitPage.map(filter => visitPageCondition(filter, parameters)),
  ]
  const join = needsVisit
    ? `\n  INNER JOIN (\n  ${visitRows(query, parameters)}\n  ) AS visit_rows ON visit_rows.visit_id = events.visit_id`
    : ''
  return `SELECT
    ${[...dimensionColumns(query, source, parameters), ...componentColumns(contribution)].join(',\n    ')}
  FROM events${join}
  WHERE ${conditions.join('\n    AND ')}${groupBy(query)}`
}

/** The value of a dimension of an event, or of its visit where `visit_rows` is joined, as people see it. */
export function eventValue(dimension: ValueDimension, parameters: Parameters): string {
  const column = isStoredDimension(dimension) ? `events.${columnOf(dimension)}` : visitPageColumn(dimension)
  return displayed(column, dimension, parameters)
}
