import type { SealedDays } from '../sealing/sealed-days.ts'
import { daysBetween } from '../time/calendar.ts'
import { countedParts, type Part, type Plan } from './plan.ts'
import { type DayRange, isWithin } from './split-days.ts'

/** Answered before anybody waits, or only a few at a time. */
export type Weight = 'light' | 'heavy'

/** Events that one question may read, one by one or by their visits, and still be light. */
const MOST_EVENTS = 500_000
/** Days without known size that a light question may read. */
const MOST_UNKNOWN_DAYS = 2

/** How much work a plan is: sealed figures are next to none, events and visits count by their number. */
export function weightOf(plan: Plan, sealed: SealedDays): Weight {
  const events = countedParts(plan).reduce((sum, part) => sum + eventsOf(part, sealed), 0)
  return events <= MOST_EVENTS ? 'light' : 'heavy'
}

/** Events of a part's days; a day whose number is not known is taken for as large as the largest that is. */
function eventsOf({ days }: Part, { generations }: SealedDays): number {
  let known = 0
  let knownDays = 0
  let largest = 0
  for (const [day, ofDay] of generations) {
    const events = ofDay.reduce((sum, { events: count, isValid }) => sum + (isValid ? count : 0), 0)
    largest = Math.max(largest, events)
    if (!isWithin(day, days)) continue
    known += events
    knownDays++
  }
  if (largest === 0) return days.reduce(sumOfDays, 0) <= MOST_UNKNOWN_DAYS ? 0 : Number.POSITIVE_INFINITY
  // Days without a seal may be empty; only so many can be new.
  const unknownDays = Math.min(days.reduce(sumOfDays, 0) - knownDays, MOST_UNKNOWN_DAYS)
  return known + unknownDays * largest
}

function sumOfDays(sum: number, { first, last }: DayRange): number {
  return sum + daysBetween(first, last) + 1
}
