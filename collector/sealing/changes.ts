import type { SealStore, SiteDay } from '../core/ports.ts'

/** Knows which days are being changed and which are being sealed, so that no change slips between reading and sealing. */
export interface Changes {
  /**
   * To be called before raw events of days are added or removed. Sealed days become dirty first. `done` must be called
   * once the change is certain to have happened, or not to.
   */
  begin(days: readonly SiteDay[]): Promise<{ done(): void }>
  /** Of these days those that nothing changes now; until `done` a change makes them dirty. */
  startSealing(days: readonly SiteDay[]): { readonly free: readonly SiteDay[]; done(): void }
}

export interface ChangesOptions {
  readonly store: Pick<SealStore, 'markDirty'>
  /** Whether a day is sealed, or may be. */
  readonly mayBeSealed: (day: SiteDay) => boolean
  readonly nextGeneration: () => string
}

export function openChanges({ store, mayBeSealed, nextGeneration }: ChangesOptions): Changes {
  const changing = new Map<string, number>()
  const sealing = new Set<string>()

  return {
    async begin(days) {
      const keys = days.map(keyOf)
      for (const key of keys) changing.set(key, (changing.get(key) ?? 0) + 1)
      const done = (): void => {
        for (const key of keys) {
          const count = (changing.get(key) ?? 1) - 1
          if (count === 0) changing.delete(key)
          else changing.set(key, count)
        }
      }
      const dirty = days.filter(day => sealing.has(keyOf(day)) || mayBeSealed(day))
      try {
        await store.markDirty(dirty, nextGeneration())
      } catch (error) {
        done()
        throw error
      }
      return { done }
    },

    startSealing(days) {
      const free = days.filter(day => !changing.has(keyOf(day)))
      for (const day of free) sealing.add(keyOf(day))
      return {
        free,
        done() {
          for (const day of free) sealing.delete(keyOf(day))
        },
      }
    },
  }
}

function keyOf({ siteId, day }: SiteDay): string {
  return `${siteId} ${day}`
}
