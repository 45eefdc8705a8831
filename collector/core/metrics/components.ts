import type { Metric } from './catalogue.ts'

/**
 * Sums that metrics are made of. Each may be added up over days, over sources of rows and over time buckets, which the
 * metrics may not; only the two currencies are the least and the greatest of their kind.
 */
export const COMPONENTS = [
  'visitors',
  'visits',
  'pageviews',
  'events',
  /** Events that make a row, of whatever name. */
  'matching_events',
  'counted_visits',
  'bounces',
  'visit_seconds',
  'visit_views',
  'engaged_ms',
  'engaged_visits',
  'scroll_percents',
  'scrolled_visits',
  'exits',
  'exit_views',
  'revenue',
  'revenue_events',
  'currency_low',
  'currency_high',
] as const
export type Component = (typeof COMPONENTS)[number]

/** What each metric is computed from. */
export const METRIC_COMPONENTS = {
  visitors: ['visitors'],
  visits: ['visits'],
  pageviews: ['pageviews'],
  events: ['events'],
  views_per_visit: ['visit_views', 'counted_visits'],
  bounce_rate: ['bounces', 'counted_visits'],
  visit_duration: ['visit_seconds', 'counted_visits'],
  percentage: ['visitors'],
  conversion_rate: ['visitors'],
  group_conversion_rate: ['visitors'],
  exit_rate: ['exits', 'exit_views'],
  total_revenue: ['revenue', 'revenue_events', 'currency_low', 'currency_high'],
  average_revenue: ['revenue', 'revenue_events', 'currency_low', 'currency_high'],
  time_on_page: ['engaged_ms', 'engaged_visits'],
  scroll_depth: ['scroll_percents', 'scrolled_visits'],
} as const satisfies Record<Metric, readonly Component[]>

/** Every component that these metrics need, each once, in the order of the list. */
export function componentsOf(metrics: readonly Metric[]): readonly Component[] {
  const needed = new Set<Component>(metrics.flatMap(metric => METRIC_COMPONENTS[metric]))
  return COMPONENTS.filter(component => needed.has(component))
}
