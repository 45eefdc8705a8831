import { addDays, countDays, type DayRange } from './periods.ts'

/** Sizes of one bucket of the time series, small to large. */
export const INTERVALS = ['hour', 'day', 'week', 'month'] as const
export type Interval = (typeof INTERVALS)[number]

/** Intervals that draw a readable line: at least two buckets, at most a few hundred. Never empty. */
export function fittingIntervals(days: DayRange | undefined): readonly Interval[] {
  if (days === undefined) return ['day', 'week', 'month']
  const count = countDays(days)
  if (count === 1) return ['hour']
  return INTERVALS.filter(interval => {
    if (interval === 'hour') return count <= 8
    if (interval === 'day') return count <= 400
    if (interval === 'week') return count >= 14
    return count >= 62
  })
}

/** The interval a period is shown in when nobody chose one; undefined lets the collector choose for all time. */
export function usualInterval(days: DayRange | undefined): Interval | undefined {
  if (days === undefined) return undefined
  const count = countDays(days)
  if (count <= 2) return 'hour'
  if (count <= 100) return 'day'
  return count <= 400 ? 'week' : 'month'
}

/** The interval that time labels were made with: hours carry a clock, the others their distance. */
export function intervalOf(labels: readonly string[]): Interval {
  const [first, second, third] = labels
  if (first === undefined) return 'day'
  if (first.length > 10) return 'hour'
  // The first bucket may be cut by the period's first day; the second distance is a whole one.
  const [from, to] = third === undefined ? [first, second] : [second, third]
  if (from === undefined || to === undefined) return 'day'
  const distance = countDays({ from, to }) - 1
  if (distance <= 1) return 'day'
  return distance <= 7 ? 'week' : 'month'
}

/** Last day of the bucket that begins with `label`. */
export function lastDayOfBucket(label: string, interval: Interval): string {
  const day = label.slice(0, 10)
  if (interval === 'week') return addDays(mondayOf(day), 6)
  if (interval === 'month') return addDays(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1)
  return day
}

/** First day of the bucket that `label` belongs to; earlier than the label where a period cuts the bucket. */
export function firstDayOfBucket(label: string, interval: Interval): string {
  const day = label.slice(0, 10)
  if (interval === 'week') return mondayOf(day)
  return interval === 'month' ? `${day.slice(0, 7)}-01` : day
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}
