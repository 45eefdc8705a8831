import type { DailyCount } from '../../core/event/daily-count.ts'
import type { Day, SiteId } from '../../core/ids.ts'
import type { EventStore } from '../../core/ports.ts'
import { openBoundedNames } from './bounded-names.ts'
import { openCounter } from './counter.ts'

/** Most names of one reason that are told apart per site and day. */
const MAX_NAMES = 200

/** Counts, per site and local day, what was not counted as an event and why, and notes about what was. */
export interface DailyCounter {
  /** For reasons that are counted; see `isCountedReason`. */
  add(siteId: SiteId, day: Day, reason: DailyCount['reason'], name: string): void
  /** Counts of a site's day that are not stored yet. */
  pending(siteId: SiteId, day: Day): readonly DailyCount[]
  /** Stores what has gathered; after a failure it is tried again at the next call. */
  flush(): Promise<void>
}

export function openDailyCounter(eventStore: Pick<EventStore, 'addDailyCounts'>): DailyCounter {
  const counter = openCounter<DailyCount>('counts', eventStore.addDailyCounts)
  const names = openBoundedNames(MAX_NAMES)
  return {
    add(siteId, day, reason, name) {
      const bounded = name === '' ? '' : names.bound(siteId, day, reason, name)
      counter.add(`${siteId} ${day} ${reason} ${bounded}`, { siteId, day, reason, name: bounded, count: 1 })
    },
    pending: (siteId, day) => counter.pending().filter(count => count.siteId === siteId && count.day === day),
    flush: counter.flush,
  }
}
