import type { Metric } from '../../../collector/core/metrics/catalogue.ts'

/** The metrics of the figures above the time series, in their order. */
export const FIGURES: readonly Metric[] = [
  'visitors',
  'visits',
  'pageviews',
  'views_per_visit',
  'bounce_rate',
  'visit_duration',
]
