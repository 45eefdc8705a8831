import type { Goal, GoalProperty } from '../../core/goals/goal.ts'
import { isOnePage, pagePatternExpression } from '../../core/goals/page-pattern.ts'
import type { Condition, FilterOperator, ValueCondition } from '../../core/query/condition.ts'
import type { ColumnDimension } from '../../core/query/dimensions.ts'
import type { Parameters } from './parameters.ts'

/** What a kind of row has to say, in SQL. */
export interface RowContext {
  /** The value of a dimension as people see it. */
  value(dimension: ColumnDimension): string
  /** Whether one of these goals is reached. */
  goals(goals: readonly Goal[]): string
  /** Whether the row's visit has an event of which the condition holds. */
  done(condition: Condition): string
}

/** SQL of a condition about a row of a kind. */
export function conditionSql(condition: Condition, context: RowContext, parameters: Parameters): string {
  switch (condition.kind) {
    case 'value':
      return valueSql(condition, context.value(condition.dimension), parameters)
    case 'goal':
      return condition.goals.length === 0 ? 'false' : context.goals(condition.goals)
    case 'done':
      return context.done(condition.condition)
    case 'not':
      return `NOT (${conditionSql(condition.condition, context, parameters)})`
    case 'and':
    case 'or': {
      const parts = condition.conditions.map(part => conditionSql(part, context, parameters))
      return parts.length === 0
        ? String(condition.kind === 'and')
        : `(${parts.join(` ${condition.kind.toUpperCase()} `)})`
    }
  }
}

/** Whether a value, given by SQL, is as the condition wants it. */
export function valueSql(condition: ValueCondition, value: string, parameters: Parameters): string {
  const { operator, values, caseSensitive } = condition
  const found = FOUND[operator](value, values, caseSensitive, parameters)
  return operator.endsWith('_not') ? `NOT ${found}` : found
}

type Found = (
  value: string,
  values: readonly string[],
  caseSensitive: boolean,
  parameters: Parameters,
) => string

const isOneOf: Found = (value, values, caseSensitive, parameters) => {
  const [only, ...others] = values
  if (caseSensitive && only !== undefined && others.length === 0) {
    return `(${value} = ${parameters.bind('value', 'String', only)})`
  }
  const list = parameters.bind('values', 'Array(String)', values)
  return caseSensitive ? `has(${list}, ${value})` : `has(${lowered(list)}, lowerUTF8(${value}))`
}

const containsOneOf: Found = (value, values, caseSensitive, parameters) => {
  const list = parameters.bind('values', 'Array(String)', values)
  return caseSensitive
    ? `multiSearchAny(${value}, ${list})`
    : `multiSearchAny(lowerUTF8(${value}), ${lowered(list)})`
}

/** RE2, whose time is linear in the text, whatever the expression. */
const matchesOneOf: Found = (value, values, caseSensitive, parameters) => {
  const each = values.map(expression => {
    const source = caseSensitive ? expression : `(?i)${expression}`
    return `match(${value}, ${parameters.bind('expression', 'String', source)})`
  })
  return `(${each.join(' OR ')})`
}

const FOUND = {
  is: isOneOf,
  is_not: isOneOf,
  contains: containsOneOf,
  contains_not: containsOneOf,
  matches: matchesOneOf,
  matches_not: matchesOneOf,
} as const satisfies Record<FilterOperator, Found>

function lowered(list: string): string {
  return `arrayMap(value -> lowerUTF8(value), ${list})`
}

/** Whether a page, given by SQL, fits a goal's pattern. */
export function pageFits(page: string, pattern: string, parameters: Parameters): string {
  if (isOnePage(pattern)) return `(${page} = ${parameters.bind('page', 'String', pattern)})`
  return `match(${page}, ${parameters.bind('pattern', 'String', pagePatternExpression(pattern))})`
}

/** Scroll depth that was not measured. */
export const UNKNOWN_DEPTH = 255

/** Whether an event of alias `events` reaches a goal. */
export function goalReached(goal: Goal, parameters: Parameters): string {
  const parts = [...ownConditions(goal, parameters), ...goal.props.map(prop => propertyIs(prop, parameters))]
  return `(${parts.join(' AND ')})`
}

function ownConditions(goal: Goal, parameters: Parameters): readonly string[] {
  switch (goal.kind) {
    case 'event':
      return [`events.name = ${parameters.bind('goal_name', 'String', goal.eventName)}`]
    case 'page':
      return ["events.name = 'pageview'", pageFits('events.page', goal.pagePattern, parameters)]
    case 'scroll':
      return [
        "events.name = 'engagement'",
        `events.scroll_depth != ${UNKNOWN_DEPTH}`,
        `events.scroll_depth >= ${parameters.bind('scroll', 'UInt8', goal.scrollThreshold)}`,
        pageFits('events.page', goal.pagePattern, parameters),
      ]
  }
}

function propertyIs({ key, value }: GoalProperty, parameters: Parameters): string {
  const name = parameters.bind('property', 'String', key)
  const wanted = parameters.bind('property_value', 'String', value)
  return `events.prop_values[indexOf(events.prop_keys, ${name})] = ${wanted}`
}
