import type { Goal } from '../goals/goal.ts'
import type { Component } from '../metrics/components.ts'
import type { Condition } from '../query/condition.ts'
import type { Dimension } from '../query/dimensions.ts'
import type { Query } from '../query/query.ts'
import type { ValidRows } from '../sealing/sealed-days.ts'
import type { DayRange } from './split-days.ts'
import type { Tally } from './tally.ts'

/**
 * Where rows are read from: raw events; sealed visits, one row each and without an id; the sealed figures of a day by the
 * values of one dimension; the sealed figures of its hours.
 */
export type Source = 'events' | 'sealed_visits' | 'daily_stats' | 'hourly_stats'

/** How a question is answered: rows are added up of parts, shares are taken of further ones. */
export interface Plan {
  readonly query: Query
  /** Without those whose days are known to have no events; none at all when nothing happened. */
  readonly parts: readonly Part[]
  /** Everything that the parts are asked for. */
  readonly components: readonly Component[]
  /** The component that is above 0 in every row of the answer; undefined: a row needs nothing. */
  readonly least: 'matching_events' | 'exits' | undefined
  /** Visitors that `percentage` is a share of: by the dimensions of time alone. */
  readonly all: Total | undefined
  /** Visitors that `conversion_rate` is a share of: by time, without goals. */
  readonly unconverted: Total | undefined
  /** Visitors that `group_conversion_rate` is a share of: by all dimensions but the goal, without goals. */
  readonly group: Total | undefined
}

/** Visitors by some of the query's dimensions. */
export interface Total {
  readonly parts: readonly Part[]
  readonly dimensions: readonly Dimension[]
}

/** What one kind of row contributes to an answer for some of its days. */
export interface Part {
  readonly tally: Tally
  readonly components: readonly Component[]
  readonly source: Source
  readonly days: readonly DayRange[]
  /** Of sealed days: which of their rows are valid; undefined for raw events. */
  readonly rows: ValidRows | undefined
  /** Only events from here on count, in seconds since 1970; earlier ones of the same days still make visits. */
  readonly fromSecond: number | undefined
  /** Later events do not exist for this part. */
  readonly untilSecond: number | undefined
  /** All must hold; in the words of the query, not of the tally. */
  readonly filters: readonly Condition[]
  readonly dimensions: readonly Dimension[]
  /** What stands for dimension `event:goal`. */
  readonly goal: Goal | undefined
  /** Besides, a row for all of them together, whose dimensions are empty. Default false. */
  readonly withTotal?: boolean
  /** Grouped by each of its dimensions by itself: several lists are read together. Default false. */
  readonly isOfLists?: boolean
}

/** The parts of a plan that are counted from events or visits, row by row; both expire, and their number is the work. */
export function countedParts({ parts, all, unconverted, group }: Plan): readonly Part[] {
  const totals = [all, unconverted, group].flatMap(total => total?.parts ?? [])
  return [...parts, ...totals].filter(({ source }) => source === 'events' || source === 'sealed_visits')
}
