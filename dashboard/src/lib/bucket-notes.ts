import { firstDayOfBucket, type Interval, lastDayOfBucket } from './intervals.ts'
import type { SeriesPoint } from './series.ts'

/** The notes about the days of each bucket; those about a day stand at its first hour. */
export function toBucketNotes<Note extends { readonly day: string }>(
  points: readonly SeriesPoint[],
  interval: Interval,
  annotations: readonly Note[],
): readonly (readonly Note[])[] {
  let before = ''
  return points.map(({ label }) => {
    const first = firstDayOfBucket(label, interval)
    const isFirstOfDay = first !== before
    before = first
    if (!isFirstOfDay) return []
    const last = lastDayOfBucket(label, interval)
    return annotations.filter(({ day }) => first <= day && day <= last)
  })
}
