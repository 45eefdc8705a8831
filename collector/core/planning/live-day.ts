import type { Query } from '../query/query.ts'
import type { SealedDays } from '../sealing/sealed-days.ts'
import type { Plan } from './plan.ts'
import { planQuery } from './plan-query.ts'
import { isOfSums } from './whole-days.ts'

/**
 * The plan for the sums of every hour and of them all, when a plan asks for one day that is not sealed, as a whole or by
 * its hours: a dashboard asks for both at once, and both are read from the same events. Undefined for any other plan.
 */
export function liveDayPlan(plan: Plan, sealed: SealedDays): Plan | undefined {
  if (!isOfSums(plan) || !isOfOneDay(plan.query)) return undefined
  const byHour = planQuery({ ...plan.query, dimensions: ['time:hour'] }, sealed)
  // How far down a page was seen is told of each hour by itself: those of a day are not their sum.
  const addsUp = byHour.parts.every(({ source, tally }) => source === 'events' && tally !== 'engagement')
  if (!addsUp) return undefined
  return { ...byHour, parts: byHour.parts.map(part => ({ ...part, withTotal: true })) }
}

function isOfOneDay({ dimensions, period }: Query): boolean {
  const { firstDay, lastDay, fromSecond } = period
  return (
    firstDay === lastDay &&
    fromSecond === undefined &&
    dimensions.every(dimension => dimension === 'time:hour')
  )
}
