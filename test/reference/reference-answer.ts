import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import { METRIC_CATALOGUE, type Metric } from '../../collector/core/metrics/catalogue.ts'
import {
  DIMENSION_CATALOGUE,
  type Dimension,
  type ValueDimension,
} from '../../collector/core/query/dimensions.ts'
import type { Filter, Query, ResultRow } from '../../collector/core/query/query.ts'
import { localDateTime } from '../../collector/core/time/zone.ts'

/** A visit put together from its events. */
interface Visit {
  readonly first: AnalyticsEvent
  readonly startedAt: number
  readonly seconds: number
  readonly views: number
  readonly isBounce: boolean
  readonly entryPage: string
  readonly exitPage: string
  readonly events: readonly AnalyticsEvent[]
}

/** Everything that one row counts. */
interface Tally {
  visitors: Set<string>
  pageviews: number
  visits: Set<string>
  means: Visit[]
  matching: number
  /** Engaged milliseconds by visit. */
  engaged: Map<string, number>
  /** Deepest known percent by visit and page. */
  depths: Map<string, number>
}

/**
 * The answer to a query, computed the slow and obvious way from every event there is. It shares no code with the SQL;
 * the definitions are those of the metric catalogue and of wire format §4.
 */
export function referenceAnswer(all: readonly AnalyticsEvent[], query: Query): readonly ResultRow[] {
  const { period, filters, metrics, dimensions } = query
  const known = all.filter(
    event =>
      event.siteId === query.siteId &&
      event.day >= period.firstDay &&
      event.day <= period.lastDay &&
      (period.untilSecond === undefined || event.timestampSeconds < period.untilSecond),
  )
  const visits = toVisits(known)
  const isInside = (second: number) => period.fromSecond === undefined || second >= period.fromSecond
  const tallies = new Map<string, Tally>()
  if (dimensions.length === 0) tallyOf(tallies, [])

  for (const event of known) {
    const visit = visits.get(event.visitId)
    if (visit === undefined || event.name === 'engagement' || !isInside(event.timestampSeconds)) continue
    if (!filters.every(filter => holds(filter, valueOfEvent(filter.dimension, event, visit)))) continue
    const key = (second: number) =>
      dimensions.map(
        dimension => label(dimension, event.day, second, query) ?? valueOfEvent(dimension, event, visit),
      )
    if (metrics.includes('visitors') || metrics.includes('pageviews')) {
      const tally = tallyOf(tallies, key(event.timestampSeconds))
      tally.matching++
      tally.visitors.add(`${event.day} ${event.visitorId}`)
      if (event.name === 'pageview') tally.pageviews++
    }
    if (metrics.includes('visits') && isInside(visit.startedAt)) {
      const tally = tallyOf(tallies, key(visit.startedAt))
      tally.matching++
      tally.visits.add(event.visitId)
    }
  }

  const asksEngagement = metrics.some(metric => METRIC_CATALOGUE[metric].scope === 'engagement')
  for (const event of asksEngagement ? known : []) {
    const visit = visits.get(event.visitId)
    const { engagement } = event
    if (visit === undefined || event.name !== 'engagement' || !isInside(event.timestampSeconds)) continue
    if (!filters.every(filter => holds(filter, valueOfEvent(filter.dimension, event, visit)))) continue
    const key = dimensions.map(
      dimension =>
        label(dimension, event.day, event.timestampSeconds, query) ?? valueOfEvent(dimension, event, visit),
    )
    const { engaged, depths } = tallyOf(tallies, key)
    const ms = engagement?.engagedMs ?? 0
    if (ms > 0) engaged.set(event.visitId, (engaged.get(event.visitId) ?? 0) + ms)
    const place = `${event.visitId} ${event.page}`
    const depth = engagement?.scrollDepth
    if (depth !== undefined) depths.set(place, Math.max(depth, depths.get(place) ?? 0))
  }

  const asksVisits = metrics.some(metric => METRIC_CATALOGUE[metric].scope === 'visit')
  const asksEvents = metrics.some(metric => ['event', 'any'].includes(METRIC_CATALOGUE[metric].scope))
  for (const visit of asksVisits ? visits.values() : []) {
    if (!isInside(visit.startedAt) || !visitHolds(visit, filters)) continue
    const key = dimensions.map(
      dimension =>
        label(dimension, visit.first.day, visit.startedAt, query) ?? valueOfVisit(dimension, visit),
    )
    tallyOf(tallies, key).means.push(visit)
  }

  const rows = [...tallies]
    .filter(
      ([, tally]) =>
        !(dimensions.includes('event:page') && asksEvents && (asksVisits || asksEngagement)) ||
        tally.matching > 0,
    )
    .map(([key, tally]) => ({
      dimensions: JSON.parse(key) as string[],
      metrics: metrics.map(metric => METRIC_OF[metric](tally)),
    }))
  return ordered(rows, query).slice(query.pagination.offset, query.pagination.offset + query.pagination.limit)
}

