import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'

/** A visit put together from its events, in their order. */
export interface Visit {
  readonly first: AnalyticsEvent
  readonly startedAt: number
  readonly seconds: number
  readonly views: number
  readonly isBounce: boolean
  readonly entry: AnalyticsEvent | undefined
  readonly exit: AnalyticsEvent | undefined
  readonly events: readonly AnalyticsEvent[]
}

/** Every visit by its id. */
export function toVisits(events: readonly AnalyticsEvent[]): Map<string, Visit> {
  const byVisit = new Map<string, AnalyticsEvent[]>()
  for (const event of events) byVisit.set(event.visitId, [...(byVisit.get(event.visitId) ?? []), event])
  return new Map([...byVisit].flatMap(([id, unsorted]) => (unsorted[0] ? [[id, toVisit(unsorted)]] : [])))
}

function toVisit(unsorted: readonly AnalyticsEvent[]): Visit {
  // Sorting is stable: events of one second stay in the order in which they were received.
  const events = unsorted.toSorted((a, b) => a.timestampSeconds - b.timestampSeconds)
  const [first, last] = [events[0], events.at(-1)]
  if (first === undefined || last === undefined) throw new Error('A visit has events')
  const views = events.filter(({ name }) => name === 'pageview')
  const isKept = events.some(
    ({ name, interactive }) => interactive && !['pageview', 'engagement'].includes(name),
  )
  return {
    first,
    startedAt: first.timestampSeconds,
    seconds: last.timestampSeconds - first.timestampSeconds,
    views: views.length,
    isBounce: views.length === 1 && !isKept,
    entry: views[0],
    exit: views.at(-1),
    events,
  }
}
