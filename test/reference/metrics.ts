import type { Metric } from '../../collector/core/metrics/catalogue.ts'
import type { MetricValue } from '../../collector/core/query/query.ts'
import type { Tally } from './tally.ts'

/** Visitors that shares of a row are taken of. */
export interface Wholes {
  readonly all: number
  readonly unconverted: number
  readonly group: number
}

/** The value of every metric of a row. Money has only its amount and currency here, how it is written is tested apart. */
export const METRIC_OF: Record<Metric, (tally: Tally, wholes: Wholes) => MetricValue> = {
  visitors: tally => tally.visitors.size,
  visits: tally => tally.visits.size,
  pageviews: tally => tally.pageviews,
  events: tally => tally.events,
  views_per_visit: ({ means }) => rounded(sum(means.map(visit => 100 * visit.views)), means.length, 100),
  bounce_rate: ({ means }) => rounded(100 * means.filter(visit => visit.isBounce).length, means.length, 1),
  visit_duration: ({ means }) => rounded(sum(means.map(visit => visit.seconds)), means.length, 1),
  time_on_page: ({ engaged }) => rounded(sum([...engaged.values()]), 1_000 * engaged.size, 1),
  scroll_depth: ({ depths }) => rounded(sum([...depths.values()]), depths.size, 1),
  exit_rate: ({ exits, exitViews }) => rounded(1_000 * exits, exitViews, 10),
  percentage: ({ visitors }, { all }) => rounded(10_000 * visitors.size, all, 100),
  conversion_rate: ({ visitors }, { unconverted }) => rounded(10_000 * visitors.size, unconverted, 100),
  group_conversion_rate: ({ visitors }, { group }) => rounded(10_000 * visitors.size, group, 100),
  total_revenue: ({ revenue }) => money(revenue, total => total),
  average_revenue: ({ revenue }) =>
    money(
      revenue,
      total => Math.sign(total) * Math.floor((2 * Math.abs(total) + revenue.length) / (2 * revenue.length)),
    ),
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** A quotient rounded half up, then divided; null of nothing. */
function rounded(dividend: number, divisor: number, then: number): number | null {
  return divisor === 0 ? null : Math.floor((2 * dividend + divisor) / (2 * divisor)) / then
}

function money(revenue: Tally['revenue'], of: (total: number) => number): MetricValue {
  const [first] = revenue
  if (first === undefined || revenue.some(({ currency }) => currency !== first.currency)) return null
  const value = of(sum(revenue.map(({ thousandths }) => thousandths))) / 1_000
  return { short: '', value, long: '', currency: first.currency }
}
