import type { Goal } from '../goals/goal.ts'
import { METRIC_CATALOGUE, type Metric } from '../metrics/catalogue.ts'
import { COMPONENTS, type Component } from '../metrics/components.ts'
import { componentsOf } from '../metrics/formulas.ts'
import { type Condition, leavesOf, withoutGoals } from '../query/condition.ts'
import { type Dimension, GOAL_DIMENSION, isTimeDimension, isVisitEndDimension } from '../query/dimensions.ts'
import type { Query } from '../query/query.ts'
import { forVisits } from '../query/readings.ts'
import { intervalAmong } from '../query/time-dimension.ts'
import { type SealedDays, validRows } from '../sealing/sealed-days.ts'
import type { Part, Plan, Total } from './plan.ts'
import { type Counting, sealedSource } from './sealed-source.ts'
import { isWithin, type SplitDays, splitDays } from './split-days.ts'
import { sortComponents, type Tally } from './tally.ts'

/** Decides from which rows each part of an answer is counted. */
export function planQuery(query: Query, sealed: SealedDays): Plan {
  const days = splitDays(query.period, query.timezone, sealed)
  const plan = (one: Query) => variants(one).flatMap(variant => partsOf(one, variant, days, sealed))
  const total = (dimensions: readonly Dimension[], filters: readonly Condition[]): Total => ({
    parts: plan({ ...query, metrics: ['visitors'], dimensions, filters }),
    dimensions,
  })
  const asks = (metric: Metric) => query.metrics.includes(metric)
  const time = query.dimensions.filter(isTimeDimension)
  const unfiltered = withoutGoals(query.filters)
  const parts = plan(query)
  const asked = new Set(parts.flatMap(({ components }) => components))
  return {
    query,
    parts: parts.filter(({ rows }) => rows === undefined || rows.generations.length > 0),
    components: COMPONENTS.filter(component => asked.has(component)),
    least: leastOf(query),
    all: asks('percentage') ? total(time, query.filters) : undefined,
    unconverted: asks('conversion_rate') ? total(time, unfiltered) : undefined,
    group: asks('group_conversion_rate')
      ? total(
          query.dimensions.filter(dimension => dimension !== GOAL_DIMENSION),
          unfiltered,
        )
      : undefined,
  }
}

/** The query, or once for each goal that it is split by. */
interface Variant {
  readonly filters: readonly Condition[]
  readonly goal: Goal | undefined
}

function variants(query: Query): readonly Variant[] {
  if (!query.dimensions.includes(GOAL_DIMENSION)) return [{ filters: query.filters, goal: undefined }]
  return query.goals.map(goal => ({
    filters: [...withoutGoals(query.filters), { kind: 'goal', goals: [goal] }],
    goal,
  }))
}

const SHARES: readonly Metric[] = ['percentage', 'conversion_rate', 'group_conversion_rate']

/** A page that no event of the answer is on is no row of it, nor a page that no visit ended on; shares are of somebody. */
function leastOf({ metrics, dimensions }: Query): Plan['least'] {
  if (metrics.includes('exit_rate') && dimensions.includes('visit:exit_page')) return 'exits'
  if (dimensions.length === 0) return undefined
  const scopes = new Set<string>(metrics.map(metric => METRIC_CATALOGUE[metric].scope))
  const isMixed =
    dimensions.includes('event:page') &&
    (scopes.has('event') || scopes.has('any')) &&
    (scopes.has('visit') || scopes.has('engagement'))
  const isExit = metrics.includes('exit_rate')
  return isMixed || isExit || metrics.some(metric => SHARES.includes(metric)) ? 'matching_events' : undefined
}

