import type { Day, SiteId } from '../ids.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { Dimension, ValueDimension } from './dimensions.ts'

/** A checked question to the statistics: everything resolved, nothing left to look up. */
export interface Query {
  readonly siteId: SiteId
  /** IANA name of the site's time zone; buckets and days are local to it. */
  readonly timezone: string
  readonly metrics: readonly Metric[]
  readonly dimensions: readonly Dimension[]
  readonly period: Period
  readonly filters: readonly Filter[]
  readonly orderBy: readonly (readonly [Metric | Dimension, 'asc' | 'desc'])[]
  readonly include: Include
  /** `limit` 1–10,000; `offset` ≥ 0. */
  readonly pagination: { readonly limit: number; readonly offset: number }
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

export const FILTER_OPERATORS = ['is', 'is_not', 'contains', 'contains_not'] as const
export type FilterOperator = (typeof FILTER_OPERATORS)[number]

/** A condition on one dimension; its values are alternatives. Several filters must all hold. */
export interface Filter {
  readonly operator: FilterOperator
  readonly dimension: ValueDimension
  readonly values: readonly string[]
  /** Default true. */
  readonly caseSensitive: boolean
}

export interface Include {
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
  readonly metrics: readonly (number | null)[]
}
