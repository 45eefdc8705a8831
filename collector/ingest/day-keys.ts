import { randomBytes } from 'node:crypto'
import { DAY_KEY_BYTES, type DayKey, INHERITANCE_SECONDS } from '../core/identity/day-key.ts'
import type { SiteId } from '../core/ids.ts'
import type { Site } from '../core/ports.ts'
import { addDays, localDay, startOfDaySeconds } from '../core/time/zone.ts'
import type { DayKeyFile } from './day-key-file.ts'

/** The key of a site's local day now, and yesterday's while a visit may still go on from it. */
export interface CurrentKeys {
  readonly current: DayKey
  readonly previous: DayKey | undefined
}

/** Keeper of the day keys: makes them at first use of a day, destroys them when their time is over. */
export interface DayKeys {
  /** Keys for an event of this site at this moment. */
  keysFor(site: Site, nowSeconds: number): CurrentKeys
  /** Destroys every key whose time is over; called regularly, so that idle sites' keys die too. */
  destroyExpired(nowSeconds: number): void
}

/**
 * Opens the keeper with the keys that survived a restart in the in-memory file. A file that cannot be written
 * is told to `onFailure` and never stops collecting: keys then live in this process only.
 */
export function openDayKeys(file: DayKeyFile, onFailure?: (error: unknown) => void): DayKeys {
  const bySite = new Map<SiteId, readonly DayKey[]>()
  for (const key of file.read()) bySite.set(key.siteId, [...(bySite.get(key.siteId) ?? []), key])

  function save(): void {
    try {
      file.write([...bySite.values()].flat())
    } catch (error) {
      onFailure?.(error)
    }
  }

  function makeKey(site: Site, nowSeconds: number): DayKey {
    const day = localDay(nowSeconds, site.timezone)
    const endsAtSeconds = startOfDaySeconds(addDays(day, 1), site.timezone)
    const key = { siteId: site.id, day, endsAtSeconds, secret: randomBytes(DAY_KEY_BYTES) }
    // A key of a later day comes from a clock that ran ahead: it must not wait for that day.
    const kept = withoutExpired(bySite.get(site.id) ?? [], nowSeconds).filter(old => {
      const isEarlier = old.endsAtSeconds < endsAtSeconds
      if (!isEarlier) old.secret.fill(0)
      return isEarlier
    })
    bySite.set(site.id, [key, ...kept])
    save()
    return key
  }

  return {
    keysFor(site, nowSeconds) {
      const keys = bySite.get(site.id) ?? []
      const day = localDay(nowSeconds, site.timezone)
      const current = keys.find(key => key.day === day) ?? makeKey(site, nowSeconds)
      const previous = keys.find(
        key => nowSeconds >= key.endsAtSeconds && nowSeconds < key.endsAtSeconds + INHERITANCE_SECONDS,
      )
      return { current, previous }
    },

    destroyExpired(nowSeconds) {
      let changed = false
      for (const [siteId, keys] of bySite) {
        const alive = withoutExpired(keys, nowSeconds)
        if (alive.length === keys.length) continue
        changed = true
        if (alive.length === 0) bySite.delete(siteId)
        else bySite.set(siteId, alive)
      }
      if (changed) save()
    },
  }
}

/** The keys that may live on; the secrets of the others are overwritten. */
function withoutExpired(keys: readonly DayKey[], nowSeconds: number): readonly DayKey[] {
  return keys.filter(key => {
    const alive = nowSeconds < key.endsAtSeconds + INHERITANCE_SECONDS
    if (!alive) key.secret.fill(0)
    return alive
  })
}
