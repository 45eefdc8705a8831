import type { Goal } from '../goals/goal.ts'
import type { Component } from '../metrics/components.ts'
import { type Condition, hasDone, type Leaf, leavesOf } from '../query/condition.ts'
import {
  type ColumnDimension,
  type Dimension,
  GOAL_DIMENSION,
  isColumnDimension,
  isPropertyDimension,
  isTimeDimension,
} from '../query/dimensions.ts'
import { forEngagement, forVisits } from '../query/readings.ts'
import { intervalAmong } from '../query/time-dimension.ts'
import { hasSealedReading, sealedAs } from '../sealing/sealed-dimensions.ts'
import type { Source } from './plan.ts'
import type { Tally } from './tally.ts'

/** What is to be counted, as far as it decides where from. */
export interface Counting {
  readonly tally: Tally
  readonly components: readonly Component[]
  readonly filters: readonly Condition[]
  readonly dimensions: readonly Dimension[]
}

/** The cheapest source that has the figures of sealed days exactly; `events` when none of the sealed ones has. */
export function sealedSource(counting: Counting): Source {
  const interval = intervalAmong(counting.dimensions)
  if (interval === 'minute') return 'events'
  if (interval === 'hour') return isOfHours(counting) ? 'hourly_stats' : 'events'
  if (dailyKey(counting) !== undefined) return 'daily_stats'
  return isOfSealedVisits(counting) ? 'sealed_visits' : 'events'
}

function isOfHours({ tally, filters, dimensions }: Counting): boolean {
  const isWhole = filters.length === 0 && dimensions.every(isTimeDimension)
  return isWhole && (tally === 'events' || tally === 'starts' || tally === 'visits')
}

/** Which of a day's sealed figures are read: by the values of a dimension, of which one alone may be wanted. */
export interface DailyKey {
  /** Undefined: the whole day. */
  readonly dimension: ColumnDimension | undefined
  /** About `dimension` and nothing else, in the tally's reading. */
  readonly filters: readonly Condition[]
}

/** Where in `daily_stats` a part finds its figures; undefined when it cannot. */
export function dailyKey({ tally, filters, dimensions }: Counting): DailyKey | undefined {
  const [asked, ...others] = dimensions.filter(
    dimension => !isTimeDimension(dimension) && dimension !== GOAL_DIMENSION,
  )
  if (others.length > 0) return undefined
  const value = asked === undefined ? undefined : readAs(asked as ColumnDimension, tally)
  const readFilters = filters.map(filter => readingOf(filter, tally))
  const key = value ?? onlyValue(readFilters)
  if (readFilters.length > 0 && !isAbout(readFilters, key)) return undefined
  if (tally === 'exits' || tally === 'exit_views')
    return filters.length === 0 ? { dimension: key, filters: [] } : undefined
  if (key !== undefined && !isSealedFor(key, tally)) return undefined
  return { dimension: key, filters: readFilters }
}

/** The dimension by whose values a tally finds a row: whole visits are on the page that they began with, ends on theirs. */
export function readAs(dimension: ColumnDimension, tally: Tally): ColumnDimension {
  if (tally === 'exits') return dimension === 'event:page' ? 'visit:exit_page' : dimension
  if (tally === 'exit_views') return dimension === 'visit:exit_page' ? 'event:page' : dimension
  return tally === 'visits' && dimension === 'event:page' ? 'visit:entry_page' : dimension
}

function readingOf(condition: Condition, tally: Tally): Condition {
  if (tally === 'visits' || tally === 'exits') return forVisits(condition)
  return tally === 'engagement' ? forEngagement(condition) : condition
}

function isSealedFor(key: ColumnDimension, tally: Tally): boolean {
  if (isPropertyDimension(key)) return false
  if (tally === 'visits') return key.startsWith('visit:')
  return tally !== 'engagement' || hasSealedReading(key)
}

