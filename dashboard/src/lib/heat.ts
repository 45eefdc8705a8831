import type { QueryResultBody } from '../../../collector/http/contract.ts'
import { numberOf } from './metric-value.ts'
import { addDays, type DayRange, laterDay } from './periods.ts'

/** What the hours of the week are counted in; the places of these in the answer to `heatQuestion`. */
export const HEAT_METRICS = ['visitors', 'pageviews'] as const
export type HeatMetric = (typeof HEAT_METRICS)[number]

/** One hour of the week. */
export interface HeatCell {
  /** Mean of that hour over its days in the period; undefined where the period has none that has begun. */
  readonly mean: number | undefined
  /** How strongly it is coloured: 0–1 of the busiest. */
  readonly strength: number
}

/** The hours of a week: seven days from Monday on, with 24 hours each. */
export interface Heat {
  readonly days: readonly (readonly HeatCell[])[]
  /** The hour with the highest mean, and its share of the sum of all means, 0–1; undefined when nobody came. */
  readonly busiest: { readonly weekday: number; readonly hour: number; readonly share: number } | undefined
}

/**
 * The week as it usually is, out of the answer to `heatQuestion`. Means, because a period has more of some weekdays than of
 * others. `range` is the period's; its days before the first hour with anybody do not count, for the site may be younger.
 * `now` is the site's wall clock, `YYYY-MM-DD HH:MM:SS`: hours that have not begun do not count either.
 */
export function toHeat(answer: QueryResultBody, metric: HeatMetric, range: DayRange, now: string): Heat {
  const index = HEAT_METRICS.indexOf(metric)
  const sums = weekOfZeros()
  for (const row of answer.results) {
    const label = row.dimensions[0] ?? ''
    add(sums, weekdayOf(label.slice(0, 10)), Number(label.slice(11, 13)), numberOf(row.metrics[index]) ?? 0)
  }
  const first = answer.results[0]?.dimensions[0]?.slice(0, 10) ?? range.from
  const counts = countHours({ from: laterDay(first, range.from), to: range.to }, now)
  const means = sums.map((day, weekday) =>
    day.map((sum, hour) => {
      const count = counts[weekday]?.[hour] ?? 0
      return count === 0 ? undefined : sum / count
    }),
  )
  const all = means.flatMap((day, weekday) => day.map((mean, hour) => ({ weekday, hour, mean: mean ?? 0 })))
  const busiest = all.reduce((most, one) => (one.mean > most.mean ? one : most), {
    weekday: 0,
    hour: 0,
    mean: 0,
  })
  const total = all.reduce((sum, one) => sum + one.mean, 0)
  return {
    days: means.map(day =>
      day.map(mean => ({ mean, strength: busiest.mean === 0 ? 0 : (mean ?? 0) / busiest.mean })),
    ),
    busiest:
      busiest.mean === 0
        ? undefined
        : { weekday: busiest.weekday, hour: busiest.hour, share: busiest.mean / total },
  }
}

/** How often each hour of the week has begun in the days. */
function countHours({ from, to }: DayRange, now: string): number[][] {
  const counts = weekOfZeros()
  const today = now.slice(0, 10)
  const last = to < today ? to : today
  for (let day = from; day <= last; day = addDays(day, 1)) {
    const hours = day === today ? Number(now.slice(11, 13)) + 1 : 24
    for (let hour = 0; hour < hours; hour++) add(counts, weekdayOf(day), hour, 1)
  }
  return counts
}

function weekOfZeros(): number[][] {
  return Array.from({ length: 7 }, () => new Array<number>(24).fill(0))
}

function add(week: number[][], weekday: number, hour: number, amount: number): void {
  const day = week[weekday]
  if (day?.[hour] !== undefined) day[hour] += amount
}

/** 0 for Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}
