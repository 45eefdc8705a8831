import { RETENTION_DAYS } from '../event/event-record.ts'
import type { Day } from '../ids.ts'
import type { SealedDays } from '../sealing/sealed-days.ts'
import { addDays, localDay } from '../time/zone.ts'
import { countedParts, type Plan } from './plan.ts'
import { isWithin } from './split-days.ts'

/**
 * The day before which an answer lacks days that had events: their events and visits have expired, and the figures that
 * were kept of them do not tell what is asked. Undefined when nothing is missing.
 */
export function expiredBefore(plan: Plan, sealed: SealedDays, nowSeconds: number): Day | undefined {
  const oldest = addDays(localDay(nowSeconds, 'UTC'), -RETENTION_DAYS)
  const expiring = countedParts(plan)
  const isMissing = [...sealed.generations].some(
    ([day, generations]) =>
      day < oldest &&
      generations.some(({ isValid, events }) => isValid && events > 0) &&
      expiring.some(({ days }) => isWithin(day, days)),
  )
  return isMissing ? oldest : undefined
}
