import type { MarksBody } from '../../../collector/http/contract.ts'
import { toBucketNotes } from './bucket-notes.ts'
import { formatBucket } from './format.ts'
import { firstDayOfBucket, type Interval, lastDayOfBucket } from './intervals.ts'
import type { SeriesPoint } from './series.ts'
import { WORDS } from './wording.ts'

/** What disturbed the counting in each bucket, in sentences: visitors counted again, and times in which nothing was counted. */
export function toBucketMarks(
  points: readonly SeriesPoint[],
  interval: Interval,
  marks: MarksBody,
): readonly (readonly string[])[] {
  const restarts = toBucketNotes(
    points,
    interval,
    marks.key_restarted.map(day => ({ day })),
  )
  return points.map(({ label }, index) => {
    const [start, end] = clockOf(label, interval)
    return [
      ...(restarts[index] ?? []).map(({ day }) => WORDS.keyRestarted(formatBucket(day, 'day'))),
      ...marks.away
        .filter(({ from, until }) => from <= end && start < until)
        .map(({ from, until }) => WORDS.wasAway(formatBucket(from, 'hour'), formatBucket(until, 'hour'))),
    ]
  })
}

/** First and last second of a bucket by the site's clock. */
function clockOf(label: string, interval: Interval): readonly [start: string, end: string] {
  return interval === 'hour'
    ? [label, `${label.slice(0, 13)}:59:59`]
    : [`${firstDayOfBucket(label, interval)} 00:00:00`, `${lastDayOfBucket(label, interval)} 23:59:59`]
}