const METRIC_OF: Record<Metric, (tally: Tally) => number | null> = {
  visitors: tally => tally.visitors.size,
  visits: tally => tally.visits.size,
  pageviews: tally => tally.pageviews,
  views_per_visit: ({ means }) =>
    mean(
      means.map(visit => 100 * visit.views),
      100,
    ),
  bounce_rate: ({ means }) =>
    mean(
      means.map(visit => (visit.isBounce ? 100 : 0)),
      1,
    ),
  visit_duration: ({ means }) =>
    mean(
      means.map(visit => visit.seconds),
      1,
    ),
  time_on_page: ({ engaged }) =>
    engaged.size === 0
      ? null
      : Math.floor([...engaged.values()].reduce((sum, ms) => sum + ms, 0) / engaged.size / 1_000 + 0.5),
  scroll_depth: ({ depths }) => mean([...depths.values()], 1),
}

/** Mean rounded half up, then divided; null of nothing. */
function mean(values: readonly number[], divisor: number): number | null {
  if (values.length === 0) return null
  const sum = values.reduce((total, value) => total + value, 0)
  return Math.floor((2 * sum + values.length) / (2 * values.length)) / divisor
}

function toVisits(events: readonly AnalyticsEvent[]): Map<string, Visit> {
  const byVisit = new Map<string, AnalyticsEvent[]>()
  for (const event of events) byVisit.set(event.visitId, [...(byVisit.get(event.visitId) ?? []), event])
  return new Map(
    [...byVisit].flatMap(([id, unsorted]) => {
      // Sorting is stable: events of one second stay in the order in which they were received.
      const sorted = unsorted.toSorted((a, b) => a.timestampSeconds - b.timestampSeconds)
      const [first, last] = [sorted[0], sorted.at(-1)]
      if (first === undefined || last === undefined) return []
      const views = sorted.filter(event => event.name === 'pageview')
      const isKept = sorted.some(
        event => !['pageview', 'engagement'].includes(event.name) && event.interactive,
      )
      const visit: Visit = {
        first,
        startedAt: first.timestampSeconds,
        seconds: last.timestampSeconds - first.timestampSeconds,
        views: views.length,
        isBounce: views.length === 1 && !isKept,
        entryPage: views[0]?.page || '(not set)',
        exitPage: views.at(-1)?.page || '(not set)',
        events: sorted,
      }
      return [[id, visit]]
    }),
  )
}

function visitHolds(visit: Visit, filters: readonly Filter[]): boolean {
  const isOfEvent = ({ dimension }: Filter) => dimension === 'event:name' || dimension === 'event:hostname'
  const ofEvent = filters.filter(isOfEvent)
  return (
    filters.every(filter => isOfEvent(filter) || holds(filter, valueOfVisit(filter.dimension, visit))) &&
    visit.events.some(
      event =>
        event.name !== 'engagement' &&
        ofEvent.every(filter => holds(filter, valueOfEvent(filter.dimension, event, visit))),
    )
  )
}

function holds({ operator, values, caseSensitive }: Filter, actual: string): boolean {
  const fold = (text: string) => (caseSensitive ? text : text.toLowerCase())
  const found = values.some(value =>
    operator.startsWith('is') ? fold(actual) === fold(value) : fold(actual).includes(fold(value)),
  )
  return operator.endsWith('_not') ? !found : found
}

