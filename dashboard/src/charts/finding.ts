import type { Metric } from '../../../collector/core/metrics/catalogue.ts'
import { formatBucket, formatMetric } from '../lib/format.ts'
import type { Interval } from '../lib/intervals.ts'
import type { SeriesPoint } from '../lib/series.ts'
import { INTERVAL_WORDS, METRIC_WORDS, WORDS } from '../lib/wording.ts'

/** What a time series shows, in a sentence for those who do not see it: what, where highest, where lowest. */
export function toFinding(points: readonly SeriesPoint[], metric: Metric, interval: Interval): string {
  const subject = `${METRIC_WORDS[metric].label} ${INTERVAL_WORDS[interval].per}`
  const known = points.filter(point => point.value !== null)
  // A bucket that still receives events is low only because it is young; it counts when it is all there is.
  const whole = known.filter(point => point.state === 'whole')
  const hasWhole = whole.some(point => (point.value ?? 0) > 0)
  const sorted = (hasWhole ? whole : known).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const highest = sorted[0]
  const lowest = sorted.at(-1)
  if (highest === undefined || lowest === undefined || highest.value === 0)
    return `${subject}. ${WORDS.noData}`
  const say = (point: SeriesPoint) =>
    `${formatMetric(metric, point.value)} (${formatBucket(point.label, interval)})`
  if (highest.value === lowest.value) return `${WORDS.labelled(subject, say(highest))}.`
  return WORDS.finding(subject, say(highest), say(lowest))
}
