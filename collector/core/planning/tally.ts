import type { Component } from '../metrics/components.ts'

/**
 * What is counted, each on its own kind of rows: events; visits by their start, on events; whole visits; the reading of
 * pages; visits by the page they ended on; and the views that these ends are a share of.
 */
export type Tally = 'events' | 'starts' | 'visits' | 'engagement' | 'exits' | 'exit_views'

const EVENTS: readonly Component[] = [
  'visitors',
  'visits',
  'pageviews',
  'events',
  'revenue',
  'revenue_events',
  'currency_low',
  'currency_high',
]
const VISITS: readonly Component[] = ['counted_visits', 'bounces', 'visit_seconds', 'visit_views']
const ENGAGEMENT: readonly Component[] = [
  'engaged_ms',
  'engaged_visits',
  'scroll_percents',
  'scrolled_visits',
]

/** What of the wanted components comes from events, from whole visits, and from reading. */
export function sortComponents(wanted: readonly Component[]): {
  readonly events: readonly Component[]
  readonly visits: readonly Component[]
  readonly engagement: readonly Component[]
} {
  const among = (list: readonly Component[]) => wanted.filter(component => list.includes(component))
  return { events: among(EVENTS), visits: among(VISITS), engagement: among(ENGAGEMENT) }
}

/** Of which components one is above 0 where a tally found anything; otherwise it makes no row. */
export const FOUND_BY: Record<
  Tally,
  readonly Exclude<Component, 'matching_events' | 'exits' | 'exit_views'>[]
> = {
  events: ['events', 'revenue_events'],
  starts: ['visits'],
  visits: ['counted_visits'],
  engagement: ['engaged_ms', 'scrolled_visits'],
  exits: ['counted_visits'],
  exit_views: ['events'],
}
