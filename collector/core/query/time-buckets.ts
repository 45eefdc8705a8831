import type { Day } from '../ids.ts'
import { addMonths, startOfMonth, startOfWeek } from '../time/calendar.ts'
import { addDays, localDateTime, startOfDaySeconds } from '../time/zone.ts'
import type { Interval } from './intervals.ts'
import type { Period } from './query.ts'

/**
 * The label of every bucket of a period, in order, in the site's local time: `YYYY-MM-DD` for days, weeks and months,
 * `YYYY-MM-DD HH:MM:SS` for hours and minutes.
 * As in Plausible's API, a week that began before the period is named by the period's first day, a month always by its
 * own first day. An hour that the clock skips has no label; one that it shows twice has one label for both.
 */
export function timeLabels(period: Period, interval: Interval, timezone: string): readonly string[] {
  switch (interval) {
    case 'minute':
    case 'hour':
      return clockLabels(period, interval, timezone)
    case 'day':
      return calendarLabels(period.firstDay, period.lastDay, day => addDays(day, 1))
    case 'week':
      return calendarLabels(period.firstDay, period.lastDay, day => addDays(startOfWeek(day), 7))
    case 'month':
      return calendarLabels(startOfMonth(period.firstDay), period.lastDay, day => addMonths(day, 1))
  }
}

/** The label of the bucket of whole days that a day of the period falls into. */
export function bucketOfDay(day: Day, interval: Interval, { firstDay }: Pick<Period, 'firstDay'>): string {
  switch (interval) {
    case 'minute':
    case 'hour':
      throw new Error(`Days cannot be split by ${interval}`)
    case 'day':
      return day
    case 'week': {
      const monday = startOfWeek(day)
      return monday < firstDay ? firstDay : monday
    }
    case 'month':
      return startOfMonth(day)
  }
}

function calendarLabels(first: Day, last: Day, next: (day: Day) => Day): readonly string[] {
  const labels: string[] = []
  for (let day = first; day <= last; day = next(day)) labels.push(day)
  return labels
}

function clockLabels(period: Period, interval: 'minute' | 'hour', timezone: string): readonly string[] {
  const from = period.fromSecond ?? startOfDaySeconds(period.firstDay, timezone)
  const until = period.untilSecond ?? startOfDaySeconds(addDays(period.lastDay, 1), timezone)
  // Offsets are whole quarters of an hour, so stepping by a quarter misses no local hour.
  const step = interval === 'hour' ? 900 : 60
  const labels = new Set<string>()
  for (let instant = from - (from % step); instant < until; instant += step) {
    if (instant + step <= from) continue
    const local = localDateTime(Math.max(instant, from), timezone)
    labels.add(interval === 'hour' ? `${local.slice(0, 13)}:00:00` : `${local.slice(0, 16)}:00`)
  }
  return [...labels].sort()
}
