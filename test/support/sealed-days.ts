import type { Day } from '../../collector/core/ids.ts'
import type { SealedDays } from '../../collector/core/sealing/sealed-days.ts'

/** Whether a day is sealed and nothing has changed it since. */
export function isSealed({ through, dirty }: SealedDays, day: Day): boolean {
  return through !== undefined && day <= through && !dirty.includes(day)
}
