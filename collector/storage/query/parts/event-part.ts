import type { Goal } from '../../../core/goals/goal.ts'
import type { Component } from '../../../core/metrics/components.ts'
import type { Part } from '../../../core/planning/plan.ts'
import { type ColumnDimension, isColumnDimension } from '../../../core/query/dimensions.ts'
import type { Query } from '../../../core/query/query.ts'
import { type Contribution, componentColumns } from '../components.ts'
import { conditionSql, goalReached } from '../conditions.ts'
import { knownEvents, notBefore } from '../days.ts'
import { countsFor, eventContext, looksAtEnds } from '../event-context.ts'
import { dimensionColumns, groupPart } from '../grouping.ts'
import type { Parameters } from '../parameters.ts'
import { visitRows } from '../visit-rows.ts'

/**
 * The part of an answer that is counted on raw events: those inside the period that match every filter themselves. For
 * `starts` only visits that started in the period count, in the bucket in which they started; for `exit_views` the page
 * that visits ended on stands for the page itself.
 */
export function eventPart(
  part: Part,
  query: Query,
  used: readonly Component[],
  parameters: Parameters,
): string {
  const isByStart = part.tally === 'starts'
  const context = eventContext(part, query, parameters)
  const readAs = (dimension: ColumnDimension): ColumnDimension =>
    part.tally === 'exit_views' && dimension === 'visit:exit_page' ? 'event:page' : dimension
  const dimensions = part.dimensions.filter(isColumnDimension).map(readAs)
  const needsVisit = isByStart || looksAtEnds(part.filters, dimensions)
  const source = {
    day: 'events.day',
    instant: isByStart ? 'visit_rows.started_at' : 'events.timestamp',
    value: (dimension: ColumnDimension) => context.value(readAs(dimension)),
  }
  const conditions = [
    ...knownEvents(part, query.siteId, parameters),
    ...notBefore(source.instant, part, parameters),
    countsFor(part.filters, parameters),
    ...part.filters.map(filter => conditionSql(filter, context, parameters)),
  ]
  const columns = [
    ...dimensionColumns(part, query, source, parameters),
    ...componentColumns(contribution(part, parameters), part.components, used),
  ]
  const rows = { readBy: [...columns, ...conditions], conditions: [], matching: 'true' }
  const join = needsVisit
    ? `\n  INNER JOIN (\n  ${visitRows(part, query, rows, parameters)}\n  ) AS visit_rows ON visit_rows.visit_id = events.visit_id`
    : ''
  return `SELECT
    ${columns.join(',\n    ')}
  FROM events${join}
  WHERE ${conditions.join('\n    AND ')}${groupPart(part)}`
}

function contribution(part: Part, parameters: Parameters): Contribution {
  const money = hasRevenue(part, parameters)
  return {
    visitors: 'uniqExact(events.visitor_id)',
    visits: 'uniqExact(events.visit_id)',
    pageviews: "countIf(events.name = 'pageview')",
    events: "countIf(events.name != 'engagement')",
    matching_events: 'count()',
    exit_views: "countIf(events.name = 'pageview')",
    revenue: `sumIf(events.revenue_amount, ${money})`,
    revenue_events: `countIf(${money})`,
    currency_low: `minIf(events.revenue_currency, ${money})`,
    currency_high: `maxIf(events.revenue_currency, ${money})`,
  }
}

/** An event with money; where a goal is asked for, in the currency of one that it reaches. */
function hasRevenue(part: Part, parameters: Parameters): string {
  const goals = part.filters.flatMap((filter): readonly Goal[] =>
    filter.kind === 'goal' ? filter.goals : [],
  )
  const isMoney = "events.revenue_currency != ''"
  const isAnyCurrency = !goals.some(goal => goal.kind === 'event' && goal.currency !== undefined)
  if (isAnyCurrency) return isMoney
  const fits = goals.map(goal => {
    const reached = goalReached(goal, parameters)
    if (goal.kind !== 'event' || goal.currency === undefined) return reached
    return `(${reached} AND events.revenue_currency = ${parameters.bind('currency', 'String', goal.currency)})`
  })
  return `(${isMoney} AND (${fits.join(' OR ')}))`
}
