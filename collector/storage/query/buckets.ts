import type { Interval } from '../../core/query/intervals.ts'
import type { Query } from '../../core/query/query.ts'
import type { Parameters } from './parameters.ts'

/**
 * SQL for the label of the bucket that a day and an instant (two SQL expressions) fall into; the labels are those of
 * core/query/time-buckets.ts. Hours are cut from the local wall clock, so that zones of half an hour come out right.
 */
export function bucketLabel(
  interval: Interval,
  day: string,
  instant: string | undefined,
  query: Query,
  parameters: Parameters,
): string {
  const timezone = () => parameters.bind('timezone', 'String', query.timezone)
  if ((interval === 'minute' || interval === 'hour') && instant === undefined) {
    throw new Error(`Days cannot be split by ${interval}`)
  }
  switch (interval) {
    case 'minute':
      return `formatDateTime(${instant}, '%Y-%m-%d %H:%i:00', ${timezone()})`
    case 'hour':
      return `formatDateTime(${instant}, '%Y-%m-%d %H:00:00', ${timezone()})`
    case 'day':
      return `toString(${day})`
    case 'week':
      return `toString(greatest(toMonday(${day}), ${parameters.bind('first_day', 'Date', query.period.firstDay)}))`
    case 'month':
      return `toString(toStartOfMonth(${day}))`
  }
}
