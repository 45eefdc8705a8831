import type { Metric } from '../../../collector/core/metrics/catalogue.ts'
import { definitionOf, type ValueDimension } from '../../../collector/core/query/dimensions.ts'
import type { ListDimensions } from './panels.ts'

/**
 * The metrics that the table of a whole list shows, visitors first: those that its dimensions and those that are filtered
 * by can be asked for. Source: wire format §4, metric scopes.
 */
export function columnsOf(
  dimensions: ListDimensions,
  filtered: readonly ValueDimension[],
): readonly Metric[] {
  const asksForGoal = filtered.includes('event:goal')
  const columns = ownColumns(dimensions, filtered)
  // Of those who came from here, how many did it: what a goal is filtered by for.
  return asksForGoal && dimensions[0] !== 'event:goal' ? [...columns, 'group_conversion_rate'] : columns
}

function ownColumns(dimensions: ListDimensions, filtered: readonly ValueDimension[]): readonly Metric[] {
  const dimension = dimensions.at(-1) ?? dimensions[0]
  if (dimension === 'event:goal') return ['visitors', 'events', 'conversion_rate']
  if (dimension === 'event:page')
    return ['visitors', 'pageviews', 'bounce_rate', 'time_on_page', 'scroll_depth']
  if (dimension === 'visit:exit_page') {
    const isOfEvents = filtered.some(name => name.startsWith('event:'))
    return isOfEvents ? ['visitors', 'visits'] : ['visitors', 'visits', 'exit_rate']
  }
  if (definitionOf(dimension).scope === 'event') return ['visitors', 'events']
  return ['visitors', 'visits', 'bounce_rate', 'visit_duration']
}
