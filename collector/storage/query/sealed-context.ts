import type { Goal } from '../../core/goals/goal.ts'
import { type Items, itemsOfConditions } from '../../core/planning/sealed-source.ts'
import type { Condition } from '../../core/query/condition.ts'
import type { ColumnDimension } from '../../core/query/dimensions.ts'
import { displayed, visitColumn } from './columns.ts'
import { conditionSql, pageFits, type RowContext } from './conditions.ts'
import type { Parameters } from './parameters.ts'

/**
 * What a sealed visit knows of its events: for each page or name how often it came. SQL of the arrays, and of one item of
 * them once they are bound to the variables.
 */
export interface ItemSet {
  /** The arrays, all of the same length, by the variables that stand for one item. */
  readonly arrays: Readonly<Record<string, string>>
  /** Whether the item stands for any event. */
  readonly counts: string
  readonly pageviews: string
  readonly events: string
}

export const PAGES: ItemSet = {
  arrays: { item_page: 'sealed.pages', item_views: 'sealed.page_views', item_customs: 'sealed.page_customs' },
  counts: 'true',
  pageviews: 'item_views',
  events: 'item_views + item_customs',
}

/** Page views are the events of a name like others. */
export const NAMES: ItemSet = {
  arrays: {
    item_name: "arrayConcat(sealed.names, ['pageview'])",
    item_events: 'arrayConcat(sealed.name_events, [sealed.views])',
  },
  counts: 'item_events > 0',
  pageviews: "if(item_name = 'pageview', item_events, 0)",
  events: 'item_events',
}

/** A function of one item over the arrays of a set, such as `arrayExists`; `body` looks at one of them at least. */
export function overItems(name: string, body: string, { arrays }: ItemSet): string {
  // Arrays that are not looked at need not be read.
  const read = Object.entries(arrays).filter(([variable]) => body.includes(variable))
  return `${name}((${read.map(([variable]) => variable).join(', ')}) -> ${body}, ${read.map(([, array]) => array).join(', ')})`
}

/** What visits read, added up; only whole visits tell, not their pages. */
export const READ_BY_VISITS = {
  engaged_ms: 'sum(sealed.engaged_ms)',
  engaged_visits: 'countIf(sealed.engaged_ms > 0)',
  scroll_percents: 'sum(sealed.scroll_percents)',
  scrolled_visits: 'sum(sealed.scrolled_pages)',
} as const

/** Whether a sealed visit has an event that counts. */
export const HAS_EVENTS = 'sealed.views + sealed.customs > 0'

/** What sealed visits of alias `sealed` say, and one item of theirs where its variables are bound. */
export function sealedContext(parameters: Parameters): RowContext {
  const context: RowContext = {
    value(dimension: ColumnDimension) {
      if (dimension === 'event:page') return 'item_page'
      if (dimension === 'event:name') return 'item_name'
      return displayed(visitColumn(dimension, 'sealed'), dimension, parameters)
    },
    goals: goals => `(${goals.map(goal => reachedGoal(goal, parameters)).join(' OR ')})`,
    done: condition => someEvent([condition], context, parameters),
  }
  return context
}

/** Whether some event of a sealed visit matches all the conditions, which look at one kind of items. */
export function someEvent(
  conditions: readonly Condition[],
  context: RowContext,
  parameters: Parameters,
): string {
  const all = conditions.map(condition => conditionSql(condition, context, parameters))
  const items = itemsOfConditions(conditions)
  const set = itemSet(items)
  if (set !== undefined) return overItems('arrayExists', [set.counts, ...all].join(' AND '), set)
  return `(${[...(items === 'goals' ? [] : [HAS_EVENTS]), ...all].join(' AND ')})`
}

/** The items by which events are looked at; undefined where none are looked at one by one. */
export function itemSet(items: Items | undefined): ItemSet | undefined {
  if (items === 'pages') return PAGES
  return items === 'names' ? NAMES : undefined
}

function reachedGoal(goal: Goal, parameters: Parameters): string {
  switch (goal.kind) {
    case 'event':
      return `has(sealed.names, ${parameters.bind('goal_name', 'String', goal.eventName)})`
    case 'page':
      return overItems(
        'arrayExists',
        `item_views > 0 AND ${pageFits('item_page', goal.pagePattern, parameters)}`,
        PAGES,
      )
    case 'scroll':
      throw new Error('A sealed visit does not know how far down each page was seen')
  }
}

/** Page views of a sealed visit that reach one of the goals, and other events that do, as two SQL expressions. */
export function goalEvents(
  goals: readonly Goal[],
  parameters: Parameters,
): { readonly pageviews: string; readonly customs: string } {
  const pages = goals.flatMap(goal =>
    goal.kind === 'page' ? [pageFits('item_page', goal.pagePattern, parameters)] : [],
  )
  const names = goals.flatMap(goal => (goal.kind === 'event' ? [goal.eventName] : []))
  return {
    pageviews:
      pages.length === 0 ? '0' : overItems('arraySum', `if(${pages.join(' OR ')}, item_views, 0)`, PAGES),
    customs:
      names.length === 0
        ? '0'
        : `arraySum((item_name, item_events) -> if(has(${parameters.bind('goal_names', 'Array(String)', names)}, item_name), item_events, 0), sealed.names, sealed.name_events)`,
  }
}
