import { METRIC_CATALOGUE, type Metric } from '../../../collector/core/metrics/catalogue.ts'
import type { QueryResultBody } from '../../../collector/http/contract.ts'
import { FIGURES } from './figures.ts'
import { firstDayOfBucket, type Interval, lastDayOfBucket } from './intervals.ts'
import { numberOf } from './metric-value.ts'
import type { DayRange } from './periods.ts'

/** One bucket of the drawn line. */
export interface SeriesPoint {
  /** As the API writes it, local to the site. */
  readonly label: string
  /** Null where the metric has no value, and in the future. */
  readonly value: number | null
  /** The compared bucket's label and value, where there is one. */
  readonly earlierLabel?: string
  readonly earlier: number | null
  /** `running` still receives events; `cut` lies partly outside the period; `future` has not begun. */
  readonly state: 'whole' | 'running' | 'cut' | 'future'
}

/**
 * The drawn line of one metric out of the answer to `seriesQuestion`, a point per time label.
 * `now` is the site's wall clock, `YYYY-MM-DD HH:MM:SS`; `days` is undefined for all time.
 */
export function toSeries(
  answer: QueryResultBody,
  metric: Metric,
  interval: Interval,
  days: DayRange | undefined,
  now: string,
): SeriesPoint[] {
  const index = FIGURES.indexOf(metric)
  const rows = new Map(answer.results.map(row => [row.dimensions[0], row]))
  const labels = answer.meta.time_labels ?? answer.results.map(row => row.dimensions[0] ?? '')
  const earlierLabels = answer.meta.comparison_time_labels ?? []
  const earlierValues = new Map(
    answer.results.flatMap(row =>
      row.comparison === undefined
        ? []
        : [[row.comparison.dimensions[0], numberOf(row.comparison.metrics[index])] as const],
    ),
  )
  return labels.map((label, position) => {
    const state = bucketState(label, interval, days, now)
    const earlierLabel = earlierLabels[position]
    const hasEarlier = earlierLabel !== undefined
    return {
      label,
      value: state === 'future' ? null : (numberOf(rows.get(label)?.metrics[index]) ?? emptyValue(metric)),
      ...(hasEarlier ? { earlierLabel } : {}),
      earlier: hasEarlier ? (earlierValues.get(earlierLabel) ?? emptyValue(metric)) : null,
      state,
    }
  })
}

/** First and last bucket's day of the earlier period; undefined when nothing is compared. */
export function toEarlierDays(points: readonly SeriesPoint[]): DayRange | undefined {
  const labels = points.flatMap(point =>
    point.earlierLabel === undefined ? [] : [point.earlierLabel.slice(0, 10)],
  )
  const [from, to] = [labels[0], labels.at(-1)]
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** Nothing happened: zero of what is counted, no value for a mean. */
function emptyValue(metric: Metric): number | null {
  return METRIC_CATALOGUE[metric].unit === 'count' ? 0 : null
}

function bucketState(
  label: string,
  interval: Interval,
  days: DayRange | undefined,
  now: string,
): SeriesPoint['state'] {
  const today = now.slice(0, 10)
  if (interval === 'hour') {
    if (label.slice(0, 13) === now.slice(0, 13)) return 'running'
    return label > now ? 'future' : 'whole'
  }
  const first = firstDayOfBucket(label, interval)
  const last = lastDayOfBucket(label, interval)
  if (first > today) return 'future'
  if (today <= last && (days === undefined || today <= days.to)) return 'running'
  return days !== undefined && (first < days.from || last > days.to) ? 'cut' : 'whole'
}