function partsOf(query: Query, variant: Variant, days: SplitDays, sealed: SealedDays): readonly Part[] {
  const { filters, goal } = variant
  return tallies(query, filters).flatMap(({ tally, components }) => {
    const common = { tally, components, filters, dimensions: query.dimensions, goal }
    const source = sealedSource({
      tally,
      components,
      filters,
      dimensions: query.dimensions,
    } satisfies Counting)
    const { fromSecond, untilSecond } = query.period
    const none = { fromSecond: undefined, untilSecond: undefined }
    if (source === 'events') {
      const all = [{ first: query.period.firstDay, last: query.period.lastDay }]
      return [{ ...common, source, days: all, rows: undefined, fromSecond, untilSecond }]
    }
    const parts: Part[] = []
    if (days.sealed.length > 0) {
      const rows = validRows(sealed, day => isWithin(day, days.sealed))
      parts.push({ ...common, source, days: days.sealed, rows, ...none })
    }
    if (days.raw.length > 0) {
      parts.push({ ...common, source: 'events', days: days.raw, rows: undefined, fromSecond, untilSecond })
    }
    return parts
  })
}

interface Tallying {
  readonly tally: Tally
  readonly components: readonly Component[]
}

function tallies(query: Query, filters: readonly Condition[]): readonly Tallying[] {
  const wanted = sortComponents(componentsOf(query.metrics))
  const matching: readonly Component[] = leastOf(query) === 'matching_events' ? ['matching_events'] : []
  const isByStart = wanted.events.includes('visits') && startMatters(query)
  const visitsKnowStarts = isByStart && matching.length === 0 && isAboutVisits(query, filters)
  const onEvents = wanted.events.filter(component => !(isByStart && component === 'visits'))
  const onVisits: readonly Component[] = visitsKnowStarts ? ['visits', ...wanted.visits] : wanted.visits
  const asksExits = query.metrics.includes('exit_rate')
  const engagement: readonly Tallying[] =
    wanted.engagement.length > 0 ? [{ tally: 'engagement', components: wanted.engagement }] : []
  const exits: readonly Tallying[] = asksExits
    ? [
        { tally: 'exits', components: ['exits'] },
        { tally: 'exit_views', components: ['exit_views'] },
      ]
    : []

  const needsVisits = onVisits.length > 0
  if (
    !asksExits &&
    (needsVisits || looksAtVisitEnds(query, filters)) &&
    visitsTellAll(query, filters, onEvents)
  ) {
    return [{ tally: 'visits', components: [...onVisits, ...onEvents] }, ...engagement]
  }
  const isByStartOfEvents = isByStart && !visitsKnowStarts
  const needsMatch = matching.length > 0 && !isByStart && onEvents.length === 0
  return [
    ...(onEvents.length > 0 || needsMatch
      ? [{ tally: 'events' as const, components: [...onEvents, ...matching] }]
      : []),
    ...(isByStartOfEvents
      ? [{ tally: 'starts' as const, components: ['visits' as const, ...matching] }]
      : []),
    ...(needsVisits ? [{ tally: 'visits' as const, components: onVisits }] : []),
    ...engagement,
    ...exits,
  ]
}

/** Whether putting visits together answers the whole query, so that events need not be read a second time. */
function visitsTellAll(query: Query, filters: readonly Condition[], onEvents: readonly Component[]): boolean {
  const hasRevenue = onEvents.includes('revenue')
  return !startMatters(query) && isAboutVisits(query, filters) && !hasRevenue && leastOf(query) === undefined
}

/** Whether visits as a whole are split and filtered, not their single events. */
function isAboutVisits({ dimensions }: Query, filters: readonly Condition[]): boolean {
  return (
    !dimensions.some(dimension => dimension.startsWith('event:')) &&
    filters.every(filter =>
      leavesOf(filter, false).every(leaf => leaf.kind === 'value' && leaf.dimension.startsWith('visit:')),
    )
  )
}

/** Whether the query looks at pages or hosts that visits begin and end with, for which they are put together anyway. */
function looksAtVisitEnds(query: Query, filters: readonly Condition[]): boolean {
  const leaves = filters.flatMap(filter => leavesOf(forVisits(filter), false))
  return (
    query.dimensions.some(isVisitEndDimension) ||
    leaves.some(leaf => leaf.kind === 'value' && isVisitEndDimension(leaf.dimension))
  )
}

/** Within whole days each visit has all its events; otherwise its start decides whether and where it counts. */
function startMatters({ period, dimensions }: Query): boolean {
  const interval = intervalAmong(dimensions)
  return period.fromSecond !== undefined || interval === 'hour' || interval === 'minute'
}
