import { METRIC_CATALOGUE, type Metric } from '../metrics/catalogue.ts'
import { isTimeDimension } from './dimensions.ts'
import type { MetricValue, Money, Query, ResultRow } from './query.ts'

/** A row of an answer together with its counterpart in the compared period. */
export interface AnsweredRow {
  dimensions: string[]
  metrics: MetricValue[]
  comparison?: { dimensions: string[]; metrics: MetricValue[]; change: (number | null)[] }
}

export interface ComparisonInput {
  readonly query: Query
  readonly rows: readonly ResultRow[]
  readonly compared: readonly ResultRow[]
  /** Buckets of both periods; empty when the query is not split by time. */
  readonly labels: readonly string[]
  readonly comparedLabels: readonly string[]
}

/**
 * Pairs rows of the same dimensions, time buckets by position. A row without counterpart is compared with no events;
 * a bucket that has no counterpart because the compared period is shorter stays alone.
 * A whole series split by nothing but time also gets a row for each bucket that has events only in the compared period.
 */
export function joinComparison(input: ComparisonInput): AnsweredRow[] {
  const { query, compared, labels, comparedLabels } = input
  const timeIndex = query.dimensions.findIndex(isTimeDimension)
  const comparedByKey = new Map(compared.map(row => [keyOf(row.dimensions), row]))
  const positions = new Map(labels.map((label, position) => [label, position]))

  return withMissingBuckets(input, comparedByKey).map(({ dimensions, metrics }) => {
    const row = { dimensions: [...dimensions], metrics: [...metrics] }
    const counterpart = [...dimensions]
    if (timeIndex >= 0) {
      const label = comparedLabels[positions.get(dimensions[timeIndex] ?? '') ?? -1]
      if (label === undefined) return row
      counterpart[timeIndex] = label
    }
    const values = comparedByKey.get(keyOf(counterpart))?.metrics ?? query.metrics.map(noEvents)
    const change = query.metrics.map((metric, index) =>
      changeOf(metric, metrics[index] ?? null, values[index] ?? null),
    )
    return { ...row, comparison: { dimensions: counterpart, metrics: [...values], change } }
  })
}

function withMissingBuckets(
  { query, rows, labels, comparedLabels }: ComparisonInput,
  comparedByKey: ReadonlyMap<string, ResultRow>,
): readonly ResultRow[] {
  const [time, ...others] = query.dimensions
  const isWholeSeries = query.pagination.offset === 0 && rows.length < query.pagination.limit
  if (time === undefined || !isTimeDimension(time) || others.length > 0 || !isWholeSeries) return rows
  const present = new Set(rows.map(row => row.dimensions[0]))
  const missing = labels.filter((label, position) => {
    const counterpart = comparedLabels[position]
    return !present.has(label) && counterpart !== undefined && comparedByKey.has(keyOf([counterpart]))
  })
  const all = [
    ...rows,
    ...missing.map(label => ({ dimensions: [label], metrics: query.metrics.map(noEvents) })),
  ]
  const [key, direction] = query.orderBy[0] ?? []
  if (key !== time) return all
  const sign = direction === 'desc' ? -1 : 1
  return all.sort((a, b) => ((a.dimensions[0] ?? '') < (b.dimensions[0] ?? '') ? -sign : sign))
}

function keyOf(dimensions: readonly string[]): string {
  return dimensions.join('\0')
}

/** What a metric is when nothing happened: counts are 0, means and shares have no value. */
function noEvents(metric: Metric): number | null {
  return METRIC_CATALOGUE[metric].unit === 'count' ? 0 : null
}

/**
 * Change in percent of the compared value, in points for bounce_rate; null when the compared value is 0 or null, or money
 * of another currency.
 */
function changeOf(metric: Metric, now: MetricValue, before: MetricValue): number | null {
  if (isMoney(now) && isMoney(before) && now.currency !== before.currency) return null
  const [value, compared] = [isMoney(now) ? now.value : now, isMoney(before) ? before.value : before]
  if (value === null || compared === null || compared === 0) return null
  return metric === 'bounce_rate' ? value - compared : Math.round((100 * (value - compared)) / compared)
}

function isMoney(value: MetricValue): value is Money {
  return typeof value === 'object' && value !== null
}
