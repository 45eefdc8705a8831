import type { Metric } from '../../core/metrics/catalogue.ts'

/** Sums that metrics are made of; each may be added up over parts of an answer, which the metrics may not. */
export const COMPONENTS = [
  'visitors',
  'visits',
  'pageviews',
  'counted_visits',
  'bounces',
  'visit_seconds',
  'visit_views',
  'matching_events',
  'engaged_ms',
  'engaged_visits',
  'scroll_percents',
  'scrolled_visits',
] as const
export type Component = (typeof COMPONENTS)[number]

/** The columns of one part of an answer: SQL for the components that it contributes to. */
export type Contribution = Partial<Record<Component, string>>

/** One part's select list; what it does not contribute is 0. */
export function componentColumns(contribution: Contribution): readonly string[] {
  return COMPONENTS.map(component => `toUInt64(${contribution[component] ?? 0}) AS ${component}`)
}

/** SQL of each metric over the summed components. Definitions: core/metrics/catalogue.ts. Means without visits are NULL. */
export const METRIC_SQL = {
  visitors: 'sum(parts.visitors)',
  visits: 'sum(parts.visits)',
  pageviews: 'sum(parts.pageviews)',
  bounce_rate: roundedQuotient('100 * sum(parts.bounces)'),
  visit_duration: roundedQuotient('sum(parts.visit_seconds)'),
  views_per_visit: `${roundedQuotient('100 * sum(parts.visit_views)')} / 100`,
  time_on_page: roundedQuotient('sum(parts.engaged_ms)', '1000 * sum(parts.engaged_visits)'),
  scroll_depth: roundedQuotient('sum(parts.scroll_percents)', 'sum(parts.scrolled_visits)'),
} as const satisfies Record<Metric, string>

/** Quotient, rounded half up in whole numbers, since floating point would round to even. */
function roundedQuotient(dividend: string, divisor = 'sum(parts.counted_visits)'): string {
  return `intDiv(2 * ${dividend} + ${divisor}, nullIf(2 * ${divisor}, 0))`
}