/** The dimension of a single filter for one value: then nobody is counted for two of them. */
function onlyValue(filters: readonly Condition[]): ColumnDimension | undefined {
  const [filter, ...others] = filters
  if (filter?.kind !== 'value' || others.length > 0) return undefined
  const isOne = filter.operator === 'is' && filter.caseSensitive && new Set(filter.values).size === 1
  // Two regions may share a name, but the name is sealed as a dimension of its own; a country's name is its code's alone.
  return isOne ? filter.dimension : undefined
}

function isAbout(filters: readonly Condition[], key: ColumnDimension | undefined): boolean {
  if (key === undefined) return false
  return filters.every(
    filter =>
      !hasDone(filter) &&
      leavesOf(filter, true).every(
        leaf => leaf.kind === 'value' && sealedAs(leaf.dimension) === sealedAs(key),
      ),
  )
}

/**
 * What single events of a sealed visit are looked at by: not at all, by the pages, by the names, or by goals. A visit
 * knows how often each page and each name came, but not which name came on which page.
 */
export type Items = 'none' | 'pages' | 'names' | 'goals'

/** By what a part looks at the events of sealed visits; undefined when they cannot tell. */
export function itemsOf({ tally, components, filters, dimensions }: Counting): Items | undefined {
  const read = filters.map(filter => readingOf(filter, tally))
  const isKnown = read.every(filter => everyDone(filter, inner => isItems(itemsOfConditions([inner]))))
  const byFilters = itemsOfConditions(read)
  if (!isKnown || byFilters === undefined) return undefined
  const values = dimensions.filter(isColumnDimension).map(dimension => readAs(dimension, tally))
  const items = values.reduce<Items | undefined>(
    (known, dimension) => merged(known, itemsOfDimension(dimension)),
    byFilters,
  )
  const hasRevenue = components.includes('revenue')
  if (items !== 'none' && hasRevenue) return undefined
  // Of the reading only whole visits are known, not what was read of each page.
  return tally === 'engagement' && items !== 'none' ? undefined : items
}

function isOfSealedVisits(counting: Counting): boolean {
  return itemsOf(counting) !== undefined
}

function isItems(items: Items | undefined): boolean {
  return items !== undefined
}

/** By what conditions look at the events of sealed visits, those inside `done` aside; undefined when they cannot. */
export function itemsOfConditions(conditions: readonly Condition[]): Items | undefined {
  const leaves = conditions.flatMap(condition => leavesOf(condition, false))
  const goals = leaves.filter(leaf => leaf.kind === 'goal')
  if (goals.length > 0) {
    const others = leaves.filter(leaf => leaf.kind === 'value' && itemsOfDimension(leaf.dimension) !== 'none')
    const isAlone =
      goals.length === 1 && others.length === 0 && conditions.some(({ kind }) => kind === 'goal')
    return isAlone && goals.every(isPlainGoals) ? 'goals' : undefined
  }
  return leaves.reduce<Items | undefined>(
    (known, leaf) => merged(known, leaf.kind === 'value' ? itemsOfDimension(leaf.dimension) : undefined),
    'none',
  )
}

function isPlainGoals(leaf: Leaf): boolean {
  return leaf.kind === 'goal' && leaf.goals.every(isPlain)
}

/** Sealed visits know neither properties nor how far down a page was seen. */
function isPlain(goal: Goal): boolean {
  return goal.props.length === 0 && goal.kind !== 'scroll'
}

function itemsOfDimension(dimension: ColumnDimension): Items | undefined {
  if (dimension === 'event:page') return 'pages'
  if (dimension === 'event:name') return 'names'
  if (dimension === 'event:hostname' || isPropertyDimension(dimension)) return undefined
  return 'none'
}

function merged(left: Items | undefined, right: Items | undefined): Items | undefined {
  if (left === undefined || right === undefined) return undefined
  if (left === 'none') return right
  return right === 'none' || left === right ? left : undefined
}

function everyDone(condition: Condition, holds: (inner: Condition) => boolean): boolean {
  switch (condition.kind) {
    case 'done':
      return holds(condition.condition)
    case 'and':
    case 'or':
      return condition.conditions.every(part => everyDone(part, holds))
    case 'not':
      return everyDone(condition.condition, holds)
    default:
      return true
  }
}
