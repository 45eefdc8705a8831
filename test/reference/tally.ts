import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import type { Goal } from '../../collector/core/goals/goal.ts'
import { METRIC_CATALOGUE } from '../../collector/core/metrics/catalogue.ts'
import type { Condition } from '../../collector/core/query/condition.ts'
import {
  type ColumnDimension,
  type Dimension,
  GOAL_DIMENSION,
} from '../../collector/core/query/dimensions.ts'
import type { Query } from '../../collector/core/query/query.ts'
import { bucketOf } from './buckets.ts'
import { counts, holds, type Reading, reaches } from './holds.ts'
import { shownValue } from './values.ts'
import { toVisits, type Visit } from './visits.ts'

/** Everything that one row counts. */
export interface Tally {
  readonly visitors: Set<string>
  pageviews: number
  events: number
  readonly visits: Set<string>
  readonly means: Visit[]
  matching: number
  /** Engaged milliseconds by visit. */
  readonly engaged: Map<string, number>
  /** Deepest known percent by visit and page. */
  readonly depths: Map<string, number>
  exits: number
  exitViews: number
  readonly revenue: { readonly thousandths: number; readonly currency: string }[]
}

/** A question about known events that is split by no goal any more; `goal` is the label of the one that stands for it. */
export interface Question {
  readonly query: Query
  readonly filters: readonly Condition[]
  readonly dimensions: readonly Dimension[]
  readonly goal: Goal | undefined
}

/** Rows by their dimensions as JSON. */
export type Tallies = Map<string, Tally>

/** Counts everything that the metrics of a query are made of. */
export function tally(all: readonly AnalyticsEvent[], question: Question): Tallies {
  const { query, filters, dimensions, goal } = question
  const { period, metrics } = query
  const known = all.filter(
    event =>
      event.siteId === query.siteId &&
      event.day >= period.firstDay &&
      event.day <= period.lastDay &&
      (period.untilSecond === undefined || event.timestampSeconds < period.untilSecond),
  )
  const visits = toVisits(known)
  const isInside = (second: number) => period.fromSecond === undefined || second >= period.fromSecond
  const scopes = new Set<string>(metrics.map(metric => METRIC_CATALOGUE[metric].scope))
  const tallies: Tallies = new Map()
  if (dimensions.length === 0) rowOf(tallies, [])

  type Rename = (dimension: ColumnDimension) => ColumnDimension
  const keyOf = (event: AnalyticsEvent, visit: Visit, second: number, rename: Rename = name => name) =>
    dimensions.map(dimension => {
      const bucket = bucketOf(dimension, event.day, second, query)
      if (bucket !== undefined) return bucket
      if (dimension === GOAL_DIMENSION) return goal?.displayName ?? ''
      return shownValue(rename(dimension as ColumnDimension), event, visit)
    })
  const allHold = (event: AnalyticsEvent, visit: Visit, reading: Reading) =>
    filters.every(filter => holds(filter, event, visit, reading))

  for (const event of known) {
    const visit = visits.get(event.visitId)
    if (visit === undefined || !isInside(event.timestampSeconds)) continue
    if (!counts(filters, event) || !allHold(event, visit, 'event')) continue
    if (
      metrics.some(metric => metric !== 'visits' && ['event', 'any'].includes(METRIC_CATALOGUE[metric].scope))
    ) {
      const row = rowOf(tallies, keyOf(event, visit, event.timestampSeconds))
      row.matching++
      row.visitors.add(`${event.day} ${event.visitorId}`)
      if (event.name === 'pageview') row.pageviews++
      if (event.name !== 'engagement') row.events++
      if (event.revenue !== undefined && isWanted(event, filters)) {
        row.revenue.push({
          thousandths: Math.round(Number(event.revenue.amount) * 1_000),
          currency: event.revenue.currency,
        })
      }
    }
    if (metrics.includes('visits') && isInside(visit.startedAt)) {
      const row = rowOf(tallies, keyOf(event, visit, visit.startedAt))
      row.matching++
      row.visits.add(event.visitId)
    }
    if (scopes.has('exit')) {
      const toPage: Rename = name => (name === 'visit:exit_page' ? 'event:page' : name)
      const row = rowOf(tallies, keyOf(event, visit, event.timestampSeconds, toPage))
      if (dimensions.includes('event:page')) row.matching++
      if (event.name === 'pageview') row.exitViews++
    }
  }

  for (const event of scopes.has('engagement') ? known : []) {
    const visit = visits.get(event.visitId)
    const { engagement } = event
    if (visit === undefined || engagement === undefined || !isInside(event.timestampSeconds)) continue
    if (engagement.engagedMs === 0 && engagement.scrollDepth === undefined) continue
    if (!allHold(event, visit, 'engagement')) continue
    const { engaged, depths } = rowOf(tallies, keyOf(event, visit, event.timestampSeconds))
    if (engagement.engagedMs > 0) {
      engaged.set(event.visitId, (engaged.get(event.visitId) ?? 0) + engagement.engagedMs)
    }
    const place = `${event.visitId} ${event.page}`
    const depth = engagement.scrollDepth
    if (depth !== undefined) depths.set(place, Math.max(depth, depths.get(place) ?? 0))
  }

  for (const visit of scopes.has('visit') || scopes.has('exit') ? visits.values() : []) {
    if (!isInside(visit.startedAt)) continue
    if (!visit.events.some(event => counts(filters, event) && allHold(event, visit, 'visit'))) continue
    if (scopes.has('visit')) {
      const toEntry: Rename = name => (name === 'event:page' ? 'visit:entry_page' : name)
      rowOf(tallies, keyOf(visit.first, visit, visit.startedAt, toEntry)).means.push(visit)
    }
    if (scopes.has('exit')) {
      const toExit: Rename = name => (name === 'event:page' ? 'visit:exit_page' : name)
      rowOf(tallies, keyOf(visit.first, visit, visit.startedAt, toExit)).exits++
    }
  }
  return tallies
}

/** Where a goal is asked for, money counts in the currency of one that the event reaches. */
function isWanted(event: AnalyticsEvent, filters: readonly Condition[]): boolean {
  const goals = filters.flatMap(filter => (filter.kind === 'goal' ? filter.goals : []))
  if (goals.length === 0) return true
  return goals.some(
    goal =>
      reaches(goal, event) &&
      (goal.kind !== 'event' || goal.currency === undefined || goal.currency === event.revenue?.currency),
  )
}

function rowOf(tallies: Tallies, dimensions: readonly string[]): Tally {
  const key = JSON.stringify(dimensions)
  const row = tallies.get(key) ?? {
    visitors: new Set(),
    pageviews: 0,
    events: 0,
    visits: new Set(),
    means: [],
    matching: 0,
    engaged: new Map(),
    depths: new Map(),
    exits: 0,
    exitViews: 0,
    revenue: [],
  }
  tallies.set(key, row)
  return row
}
