import type { Day } from '../ids.ts'

/** What is known about the finished days of a site. */
export interface SealedDays {
  /** Up to this day every one is sealed or without events, but for the dirty ones; undefined: none is. */
  readonly through: Day | undefined
  /** Sealed days that something changed since, and that have to be read from raw events; in rising order. */
  readonly dirty: readonly Day[]
  /** Every generation that a day has rows of, oldest first. */
  readonly generations: ReadonlyMap<Day, readonly Generation[]>
}

/** One sealing of a day. */
export interface Generation {
  /** Nanoseconds since 1970 in decimal, later ones greater; the same for all days that were sealed together. */
  readonly id: string
  /** False once the day was sealed anew: its rows are no longer to be read, and are removed later. */
  readonly isValid: boolean
  /** Raw events that are in it. */
  readonly events: number
}

/** Nothing is sealed. */
export const NOTHING_SEALED: SealedDays = { through: undefined, dirty: [], generations: new Map() }

/** Whether a day is known to have had no events. */
export function isWithoutEvents(day: Day, { through, dirty, generations }: SealedDays): boolean {
  if (through === undefined || day > through || dirty.includes(day)) return false
  return generations.get(day)?.some(({ isValid }) => isValid) !== true
}

/** Which sealed rows of some days are to be read: those of these generations, but not these of them on these days. */
export interface ValidRows {
  readonly generations: readonly string[]
  readonly except: readonly (readonly [Day, string])[]
}

/** The rows that are valid of the days for which `includes` holds. */
export function validRows(sealed: SealedDays, includes: (day: Day) => boolean): ValidRows {
  const valid = new Set<string>()
  const superseded: [Day, string][] = []
  for (const [day, generations] of sealed.generations) {
    if (!includes(day)) continue
    for (const { id, isValid } of generations) {
      if (isValid) valid.add(id)
      else superseded.push([day, id])
    }
  }
  return { generations: [...valid], except: superseded.filter(([, id]) => valid.has(id)) }
}
