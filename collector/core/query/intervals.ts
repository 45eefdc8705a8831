import { daysBetween } from '../time/calendar.ts'
import { startOfDaySeconds } from '../time/zone.ts'
import type { Period } from './query.ts'

/** Widths of a time bucket, finest first. */
export const INTERVALS = ['minute', 'hour', 'day', 'week', 'month'] as const
export type Interval = (typeof INTERVALS)[number]

/** A bucket's shortest length in seconds, to estimate how many a period has. */
const INTERVAL_SECONDS = { minute: 60, hour: 3_600, day: 86_400, week: 604_800, month: 2_419_200 } as const

const MOST_SECONDS_BY_HOUR = 48 * 3_600
const MOST_DAYS_BY_DAY = 40
const MOST_DAYS_BY_WEEK = 52 * 7

/** The interval that dimension `time` stands for: ≤ 48 h by hour, ≤ 40 days by day, ≤ 52 weeks by week, else by month. */
export function intervalOfPeriod(period: Period): Interval {
  const days = daysBetween(period.firstDay, period.lastDay) + 1
  const isShort =
    period.fromSecond !== undefined && period.untilSecond !== undefined
      ? period.untilSecond - period.fromSecond <= MOST_SECONDS_BY_HOUR
      : days <= 2
  if (isShort) return 'hour'
  if (days <= MOST_DAYS_BY_DAY) return 'day'
  return days <= MOST_DAYS_BY_WEEK ? 'week' : 'month'
}

/** About how many buckets a period has; never less than the true number by more than one. */
export function bucketCountAbout(period: Period, interval: Interval, timezone: string): number {
  const from = period.fromSecond ?? startOfDaySeconds(period.firstDay, timezone)
  const until = period.untilSecond ?? startOfDaySeconds(period.lastDay, timezone) + 86_400
  return Math.ceil((until - from) / INTERVAL_SECONDS[interval])
}
