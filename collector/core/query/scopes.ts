import { METRIC_CATALOGUE, type Metric, type MetricScope } from '../metrics/catalogue.ts'
import { asksForGoal, type Condition, leavesOf } from './condition.ts'
import {
  type Dimension,
  definitionOf,
  GOAL_DIMENSION,
  isPropertyDimension,
  isTimeDimension,
  isVisitEndDimension,
  type ValueDimension,
} from './dimensions.ts'
import type { Faults } from './faults.ts'

/** Adds a fault for each metric that cannot be split by one of the dimensions, or needs what is not asked for. Source: wire format §4, metric scopes. */
export function refuseMixedScopes(
  metrics: readonly Metric[],
  dimensions: readonly Dimension[],
  filters: readonly Condition[],
  faults: Faults,
): void {
  const isOfGoals = asksForGoal(filters) || dimensions.includes(GOAL_DIMENSION)
  for (const [index, metric] of metrics.entries()) {
    const path = `metrics/${index}`
    const { scope } = METRIC_CATALOGUE[metric]
    const misfit = dimensions.find(dimension => !isTimeDimension(dimension) && !mayBeSplit(scope, dimension))
    if (misfit !== undefined) faults.add(path, misfitFault(metric, scope, misfit))
    if (scope === 'exit') refuseOtherExits(metric, path, dimensions, filters, faults)
    if ((metric === 'conversion_rate' || metric === 'group_conversion_rate') && !isOfGoals) {
      faults.add(
        path,
        `Metric "${metric}" needs a goal. Add a filter on event:goal or the dimension event:goal.`,
      )
    }
    if (metric === 'group_conversion_rate' && dimensions.every(dimension => dimension === GOAL_DIMENSION)) {
      faults.add(path, 'Metric "group_conversion_rate" needs a dimension to group by. Use conversion_rate.')
    }
  }
}

function mayBeSplit(scope: MetricScope, dimension: ValueDimension): boolean {
  switch (scope) {
    case 'visit':
    case 'exit':
      return dimension === 'event:page' || definitionOf(dimension).scope === 'visit'
    case 'event':
      return !isVisitEndDimension(dimension)
    case 'engagement':
      return (
        !isVisitEndDimension(dimension) &&
        dimension !== 'event:name' &&
        dimension !== GOAL_DIMENSION &&
        !isPropertyDimension(dimension)
      )
    case 'any':
      return true
  }
}

function misfitFault(metric: Metric, scope: MetricScope, misfit: Dimension): string {
  switch (scope) {
    case 'engagement':
      return `Metric "${metric}" measures how pages are read and cannot be split by "${misfit}". Use event:page, event:hostname, or a visit dimension.`
    case 'visit':
    case 'exit':
      return `Metric "${metric}" belongs to whole visits and cannot be split by "${misfit}". Use a visit dimension, event:page (read as entry page), or another metric.`
    default:
      return `Metric "${metric}" counts events and cannot be split by "${misfit}". Use event:page, or the metric visits.`
  }
}

function refuseOtherExits(
  metric: Metric,
  path: string,
  dimensions: readonly Dimension[],
  filters: readonly Condition[],
  faults: Faults,
): void {
  const pages = dimensions.filter(dimension => dimension === 'event:page' || isVisitEndDimension(dimension))
  const [page] = pages
  if (pages.length !== 1 || (page !== 'event:page' && page !== 'visit:exit_page')) {
    faults.add(
      path,
      `Metric "${metric}" is about pages. Use it with the dimension visit:exit_page or event:page, and no other page.`,
    )
  }
  const leaves = filters.flatMap(filter => leavesOf(filter, false))
  if (leaves.some(leaf => leaf.kind === 'goal' || leaf.dimension.startsWith('event:'))) {
    faults.add(
      path,
      `Metric "${metric}" cannot be filtered by events. Use filters on visit dimensions, or has_done.`,
    )
  }
}
