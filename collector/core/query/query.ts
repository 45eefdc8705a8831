import type { Goal } from '../goals/goal.ts'
import type { Day, SiteId } from '../ids.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { Condition } from './condition.ts'
import type { Dimension } from './dimensions.ts'

/** A checked question to the statistics: everything resolved, nothing left to look up. */
export interface Query {
  readonly siteId: SiteId
  /** IANA name of the site's time zone; buckets and days are local to it. */
  readonly timezone: string
  readonly metrics: readonly Metric[]
  readonly dimensions: readonly Dimension[]
  readonly period: Period
  /** All must hold. */
  readonly filters: readonly Condition[]
  /** What dimension `event:goal` splits by: the site's goals, only those of a goal filter where there is one. */
  readonly goals: readonly Goal[]
  readonly orderBy: readonly (readonly [Metric | Dimension, 'asc' | 'desc'])[]
  readonly include: Include
  /** `limit` 1–10,000; `offset` ≥ 0. */
  readonly pagination: { readonly limit: number; readonly offset: number }
  /** Visitors that a row needs on a day to be counted of that day: see large-rows.ts. Undefined: every row counts. */
  readonly leastVisitors?: number
}

/**
 * The site's local days from `firstDay` to `lastDay`, both included.
 * `fromSecond` (included) and `untilSecond` (excluded) narrow it to instants, in seconds since 1970.
 */
export interface Period {
  readonly firstDay: Day
  readonly lastDay: Day
  readonly fromSecond?: number
  readonly untilSecond?: number
}

export interface Include {
  /** Say in the answer whether imported statistics are part of it. */
  readonly imports: boolean
  /** List every bucket of the period in `meta.time_labels`, empty ones too. */
  readonly timeLabels: boolean
  /** Count all rows before pagination in `meta.total_rows`. */
  readonly totalRows: boolean
  /** The period to compare with, already cut to the same elapsed part. */
  readonly compare?: Period
}

/** One line of an answer; null where a metric has no value. */
export interface ResultRow {
  readonly dimensions: readonly string[]
  readonly metrics: readonly MetricValue[]
}

export type MetricValue = number | Money | null

/** A sum of money as the API writes it. */
export interface Money {
  /** For people in a hurry, such as `€1.2K`. */
  readonly short: string
  /** Exact, at most 3 decimals. */
  readonly value: number
  /** For people who want to know, such as `€1,234.50`. */
  readonly long: string
  /** ISO 4217. */
  readonly currency: string
}
