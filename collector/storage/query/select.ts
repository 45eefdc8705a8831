import { METRIC_CATALOGUE, type Metric } from '../../core/metrics/catalogue.ts'
import type { Query } from '../../core/query/query.ts'
import { isVisitPageDimension } from '../../core/query/scopes.ts'
import { intervalAmong } from '../../core/query/time-dimension.ts'
import { METRIC_SQL } from './components.ts'
import { engagementPart } from './engagement-part.ts'
import { eventPart } from './event-part.ts'
import { groupBy } from './grouping.ts'
import { newParameters, type Parameters } from './parameters.ts'
import { VISIT_CONTRIBUTION, visitPart } from './visit-part.ts'
import { filtersByScope } from './where.ts'

/** A statement and the values of its typed parameters. */
export interface Statement {
  readonly sql: string
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * The statement that answers a query. Its columns are `dimension_0…` (text) and `metric_0…` in the query's order.
 * An answer is the sum of parts, each counted on its own kind of rows and with the same columns, so that a further kind
 * of rows is one more part.
 */
export function toStatement(query: Query): Statement {
  const parameters = newParameters()
  const { parts, isCountedOnEvents } = toParts(query, parameters)
  const dimensions = query.dimensions.map((_, index) => `parts.dimension_${index} AS dimension_${index}`)
  const metrics = query.metrics.map((metric, index) => `${METRIC_SQL[metric]} AS metric_${index}`)
  const limit = parameters.bind('limit', 'UInt32', query.pagination.limit)
  const offset = parameters.bind('offset', 'UInt32', query.pagination.offset)
  const sql = `SELECT
  ${[...dimensions, ...metrics].join(',\n  ')}
FROM (
  ${parts.join('\n  UNION ALL\n  ')}
) AS parts${groupBy(query)}${havingEvents(query, isCountedOnEvents && parts.length > 1)}
ORDER BY ${orderOf(query).join(', ')}
LIMIT ${limit} OFFSET ${offset}`
  return { sql, params: parameters.values }
}

interface Parts {
  readonly parts: readonly string[]
  /** Whether one of them counts the events that make a row. */
  readonly isCountedOnEvents: boolean
}

function toParts(query: Query, parameters: Parameters): Parts {
  const asks = (metric: Metric) => query.metrics.includes(metric)
  const isRead = query.metrics.some(metric => METRIC_CATALOGUE[metric].scope === 'engagement')
  const onEngagement = isRead ? [engagementPart(query, parameters)] : []
  const needsVisits = query.metrics.some(metric => METRIC_CATALOGUE[metric].scope === 'visit')
  const onVisits = needsVisits ? VISIT_CONTRIBUTION : {}

  if (visitsTellAll(query) && (needsVisits || hasVisitPages(query))) {
    const rest = {
      ...(asks('visitors') && { visitors: 'uniqExact(visit_rows.visitor_id)' }),
      ...(asks('visits') && { visits: 'count()' }),
      ...(asks('pageviews') && { pageviews: 'sum(visit_rows.views)' }),
    }
    const parts = [visitPart(query, parameters, { ...onVisits, ...rest }), ...onEngagement]
    return { parts, isCountedOnEvents: false }
  }

  const isByStart = asks('visits') && startMatters(query)
  const onEvents = {
    ...(asks('visitors') && { visitors: 'uniqExact(events.visitor_id)' }),
    ...(asks('pageviews') && { pageviews: "countIf(events.name = 'pageview')" }),
    ...(asks('visits') && !isByStart && { visits: 'uniqExact(events.visit_id)' }),
  }
  const started = { visits: 'uniqExact(events.visit_id)', matching_events: 'count()' }
  const countsEvents = Object.keys(onEvents).length > 0
  const parts = [
    ...(countsEvents ? [eventPart(query, parameters, { ...onEvents, matching_events: 'count()' })] : []),
    ...(isByStart ? [eventPart(query, parameters, started, true)] : []),
    ...(needsVisits ? [visitPart(query, parameters, onVisits)] : []),
    ...onEngagement,
  ]
  return { parts, isCountedOnEvents: countsEvents || isByStart }
}

/** Whether putting visits together answers the whole query, so that events need not be read a second time. */
function visitsTellAll(query: Query): boolean {
  const { page, event } = filtersByScope(query)
  const isOfEvents = query.dimensions.some(dimension => dimension.startsWith('event:'))
  return !startMatters(query) && !isOfEvents && page.length === 0 && event.length === 0
}

/** Whether the query looks at entry or exit pages, for which visits are put together anyway. */
function hasVisitPages(query: Query): boolean {
  return filtersByScope(query).visitPage.length > 0 || query.dimensions.some(isVisitPageDimension)
}

/** Within whole days each visit has all its events; otherwise its start decides whether and where it counts. */
function startMatters({ period, dimensions }: Query): boolean {
  const interval = intervalAmong(dimensions)
  return period.fromSecond !== undefined || interval === 'hour' || interval === 'minute'
}

/** A page that visits entered on, but that no event of the answer is on, is no row of it. */
function havingEvents(query: Query, isMixed: boolean): string {
  const isByPage = query.dimensions.includes('event:page')
  return isByPage && isMixed ? '\nHAVING sum(parts.matching_events) > 0' : ''
}

/** The query's order, then every dimension, so that pages of an answer never overlap. */
function orderOf(query: Query): readonly string[] {
  const columnOf = new Map<string, string>([
    ...query.dimensions.map((dimension, index) => [dimension, `dimension_${index}`] as const),
    ...query.metrics.map((metric, index) => [metric, `metric_${index}`] as const),
  ])
  const asked = query.orderBy.map(([key, direction]) => {
    const column = columnOf.get(key)
    if (column === undefined) throw new Error(`Cannot order by ${key}: the query does not ask for it`)
    return `${column} ${direction === 'asc' ? 'ASC' : 'DESC'} NULLS LAST`
  })
  const rest = query.dimensions
    .map((dimension, index) => ({ dimension, index }))
    .filter(({ dimension }) => !query.orderBy.some(([key]) => key === dimension))
    .map(({ index }) => `dimension_${index} ASC`)
  const all = [...asked, ...rest]
  return all.length > 0 ? all : ['metric_0 DESC']
}
