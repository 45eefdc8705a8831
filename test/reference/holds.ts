import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import type { Goal } from '../../collector/core/goals/goal.ts'
import type { Condition, ValueCondition } from '../../collector/core/query/condition.ts'
import { shownValue } from './values.ts'
import type { Visit } from './visits.ts'

/** How a condition is read: of an event, of a whole visit (its page is the entry page), or of engagement. */
export type Reading = 'event' | 'visit' | 'engagement'

/** Whether a condition holds for an event of a visit. */
export function holds(condition: Condition, event: AnalyticsEvent, visit: Visit, reading: Reading): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.conditions.every(part => holds(part, event, visit, reading))
    case 'or':
      return condition.conditions.some(part => holds(part, event, visit, reading))
    case 'not':
      return !holds(condition.condition, event, visit, reading)
    case 'done':
      return isDone(condition.condition, visit)
    case 'goal':
      return reading === 'engagement'
        ? isDone(condition, visit)
        : condition.goals.some(goal => reaches(goal, event))
    case 'value': {
      const { dimension } = condition
      if (reading === 'engagement' && (dimension === 'event:name' || dimension.startsWith('event:props:'))) {
        return isDone(condition, visit)
      }
      const isEntry = reading === 'visit' && dimension === 'event:page'
      return fits(condition, shownValue(isEntry ? 'visit:entry_page' : dimension, event, visit))
    }
  }
}

function isDone(condition: Condition, visit: Visit): boolean {
  return visit.events.some(event => counts([condition], event) && holds(condition, event, visit, 'event'))
}

function fits({ operator, values, caseSensitive }: ValueCondition, actual: string): boolean {
  const fold = (text: string) => (caseSensitive ? text : text.toLowerCase())
  const found = values.some(value => {
    if (operator.startsWith('is')) return fold(actual) === fold(value)
    if (operator.startsWith('contains')) return fold(actual).includes(fold(value))
    return new RegExp(value, caseSensitive ? 'u' : 'iu').test(actual)
  })
  return operator.endsWith('_not') ? !found : found
}

/** Whether an event reaches a goal. */
export function reaches(goal: Goal, event: AnalyticsEvent): boolean {
  if (!goal.props.every(({ key, value }) => event.props[key] === value)) return false
  switch (goal.kind) {
    case 'event':
      return event.name === goal.eventName
    case 'page':
      return event.name === 'pageview' && fitsPattern(goal.pagePattern, event.page)
    case 'scroll': {
      const depth = event.engagement?.scrollDepth
      return depth !== undefined && depth >= goal.scrollThreshold && fitsPattern(goal.pagePattern, event.page)
    }
  }
}

/** `*` is any text without a slash, `**` any text; read letter by letter, so that nothing is shared with the SQL. */
function fitsPattern(pattern: string, page: string): boolean {
  if (pattern === '') return page === ''
  if (!pattern.startsWith('*')) {
    return page.startsWith(pattern.slice(0, 1)) && page !== '' && fitsPattern(pattern.slice(1), page.slice(1))
  }
  const isDeep = pattern.startsWith('**')
  const rest = pattern.replace(/^\*+/, '')
  for (let length = 0; length <= page.length; length++) {
    if (!isDeep && page.slice(0, length).includes('/')) return false
    if (fitsPattern(rest, page.slice(length))) return true
  }
  return false
}

/** Engagement is no event of its own, except for a goal about how far down a page was seen. */
export function counts(conditions: readonly Condition[], event: AnalyticsEvent): boolean {
  return event.name !== 'engagement' || conditions.some(condition => namesScroll(condition, event))
}

function namesScroll(condition: Condition, event: AnalyticsEvent): boolean {
  switch (condition.kind) {
    case 'goal':
      return condition.goals.some(goal => goal.kind === 'scroll' && reaches(goal, event))
    case 'and':
    case 'or':
      return condition.conditions.some(part => namesScroll(part, event))
    case 'not':
      return namesScroll(condition.condition, event)
    case 'value':
    case 'done':
      return false
  }
}
