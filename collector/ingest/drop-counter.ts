import type { DropReason } from '../core/event/drop-reasons.ts'
import { isCountedReason } from '../core/event/drop-reasons.ts'
import type { Day, SiteId } from '../core/ids.ts'
import type { DropCount, EventStore } from '../core/ports.ts'

/** Counts events that are not counted, per site, local day and reason. */
export interface DropCounter {
  add(siteId: SiteId, day: Day, reason: DropReason): void
  /** Counts that are not stored yet. */
  pending(siteId: SiteId, day: Day): readonly DropCount[]
  /** Stores what has gathered; after a failure it is tried again at the next call. */
  flush(): Promise<void>
}

export function openDropCounter(eventStore: EventStore): DropCounter {
  let counts = new Map<string, DropCount>()

  function add({ siteId, day, reason, count }: DropCount): void {
    const key = `${siteId} ${day} ${reason}`
    counts.set(key, { siteId, day, reason, count: (counts.get(key)?.count ?? 0) + count })
  }

  return {
    add(siteId, day, reason) {
      if (isCountedReason(reason)) add({ siteId, day, reason, count: 1 })
    },
    pending: (siteId, day) =>
      [...counts.values()].filter(count => count.siteId === siteId && count.day === day),
    async flush() {
      const taken = counts
      if (taken.size === 0) return
      counts = new Map()
      try {
        await eventStore.addDrops([...taken.values()])
      } catch (error) {
        for (const count of taken.values()) add(count)
        throw error
      }
    },
  }
}
