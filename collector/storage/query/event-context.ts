import type { Goal } from '../../core/goals/goal.ts'
import type { Part } from '../../core/planning/plan.ts'
import { type Condition, leavesOf } from '../../core/query/condition.ts'
import type { ColumnDimension } from '../../core/query/dimensions.ts'
import { isVisitEndDimension } from '../../core/query/dimensions.ts'
import type { Query } from '../../core/query/query.ts'
import { displayed, eventColumn, isStored, visitColumn } from './columns.ts'
import { conditionSql, goalReached, type RowContext } from './conditions.ts'
import { knownEvents } from './days.ts'
import type { Parameters } from './parameters.ts'

export interface EventContext extends RowContext {
  /** A statement that gives the ids of visits with an event of which the condition holds. */
  visitsThatDid(condition: Condition): string
}

/** What raw events of alias `events` say, and their visits where `visit_rows` is joined. */
export function eventContext(part: Part, query: Query, parameters: Parameters): EventContext {
  const context: EventContext = {
    visitsThatDid,
    value(dimension) {
      const column = isStored(dimension)
        ? eventColumn(dimension, parameters)
        : visitColumn(dimension, 'visit_rows')
      return displayed(column, dimension, parameters)
    },
    goals: goals => `(${goals.map(goal => goalReached(goal, parameters)).join(' OR ')})`,
    done: condition => `events.visit_id IN (${visitsThatDid(condition)})`,
  }
  function visitsThatDid(condition: Condition): string {
    const conditions = [
      ...knownEvents(part, query.siteId, parameters),
      countsFor([condition], parameters),
      conditionSql(condition, context, parameters),
    ]
    return `SELECT events.visit_id FROM events WHERE ${conditions.join(' AND ')}`
  }
  return context
}

/**
 * Whether an event counts where these conditions hold: engagement is no event of its own, except where a goal is about
 * how far down a page was seen.
 */
export function countsFor(conditions: readonly Condition[], parameters: Parameters): string {
  const scrolls = conditions
    .flatMap(condition => leavesOf(condition, false))
    .flatMap((leaf): readonly Goal[] => (leaf.kind === 'goal' ? leaf.goals : []))
    .filter(goal => goal.kind === 'scroll')
  const isEvent = "events.name != 'engagement'"
  if (scrolls.length === 0) return isEvent
  return `(${[isEvent, ...scrolls.map(goal => goalReached(goal, parameters))].join(' OR ')})`
}

/** Whether conditions or dimensions look at pages or hosts that visits begin and end with. */
export function looksAtEnds(
  conditions: readonly Condition[],
  dimensions: readonly ColumnDimension[],
): boolean {
  const leaves = conditions.flatMap(condition => leavesOf(condition, false))
  return (
    dimensions.some(isVisitEndDimension) ||
    leaves.some(leaf => leaf.kind === 'value' && isVisitEndDimension(leaf.dimension))
  )
}
