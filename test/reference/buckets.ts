import type { Dimension } from '../../collector/core/query/dimensions.ts'
import type { Query } from '../../collector/core/query/query.ts'
import { localDateTime } from '../../collector/core/time/zone.ts'

/** Label of the time bucket; undefined for a dimension that is not of time. */
export function bucketOf(
  dimension: Dimension,
  day: string,
  second: number,
  { timezone, period }: Query,
): string | undefined {
  switch (dimension) {
    case 'time:minute':
      return `${localDateTime(second, timezone).slice(0, 16)}:00`
    case 'time:hour':
      return `${localDateTime(second, timezone).slice(0, 13)}:00:00`
    case 'time:day':
      return day
    case 'time:week': {
      const date = new Date(`${day}T12:00:00Z`)
      while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1)
      const monday = date.toISOString().slice(0, 10)
      return [monday, period.firstDay].toSorted().at(-1)
    }
    case 'time:month':
      return `${day.slice(0, 7)}-01`
    default:
      return undefined
  }
}
