import type { Goal } from '../goals/goal.ts'
import type { ColumnDimension } from './dimensions.ts'

/**
 * What is kept of the events. A condition is about one event, its visit's facts included; what it means for a whole visit
 * says wire format §4 (metric scopes).
 */
export type Condition =
  | ValueCondition
  | GoalCondition
  | DoneCondition
  | AllCondition
  | AnyCondition
  | NotCondition

export const FILTER_OPERATORS = [
  'is',
  'is_not',
  'contains',
  'contains_not',
  'matches',
  'matches_not',
] as const
export type FilterOperator = (typeof FILTER_OPERATORS)[number]

/** The value of a dimension, as people see it, is (or is not) one of these, contains one, or matches one. */
export interface ValueCondition {
  readonly kind: 'value'
  readonly operator: FilterOperator
  readonly dimension: ColumnDimension
  /** At least one; for `matches` regular expressions in RE2's syntax. */
  readonly values: readonly string[]
  /** Default true. */
  readonly caseSensitive: boolean
}

/** The event reaches one of these goals; without any it never holds. */
export interface GoalCondition {
  readonly kind: 'goal'
  readonly goals: readonly Goal[]
}

/** The visit has an event of which the condition holds. */
export interface DoneCondition {
  readonly kind: 'done'
  readonly condition: Condition
}

export interface AllCondition {
  readonly kind: 'and'
  readonly conditions: readonly Condition[]
}

export interface AnyCondition {
  readonly kind: 'or'
  readonly conditions: readonly Condition[]
}

export interface NotCondition {
  readonly kind: 'not'
  readonly condition: Condition
}

/** A condition that is made of no other. */
export type Leaf = ValueCondition | GoalCondition

/** Every leaf of a condition, those inside `done` only when asked for. */
export function leavesOf(condition: Condition, insideDone: boolean): readonly Leaf[] {
  switch (condition.kind) {
    case 'value':
    case 'goal':
      return [condition]
    case 'and':
    case 'or':
      return condition.conditions.flatMap(part => leavesOf(part, insideDone))
    case 'not':
      return leavesOf(condition.condition, insideDone)
    case 'done':
      return insideDone ? leavesOf(condition.condition, true) : []
  }
}

/** Whether a condition asks what else a visit has done. */
export function hasDone(condition: Condition): boolean {
  switch (condition.kind) {
    case 'done':
      return true
    case 'and':
    case 'or':
      return condition.conditions.some(hasDone)
    case 'not':
      return hasDone(condition.condition)
    case 'value':
    case 'goal':
      return false
  }
}

/** The conditions, of which all hold, without those that ask for a goal: whom a conversion rate is a share of. */
export function withoutGoals(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.filter(condition => condition.kind !== 'goal')
}

/** Whether a goal is asked for: a condition at the top. */
export function asksForGoal(conditions: readonly Condition[]): boolean {
  return conditions.some(condition => condition.kind === 'goal')
}
