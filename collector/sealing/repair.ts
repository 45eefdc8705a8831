import type { RemovalStore } from '../core/ports.ts'
import type { RemovalCount, Repair } from '../core/repair/removal.ts'
import type { Changes } from './changes.ts'

export interface RepairOptions {
  readonly store: RemovalStore
  readonly changes: Pick<Changes, 'begin'>
  /** The journal that is stored so far must not take what is gone for lost. */
  readonly markStored: () => Promise<void>
  /** Seconds since 1970. */
  readonly nowSeconds: () => number
}

export function openRepair({ store, changes, markStored, nowSeconds }: RepairOptions): Repair {
  function sum(days: Awaited<ReturnType<RemovalStore['countEvents']>>): RemovalCount {
    return {
      events: days.reduce((total, { events }) => total + events, 0),
      visits: days.reduce((total, { visits }) => total + visits, 0),
      days: days.length,
    }
  }

  return {
    count: async question => sum(await store.countEvents(question)),

    async remove(question, expected, { userId, filters }) {
      const { siteId, period } = question
      const days = await store.countEvents(question)
      const counted = sum(days)
      if (counted.events !== expected) return { ...counted, isDone: false }
      if (counted.events === 0) return { ...counted, isDone: true }
      // First the note: what was begun and failed must be known, too.
      await store.note({
        siteId,
        userId,
        removedAtSeconds: nowSeconds(),
        filters,
        firstDay: period.firstDay,
        lastDay: period.lastDay,
        events: counted.events,
      })
      await markStored()
      const change = await changes.begin(days.map(({ day }) => ({ siteId, day })))
      try {
        await store.removeEvents(question)
      } finally {
        change.done()
      }
      return { ...counted, isDone: true }
    },
  }
}
