import { RETENTION_DAYS } from '../core/event/event-record.ts'
import type { SiteId } from '../core/ids.ts'
import type { SealStore, Site, SiteDay } from '../core/ports.ts'
import { timezoneAt } from '../core/site/time-zone.ts'
import { addDays, localDay } from '../core/time/zone.ts'
import type { Changes } from './changes.ts'

/**
 * How far ahead of the time a day is marked, s. A seal that begins meanwhile does not wipe the mark away: it may have missed an
 * event that was on its way, and clocks of two machines differ.
 */
const AHEAD_SECONDS = 1_200
/** A mark that is younger holds for the next insert, too, s. */
const MARK_AGAIN_SECONDS = 600
/** Marks that are remembered. */
const MAX_REMEMBERED = 10_000

export interface LateEventsOptions {
  readonly store: Pick<SealStore, 'markDirty' | 'latestGeneration'>
  readonly siteById: (id: SiteId) => Site | undefined
  /** Seconds since 1970. */
  readonly nowSeconds: () => number
}

/**
 * Where another collector seals, every day that is over may be sealed at any moment: each becomes dirty before events are
 * added to it, and is sealed anew some twenty minutes later.
 */
export function openLateEvents({ store, siteById, nowSeconds }: LateEventsOptions): Pick<Changes, 'begin'> {
  const marked = new Map<string, number>()

  /** Whether a day is over, and what is sealed of it can still be made anew from its events. */
  function mayBeSealed({ siteId, day }: SiteDay): boolean {
    const site = siteById(siteId)
    const now = nowSeconds()
    if (site === undefined || addDays(day, RETENTION_DAYS) <= localDay(now, 'UTC')) return false
    return day < localDay(now, timezoneAt(site, now))
  }

  return {
    async begin(days) {
      const now = nowSeconds()
      const late = days.filter(day => {
        const before = marked.get(keyOf(day)) ?? Number.NEGATIVE_INFINITY
        return mayBeSealed(day) && Math.abs(now - before) > MARK_AGAIN_SECONDS
      })
      if (late.length > 0) {
        const latest = BigInt(await store.latestGeneration())
        const present = BigInt(now) * 1_000_000_000n
        const ahead = BigInt(AHEAD_SECONDS) * 1_000_000_000n
        await store.markDirty(late, String((present > latest ? present : latest) + ahead))
        if (marked.size > MAX_REMEMBERED) marked.clear()
        for (const day of late) marked.set(keyOf(day), now)
      }
      return { done: () => undefined }
    },
  }
}

function keyOf({ siteId, day }: SiteDay): string {
  return `${siteId} ${day}`
}
