import { randomUUID } from 'node:crypto'
import type { DropReason } from '../core/event/drop-reasons.ts'
import type { Day, SiteId } from '../core/ids.ts'
import type { DropCount, EventStore } from '../core/ports.ts'

/** Counts events that are not counted, per site, local day and reason. */
export interface DropCounter {
  /** For reasons that are counted; see `isCountedReason`. */
  add(siteId: SiteId, day: Day, reason: DropReason): void
  /** Counts that are not stored yet. */
  pending(siteId: SiteId, day: Day): readonly DropCount[]
  /** Stores what has gathered; after a failure it is tried again at the next call. */
  flush(): Promise<void>
}

export function openDropCounter(eventStore: EventStore): DropCounter {
  const process = randomUUID()
  let gathering = new Map<string, DropCount>()
  /** Counts that are being stored. They stay together under one token until that is certain, so that none is added twice. */
  let sending: { readonly counts: readonly DropCount[]; readonly token: string } | undefined
  let flushes = 0

  return {
    add(siteId, day, reason) {
      const key = `${siteId} ${day} ${reason}`
      gathering.set(key, { siteId, day, reason, count: (gathering.get(key)?.count ?? 0) + 1 })
    },
    pending: (siteId, day) =>
      [...(sending?.counts ?? []), ...gathering.values()].filter(
        count => count.siteId === siteId && count.day === day,
      ),
    async flush() {
      if (sending === undefined && gathering.size > 0) {
        flushes++
        sending = { counts: [...gathering.values()], token: `drops:${process}:${flushes}` }
        gathering = new Map()
      }
      if (sending === undefined) return
      await eventStore.addDrops(sending.counts, sending.token)
      sending = undefined
    },
  }
}
