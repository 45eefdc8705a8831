import type { Component } from '../../../core/metrics/components.ts'
import type { Part } from '../../../core/planning/plan.ts'
import { type Condition, hasDone, leavesOf } from '../../../core/query/condition.ts'
import { type ColumnDimension, isVisitEndDimension } from '../../../core/query/dimensions.ts'
import type { Query } from '../../../core/query/query.ts'
import { forVisits } from '../../../core/query/readings.ts'
import { displayed, factOf, visitColumn } from '../columns.ts'
import { type Contribution, componentColumns } from '../components.ts'
import { conditionSql, type RowContext } from '../conditions.ts'
import { knownEvents, notBefore } from '../days.ts'
import { countsFor, eventContext } from '../event-context.ts'
import { dimensionColumns, groupPart } from '../grouping.ts'
import type { Parameters } from '../parameters.ts'
import { visitRows } from '../visit-rows.ts'

/** What a visit contributes. */
const CONTRIBUTION = {
  visitors: 'uniqExact(visit_rows.visitor_id)',
  visits: 'count()',
  pageviews: 'sum(visit_rows.views)',
  events: 'sum(visit_rows.views + visit_rows.customs)',
  counted_visits: 'count()',
  bounces: 'countIf(visit_rows.views = 1 AND visit_rows.interactive_events = 0)',
  visit_seconds: "sum(dateDiff('second', visit_rows.started_at, visit_rows.ended_at))",
  visit_views: 'sum(visit_rows.views)',
  exits: 'count()',
} as const satisfies Contribution

/**
 * The part of an answer that is counted on whole visits, put together from raw events: those that started in the period,
 * in the bucket in which they started, and of which one event matches every filter, its page being the visit's entry page.
 */
export function visitPart(
  part: Part,
  query: Query,
  used: readonly Component[],
  parameters: Parameters,
): string {
  const readAs = (dimension: ColumnDimension): ColumnDimension => {
    if (dimension !== 'event:page') return dimension
    return part.tally === 'exits' ? 'visit:exit_page' : 'visit:entry_page'
  }
  const onEvents = eventContext(part, query, parameters)
  const onVisits: RowContext = {
    value: dimension => displayed(visitColumn(dimension, 'visit_rows'), dimension, parameters),
    goals: () => {
      throw new Error('A goal is reached by an event, not by a visit')
    },
    done: condition => `visit_rows.visit_id IN (${onEvents.visitsThatDid(condition)})`,
  }
  const source = {
    day: 'visit_rows.visit_day',
    instant: 'visit_rows.started_at',
    value: (dimension: ColumnDimension) => onVisits.value(readAs(dimension)),
  }
  const filters = part.filters.map(forVisits)
  const facts = filters.filter(isOfFacts)
  const others = filters.filter(filter => !facts.includes(filter))
  const ofEvents = others.filter(isOfEvents)
  const mixed = ofEvents.filter(looksAtVisit)
  const narrowing = {
    conditions: facts.map(filter => conditionSql(filter, onEvents, parameters)),
    matching: [
      countsFor(filters, parameters),
      ...ofEvents
        .filter(filter => !mixed.includes(filter))
        .map(filter => conditionSql(filter, onEvents, parameters)),
    ].join(' AND '),
  }
  const conditions = [
    'visit_rows.matching_events > 0',
    ...notBefore('visit_rows.started_at', part, parameters),
    ...others
      .filter(filter => !ofEvents.includes(filter))
      .map(filter => conditionSql(filter, onVisits, parameters)),
    ...(mixed.length === 0 ? [] : [`visit_rows.visit_id IN (${visitsWith([...ofEvents])})`]),
  ]

  /** Visits of which one event matches conditions that look at the event and at its visit's ends together. */
  function visitsWith(together: readonly Condition[]): string {
    const all = [
      ...knownEvents(part, query.siteId, parameters),
      countsFor(filters, parameters),
      ...together.map(filter => conditionSql(filter, onEvents, parameters)),
    ]
    return `SELECT events.visit_id FROM events INNER JOIN (
    ${visitRows(part, query, { readBy: all, conditions: [], matching: 'true' }, parameters)}
    ) AS visit_rows ON visit_rows.visit_id = events.visit_id WHERE ${all.join(' AND ')}`
  }

  const columns = [
    ...dimensionColumns(part, query, source, parameters),
    ...componentColumns(CONTRIBUTION, part.components, used),
  ]
  return `SELECT
    ${columns.join(',\n    ')}
  FROM (
  ${visitRows(part, query, { readBy: [...columns, ...conditions], ...narrowing }, parameters)}
  ) AS visit_rows
  WHERE ${conditions.join('\n    AND ')}${groupPart(part)}`
}

/** About facts alone that every event of the visit repeats. */
function isOfFacts(condition: Condition): boolean {
  if (hasDone(condition)) return false
  return leavesOf(condition, false).every(
    leaf => leaf.kind === 'value' && factOf(leaf.dimension) !== undefined,
  )
}

/** Looks at single events, too. */
function isOfEvents(condition: Condition): boolean {
  return leavesOf(condition, false).some(leaf => leaf.kind === 'goal' || leaf.dimension.startsWith('event:'))
}

function looksAtVisit(condition: Condition): boolean {
  return leavesOf(condition, false).some(leaf => leaf.kind === 'value' && isVisitEndDimension(leaf.dimension))
}