function valueOfVisit(dimension: Dimension, visit: Visit): string {
  return dimension === 'event:page' ? visit.entryPage : valueOfEvent(dimension, visit.first, visit)
}

function valueOfEvent(dimension: Dimension, event: AnalyticsEvent, visit: Visit): string {
  if (dimension === 'visit:entry_page') return visit.entryPage
  if (dimension === 'visit:exit_page') return visit.exitPage
  const stored = STORED[dimension as keyof typeof STORED](event)
  return stored === '' ? DIMENSION_CATALOGUE[dimension as ValueDimension].missing : stored
}

const STORED = {
  'event:page': event => event.page,
  'event:name': event => event.name,
  'event:hostname': event => event.hostname,
  'visit:source': event => event.acquisition.source,
  'visit:referrer': event => event.acquisition.referrer,
  'visit:utm_source': event => event.acquisition.utmSource,
  'visit:utm_medium': event => event.acquisition.utmMedium,
  'visit:utm_campaign': event => event.acquisition.utmCampaign,
  'visit:utm_content': event => event.acquisition.utmContent,
  'visit:utm_term': event => event.acquisition.utmTerm,
  'visit:country': event => event.place.country,
  'visit:language': event => event.client.language,
  'visit:browser': event => event.client.browser,
  'visit:browser_version': event => event.client.browserVersion,
  'visit:os': event => event.client.os,
  'visit:os_version': event => event.client.osVersion,
  'visit:device': event => event.client.device,
} satisfies Record<
  Exclude<ValueDimension, 'visit:entry_page' | 'visit:exit_page'>,
  (event: AnalyticsEvent) => string
>

/** Label of the time bucket; undefined for a dimension that is not of time. */
function label(
  dimension: Dimension,
  day: string,
  second: number,
  { timezone, period }: Query,
): string | undefined {
  switch (dimension) {
    case 'time:minute':
      return `${localDateTime(second, timezone).slice(0, 16)}:00`
    case 'time:hour':
      return `${localDateTime(second, timezone).slice(0, 13)}:00:00`
    case 'time:day':
      return day
    case 'time:week': {
      const date = new Date(`${day}T12:00:00Z`)
      while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1)
      const monday = date.toISOString().slice(0, 10)
      return [monday, period.firstDay].toSorted().at(-1)
    }
    case 'time:month':
      return `${day.slice(0, 7)}-01`
    default:
      return undefined
  }
}

function tallyOf(tallies: Map<string, Tally>, dimensions: readonly string[]): Tally {
  const key = JSON.stringify(dimensions)
  const tally = tallies.get(key) ?? {
    visitors: new Set(),
    pageviews: 0,
    visits: new Set(),
    means: [],
    matching: 0,
    engaged: new Map(),
    depths: new Map(),
  }
  tallies.set(key, tally)
  return tally
}

function ordered(rows: readonly ResultRow[], query: Query): readonly ResultRow[] {
  const keys = [...query.orderBy, ...query.dimensions.map(dimension => [dimension, 'asc'] as const)]
  return rows.toSorted((a, b) => {
    for (const [key, direction] of keys) {
      const difference = compareBy(key, a, b, query)
      if (difference === 'nulls') return nullsLast(key, a, query)
      if (difference !== 0) return direction === 'asc' ? difference : -difference
    }
    return 0
  })
}

function compareBy(key: Metric | Dimension, a: ResultRow, b: ResultRow, query: Query): number | 'nulls' {
  const dimension = positionOf(query.dimensions, key)
  if (dimension >= 0) {
    return Buffer.compare(
      Buffer.from(a.dimensions[dimension] ?? ''),
      Buffer.from(b.dimensions[dimension] ?? ''),
    )
  }
  const metric = positionOf(query.metrics, key)
  const [left = null, right = null] = [a.metrics[metric], b.metrics[metric]]
  if (left === null && right === null) return 0
  return left === null || right === null ? 'nulls' : left - right
}

function nullsLast(key: Metric | Dimension, a: ResultRow, query: Query): number {
  return a.metrics[positionOf(query.metrics, key)] === null ? 1 : -1
}

function positionOf(names: readonly string[], name: string): number {
  return names.indexOf(name)
}
