import type { TimeDimension } from './dimensions.ts'
import type { Interval } from './intervals.ts'

const INTERVAL_OF = {
  'time:minute': 'minute',
  'time:hour': 'hour',
  'time:day': 'day',
  'time:week': 'week',
  'time:month': 'month',
} as const satisfies Record<Exclude<TimeDimension, 'time'>, Interval>

/** The width of the buckets that a concrete dimension of time stands for. */
export function intervalOf(dimension: keyof typeof INTERVAL_OF): Interval {
  return INTERVAL_OF[dimension]
}

/** The interval that a query is split by, if it is. Throws for `time`, which the parser makes concrete. */
export function intervalAmong(dimensions: readonly string[]): Interval | undefined {
  const time = dimensions.find(dimension => dimension === 'time' || dimension.startsWith('time:'))
  if (time === undefined) return undefined
  if (!Object.hasOwn(INTERVAL_OF, time))
    throw new Error(`Dimension "${time}" names no interval: parse the query first`)
  return INTERVAL_OF[time as keyof typeof INTERVAL_OF]
}
