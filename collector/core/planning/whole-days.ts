import type { Day } from '../ids.ts'
import { METRIC_CATALOGUE } from '../metrics/catalogue.ts'
import { addTo, type Component, type GrowingSums, NO_SUMS, type Sums } from '../metrics/components.ts'
import { isTimeDimension } from '../query/dimensions.ts'
import { bucketOfDay } from '../query/time-buckets.ts'
import { intervalAmong } from '../query/time-dimension.ts'
import type { Part, Plan } from './plan.ts'
import { dailyKey } from './sealed-source.ts'
import { isWithin } from './split-days.ts'
import { FOUND_BY, type Tally } from './tally.ts'

/**
 * Whether a plan asks for nothing but sums of whole days, some of them sealed: then what was sealed fits into memory, a
 * row a day, and only days that are not sealed have to be looked at.
 */
export function isOfWholeDays(plan: Plan): boolean {
  const { query, parts } = plan
  return (
    isOfSums(plan) &&
    query.filters.length === 0 &&
    parts.some(isSealedSum) &&
    parts.every(part => isSealedSum(part) || part.source === 'events')
  )
}

/** Whether a plan asks for nothing but sums, at most by time, so that its metrics can be computed in memory. */
export function isOfSums({ query, least, all, unconverted, group }: Plan): boolean {
  const isAmount = (key: string): boolean =>
    Object.hasOwn(METRIC_CATALOGUE, key) &&
    METRIC_CATALOGUE[key as keyof typeof METRIC_CATALOGUE].unit === 'money'
  return (
    query.dimensions.every(isTimeDimension) &&
    least === undefined &&
    [all, unconverted, group].every(total => total === undefined) &&
    // Amounts are ordered by what they were before they were rounded.
    !query.orderBy.some(([key]) => isAmount(key))
  )
}

/** Whether a part adds up the sealed figures of whole days. */
export function isSealedSum(part: Part): boolean {
  if (part.source !== 'daily_stats' || part.tally === 'exits' || part.tally === 'exit_views') return false
  const key = dailyKey(part)
  return key !== undefined && key.dimension === undefined
}

/** Sums by day. */
export type DaySums = ReadonlyMap<Day, Sums>

/**
 * Adds up what was sealed of the plan's days and what is not sealed yet, by the buckets of its dimension of time, `''`
 * where it has none. A bucket in which nothing was found is absent.
 */
export function addUpDays(plan: Plan, sealed: DaySums, live: DaySums): ReadonlyMap<string, Sums> {
  const { query, components } = plan
  const interval = intervalAmong(query.dimensions)
  const buckets = new Map<string, GrowingSums>(interval === undefined ? [['', { ...NO_SUMS }]] : [])
  const add = (day: Day, sums: Sums, which: readonly Component[]): void => {
    const bucket = interval === undefined ? '' : bucketOfDay(day, interval, query.period)
    let total = buckets.get(bucket)
    if (total === undefined) {
      total = { ...NO_SUMS }
      buckets.set(bucket, total)
    }
    addTo(total, sums, which)
  }
  for (const { tally, days, components: which } of plan.parts.filter(isSealedSum)) {
    for (const [day, sums] of sealed) {
      if (isWithin(day, days) && found(tally, sums)) add(day, sums, which)
    }
  }
  for (const [day, sums] of live) add(day, sums, components)
  return buckets
}

/** Whether a tally found anything on a day. */
function found(tally: Tally, sums: Sums): boolean {
  return FOUND_BY[tally].some(component => Number(sums[component]) > 0)
}
