import { METRIC_CATALOGUE, type Metric } from '../metrics/catalogue.ts'
import { DIMENSION_CATALOGUE, type Dimension, isTimeDimension } from './dimensions.ts'
import type { Faults } from './faults.ts'

/** Dimensions that only a whole visit has; no single event carries them. */
export const VISIT_PAGE_DIMENSIONS = ['visit:entry_page', 'visit:exit_page'] as const
export type VisitPageDimension = (typeof VISIT_PAGE_DIMENSIONS)[number]

/** True for entry page and exit page. */
export function isVisitPageDimension(dimension: string): dimension is VisitPageDimension {
  return VISIT_PAGE_DIMENSIONS.some(known => known === dimension)
}

/** Adds a fault for each metric that cannot be split by one of the dimensions. Source: wire format §4, metric scopes. */
export function refuseMixedScopes(
  metrics: readonly Metric[],
  dimensions: readonly Dimension[],
  faults: Faults,
): void {
  for (const [index, metric] of metrics.entries()) {
    const misfit = dimensions.find(dimension => !mayBeSplit(metric, dimension))
    if (misfit === undefined) continue
    faults.add(
      `metrics/${index}`,
      METRIC_CATALOGUE[metric].scope === 'engagement'
        ? `Metric "${metric}" measures how pages are read and cannot be split by "${misfit}". Use event:page, event:hostname, or a visit dimension.`
        : METRIC_CATALOGUE[metric].scope === 'visit'
          ? `Metric "${metric}" belongs to whole visits and cannot be split by "${misfit}". Use a visit dimension, event:page (read as entry page), or another metric.`
          : `Metric "${metric}" counts events and cannot be split by "${misfit}". Use event:page, or the metric visits.`,
    )
  }
}

function mayBeSplit(metric: Metric, dimension: Dimension): boolean {
  if (isTimeDimension(dimension)) return true
  switch (METRIC_CATALOGUE[metric].scope) {
    case 'visit':
      return dimension === 'event:page' || DIMENSION_CATALOGUE[dimension].scope === 'visit'
    case 'event':
      return !isVisitPageDimension(dimension)
    case 'engagement':
      return !isVisitPageDimension(dimension) && dimension !== 'event:name'
    case 'any':
      return true
  }
}
