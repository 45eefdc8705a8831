import type { Goal } from '../goals/goal.ts'
import { type Condition, FILTER_OPERATORS, type FilterOperator, type ValueCondition } from './condition.ts'
import { GOAL_DIMENSION, isColumnDimension, isTimeDimension, NAMED_DIMENSIONS } from './dimensions.ts'
import { type Faults, isObject, quoted, refuseUnknownKeys } from './faults.ts'
import { FILTER_LIMITS } from './filter-limits.ts'

/** Where a filter of one dimension stands. */
export interface LeafContext {
  readonly goals: readonly Goal[]
  /** JSON path of the filter, without `#/`. */
  readonly path: string
  readonly faults: Faults
  readonly mayBeGoal?: boolean
  readonly isInDone?: boolean
}

/** Goals that a message lists at most. */
const MAX_LISTED = 20

/** Reads `[operator, dimension, [values], {"case_sensitive": false}?]`. */
export function parseLeaf(value: readonly unknown[], context: LeafContext): Condition | undefined {
  const { path, faults } = context
  const [operatorValue, dimension, valuesValue, options] = value
  const operator = FILTER_OPERATORS.find(known => known === operatorValue)
  if (operator === undefined) faults.add(`${path}/0`, operatorFault(operatorValue))
  const isKnown =
    typeof dimension === 'string' && (dimension === GOAL_DIMENSION || isColumnDimension(dimension))
  if (!isKnown) faults.add(`${path}/1`, dimensionFault(dimension))
  else if (context.isInDone === true && !dimension.startsWith('event:')) {
    faults.add(
      `${path}/1`,
      `What a visit has done is asked of events. Use an event dimension instead of "${dimension}".`,
    )
  }
  const values = parseValues(valuesValue, `${path}/2`, faults)
  const caseSensitive = parseOptions(options, `${path}/3`, faults)
  if (value.length > 4) faults.add(`${path}/4`, 'A filter has at most four parts. Remove this one.')
  if (operator?.startsWith('contains') === true && values?.includes('') === true) {
    faults.add(`${path}/2`, 'An empty text is contained in everything. Remove it.')
    return undefined
  }
  if (operator?.startsWith('matches') === true) refuseExpressions(values ?? [], `${path}/2`, faults)
  if (operator === undefined || !isKnown || values === undefined) return undefined
  if (dimension === GOAL_DIMENSION) return parseGoals(operator, values, caseSensitive, context)
  if (!isColumnDimension(dimension)) return undefined
  return { kind: 'value', operator, dimension, values, caseSensitive } satisfies ValueCondition
}

function operatorFault(value: unknown): string {
  const logic = 'and, or, not, has_done, has_not_done'
  return `Invalid operator ${quoted(value)}. Use one of ${FILTER_OPERATORS.join(', ')}, ${logic}.`
}

function dimensionFault(value: unknown): string {
  if (typeof value === 'string' && isTimeDimension(value)) return 'Time cannot be filtered. Use date_range.'
  const known = [...NAMED_DIMENSIONS, GOAL_DIMENSION, 'event:props:<key>', 'segment'].join(', ')
  return `Invalid dimension ${quoted(value)}. Use one of ${known}.`
}

function parseValues(value: unknown, path: string, faults: Faults): readonly string[] | undefined {
  const { values: most, valueLength } = FILTER_LIMITS
  if (!Array.isArray(value) || value.length === 0 || value.length > most) {
    faults.add(path, `Give a list of 1 to ${most} texts.`)
    return undefined
  }
  const texts = value.flatMap((item: unknown, index) => {
    if (typeof item !== 'string') {
      faults.add(`${path}/${index}`, `Invalid value ${quoted(item)}. Use a text in quotation marks.`)
      return []
    }
    if (item.length > valueLength || !item.isWellFormed()) {
      faults.add(`${path}/${index}`, `Use well-formed Unicode text of at most ${valueLength} characters.`)
      return []
    }
    return [item]
  })
  return texts.length === value.length ? texts : undefined
}

/** What JavaScript has and RE2, whose time is linear, has not. */
const NOT_IN_RE2 = /\(\?<?[=!]|\\[1-9]|\\k</

function refuseExpressions(expressions: readonly string[], path: string, faults: Faults): void {
  for (const [index, expression] of expressions.entries()) {
    if (expression.length > FILTER_LIMITS.expressionLength) {
      faults.add(
        `${path}/${index}`,
        `Use an expression of at most ${FILTER_LIMITS.expressionLength} characters.`,
      )
    } else if (NOT_IN_RE2.test(expression)) {
      faults.add(
        `${path}/${index}`,
        'Expressions are those of RE2, which has no look-around and no back references. Use several filters instead.',
      )
    } else if (expression.includes('\0')) {
      faults.add(`${path}/${index}`, 'An expression cannot hold the character U+0000. Write it as \\x00.')
    }
  }
}

function parseOptions(value: unknown, path: string, faults: Faults): boolean {
  if (value === undefined) return true
  if (!isObject(value)) {
    faults.add(path, 'Options must be an object such as {"case_sensitive": false}.')
    return true
  }
  refuseUnknownKeys(value, ['case_sensitive'], `${path}/`, faults)
  const caseSensitive = value['case_sensitive']
  if (caseSensitive === undefined || typeof caseSensitive === 'boolean') return caseSensitive ?? true
  faults.add(`${path}/case_sensitive`, 'Use true or false.')
  return true
}

function parseGoals(
  operator: FilterOperator,
  values: readonly string[],
  caseSensitive: boolean,
  { goals, path, faults, mayBeGoal }: LeafContext,
): Condition | undefined {
  if (operator !== 'is' && operator !== 'contains') {
    faults.add(`${path}/0`, `Goals cannot be filtered with "${operator}". Use is or contains.`)
    return undefined
  }
  if (mayBeGoal !== true) {
    faults.add(`${path}/1`, 'A goal can be asked for at the top of the filters or inside has_done only.')
    return undefined
  }
  const cased = (text: string) => (caseSensitive ? text : text.toLowerCase())
  const fitting = goals.filter(({ displayName }) =>
    values.some(value =>
      operator === 'is' ? cased(displayName) === cased(value) : cased(displayName).includes(cased(value)),
    ),
  )
  if (fitting.length === 0) {
    const names = goals.slice(0, MAX_LISTED).map(({ displayName }) => JSON.stringify(displayName))
    const known =
      names.length === 0 ? 'The site has no goals yet.' : `Goals of the site are ${names.join(', ')}.`
    faults.add(`${path}/2`, `The site has no such goal. ${known}`)
    return undefined
  }
  return { kind: 'goal', goals: fitting }
}
