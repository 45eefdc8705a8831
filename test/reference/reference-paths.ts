import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import type { FunnelQuestion } from '../../collector/core/paths/funnel.ts'
import type { JourneyQuestion, Journeys } from '../../collector/core/paths/journey.ts'
import type { Condition } from '../../collector/core/query/condition.ts'
import { counts, holds } from './holds.ts'
import { toVisits, type Visit } from './visits.ts'

interface Placed {
  readonly event: AnalyticsEvent
  readonly visit: Visit
}

/** Events inside the period, of visits that the filters keep, in order. */
function placedEvents(
  all: readonly AnalyticsEvent[],
  question: FunnelQuestion | JourneyQuestion,
): readonly Placed[] {
  const { period, siteId, filters } = question
  const known = all.filter(
    event =>
      event.siteId === siteId &&
      event.day >= period.firstDay &&
      event.day <= period.lastDay &&
      (period.untilSecond === undefined || event.timestampSeconds < period.untilSecond),
  )
  const visits = toVisits(known)
  return known
    .flatMap((event, order) => {
      const visit = visits.get(event.visitId)
      return visit === undefined ? [] : [{ event, visit, order }]
    })
    .filter(({ event }) => period.fromSecond === undefined || event.timestampSeconds >= period.fromSecond)
    .filter(({ event, visit }) => filters.every(filter => holds(filter, event, visit, 'event')))
    .toSorted((a, b) => a.event.timestampSeconds - b.event.timestampSeconds || a.order - b.order)
}

function is(condition: Condition, { event, visit }: Placed): boolean {
  return counts([condition], event) && holds(condition, event, visit, 'event')
}

/** How many got as far as each step, step by step. */
export function referenceFunnel(all: readonly AnalyticsEvent[], question: FunnelQuestion): readonly number[] {
  const levels = new Map<string, number>()
  for (const placed of placedEvents(all, question)) {
    const { event } = placed
    const unit = question.within === 'visit' ? event.visitId : `${event.day} ${event.visitorId}`
    const level = levels.get(unit) ?? 0
    const next = question.steps[level]
    levels.set(unit, next !== undefined && is(next.condition, placed) ? level + 1 : level)
  }
  const endedAt = Array.from({ length: question.steps.length + 1 }, () => 0)
  for (const level of levels.values()) endedAt[level] = (endedAt[level] ?? 0) + 1
  return endedAt
}

/** The ways of all visits, counted. */
export function referenceJourneys(all: readonly AnalyticsEvent[], question: JourneyQuestion): Journeys {
  const byVisit = new Map<string, { label: string; isStart: boolean }[]>()
  for (const placed of placedEvents(all, question)) {
    const { event } = placed
    const isStart = is(question.start, placed)
    if (event.name === 'engagement' && !isStart) continue
    const label = event.name === 'pageview' ? `p${event.page}` : `e${event.name}`
    const taken = byVisit.get(event.visitId) ?? []
    // How far down a page was seen is no step, but where the way begins.
    if (event.name === 'engagement' && taken.some(one => one.isStart)) continue
    if (taken.at(-1)?.label !== label) taken.push({ label, isStart })
    byVisit.set(event.visitId, taken)
  }
  const ways = new Map<string, number>()
  for (const taken of byVisit.values()) {
    const start = taken.findIndex(({ isStart }) => isStart)
    if (start < 0) continue
    const rest = question.direction === 'next' ? taken.slice(start + 1) : taken.slice(0, start).reverse()
    const labels = rest.map(({ label }) => label)
    const along = question.along.map(step => ('page' in step ? `p${step.page}` : `e${step.event}`))
    if (along.some((label, index) => labels[index] !== label)) continue
    const way = JSON.stringify(labels.slice(along.length, along.length + question.steps))
    ways.set(way, (ways.get(way) ?? 0) + 1)
  }
  const ranked = [...ways]
    .map(([way, visits]) => ({ labels: JSON.parse(way) as string[], visits }))
    .toSorted((a, b) => b.visits - a.visits || compareLists(a.labels, b.labels))
  const shown = ranked.slice(0, question.limit).filter(({ visits }) => visits >= question.minimum)
  const others = ranked.slice(shown.length)
  return {
    ways: shown.map(({ labels, visits }) => ({
      steps: labels.map(label =>
        label.startsWith('p') ? { page: label.slice(1) } : { event: label.slice(1) },
      ),
      visits,
    })),
    others: { visits: others.reduce((sum, { visits }) => sum + visits, 0), ways: others.length },
  }
}

/** As the database orders lists of text: by bytes, a list before what it begins. */
function compareLists(left: readonly string[], right: readonly string[]): number {
  for (const [index, text] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const difference = Buffer.compare(Buffer.from(text), Buffer.from(other))
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
