import type { Day } from '../ids.ts'
import type { Generation, SealedDays } from './sealed-days.ts'

export const SEAL_KINDS = ['through', 'full', 'delta', 'dirty', 'removed'] as const
export type SealKind = (typeof SEAL_KINDS)[number]

/** A row of the log of seals of one site. */
export interface SealRow {
  readonly day: Day
  readonly kind: SealKind
  /** Nanoseconds since 1970 in decimal. */
  readonly generation: string
  /** Raw events that the generation holds. */
  readonly events: number
}

interface DayState {
  readonly generations: { id: string; isValid: boolean; events: number }[]
  sealedAt: bigint
  dirtyAt: bigint
}

/** What the log of seals of a site says in the end; the rows may come in any order. */
export function foldSeals(rows: readonly SealRow[]): SealedDays {
  const inOrder = rows
    .map(row => ({ ...row, at: BigInt(row.generation) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const days = new Map<Day, DayState>()
  const stateOf = (day: Day): DayState => {
    const state = days.get(day) ?? { generations: [], sealedAt: 0n, dirtyAt: 0n }
    days.set(day, state)
    return state
  }
  let through: Day | undefined
  for (const { day, kind, generation, events, at } of inOrder) {
    if (kind === 'through') {
      if (through === undefined || day > through) through = day
      continue
    }
    const state = stateOf(day)
    if (kind === 'dirty') state.dirtyAt = at
    if (kind !== 'full' && kind !== 'delta') continue
    if (kind === 'full') for (const earlier of state.generations) earlier.isValid = false
    state.generations.push({ id: generation, isValid: true, events })
    state.sealedAt = at
  }
  for (const { day, kind, generation } of inOrder) {
    const state = kind === 'removed' ? days.get(day) : undefined
    const place = state?.generations.findIndex(({ id }) => id === generation) ?? -1
    if (place >= 0) state?.generations.splice(place, 1)
  }
  const dirty = [...days].flatMap(([day, { dirtyAt, sealedAt }]) => (dirtyAt > sealedAt ? [day] : []))
  const generations = new Map<Day, readonly Generation[]>(
    [...days].flatMap(([day, state]) => (state.generations.length > 0 ? [[day, state.generations]] : [])),
  )
  return { through, dirty: dirty.sort(), generations }
}
