import type { Metric } from '../../core/metrics/catalogue.ts'
import type { Component } from '../../core/metrics/components.ts'

/** The columns of one part of an answer: SQL for the components that it contributes to. */
export type Contribution = Partial<Record<Component, string>>

/** The select list of a part: `used` are the columns of all parts, of which it gives only those it is asked for. */
export function componentColumns(
  contribution: Contribution,
  asked: readonly Component[],
  used: readonly Component[],
): readonly string[] {
  return used.map(component => {
    if (!asked.includes(component)) return `${NOTHING[kindOf(component)]} AS ${component}`
    const sql = contribution[component]
    if (sql === undefined) throw new Error(`A part of an answer cannot tell ${component}`)
    return `${TYPED[kindOf(component)](sql)} AS ${component}`
  })
}

/** The sums of the components over all parts. */
export function summedColumns(used: readonly Component[]): readonly string[] {
  return used.map(component => {
    if (component === 'currency_low')
      return "minIf(parts.currency_low, parts.currency_low != '') AS currency_low"
    if (component === 'currency_high') return 'max(parts.currency_high) AS currency_high'
    return `sum(parts.${component}) AS ${component}`
  })
}

type Kind = 'count' | 'money' | 'currency'

function kindOf(component: Component): Kind {
  if (component === 'revenue') return 'money'
  return component === 'currency_low' || component === 'currency_high' ? 'currency' : 'count'
}

const NOTHING: Record<Kind, string> = { count: 'toUInt64(0)', money: 'toDecimal128(0, 3)', currency: "''" }

const TYPED: Record<Kind, (sql: string) => string> = {
  count: sql => `toUInt64(${sql})`,
  money: sql => `toDecimal128(${sql}, 3)`,
  currency: sql => `toString(${sql})`,
}

/** Visitors of other rows, which shares are taken of. */
export const SHARE_COLUMNS = {
  percentage: 'all_visitors.visitors',
  conversion_rate: 'unconverted_visitors.visitors',
  group_conversion_rate: 'group_visitors.visitors',
} as const

/** SQL of each metric over a row of summed components. Definitions: core/metrics/catalogue.ts. Means of nothing are NULL. */
export const METRIC_SQL = {
  visitors: 'sums.visitors',
  visits: 'sums.visits',
  pageviews: 'sums.pageviews',
  events: 'sums.events',
  bounce_rate: roundedQuotient('100 * sums.bounces', 'sums.counted_visits'),
  visit_duration: roundedQuotient('sums.visit_seconds', 'sums.counted_visits'),
  views_per_visit: `${roundedQuotient('100 * sums.visit_views', 'sums.counted_visits')} / 100`,
  time_on_page: roundedQuotient('sums.engaged_ms', '1000 * sums.engaged_visits'),
  scroll_depth: roundedQuotient('sums.scroll_percents', 'sums.scrolled_visits'),
  exit_rate: `${roundedQuotient('1000 * sums.exits', 'sums.exit_views')} / 10`,
  percentage: shareOf(SHARE_COLUMNS.percentage),
  conversion_rate: shareOf(SHARE_COLUMNS.conversion_rate),
  group_conversion_rate: shareOf(SHARE_COLUMNS.group_conversion_rate),
  total_revenue: inOneCurrency('toFloat64(sums.revenue)'),
  average_revenue: inOneCurrency('toFloat64(sums.revenue) / sums.revenue_events'),
} as const satisfies Record<Metric, string>

function shareOf(visitors: string): string {
  return `${roundedQuotient('10000 * sums.visitors', visitors)} / 100`
}

/** Quotient, rounded half up in whole numbers, since floating point would round to even. */
function roundedQuotient(dividend: string, divisor: string): string {
  return `intDiv(2 * ${dividend} + ${divisor}, nullIf(2 * ${divisor}, 0))`
}

/** Money of several currencies has no sum. The number is for ordering; what is shown is computed from the components. */
function inOneCurrency(amount: string): string {
  return `if(sums.revenue_events = 0 OR sums.currency_low != sums.currency_high, NULL, ${amount})`
}
