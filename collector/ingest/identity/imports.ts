import { randomBytes } from 'node:crypto'
import { DAY_KEY_BYTES, type DayKey } from '../../core/identity/day-key.ts'
import { keyCommitment } from '../../core/identity/ledger-entry.ts'
import type { SiteId } from '../../core/ids.ts'
import type { Site } from '../../core/ports.ts'
import { timezoneAt } from '../../core/site/time-zone.ts'
import { addDays, localDay, startOfDaySeconds } from '../../core/time/zone.ts'
import { openVisits, type Visits } from '../visits.ts'
import type { CurrentKeys } from './day-keys.ts'
import type { KeyLedger } from './key-ledger.ts'

/** Past events that are sent with an API key: they get ids from temporary keys and never meet a live visit. */
export interface Imports {
  /** Key and visits for an event of the past. An import is one API key's events for one site. */
  timeOf(
    apiKeyId: string,
    site: Site,
    seconds: number,
    nowSeconds: number,
  ): { readonly keys: CurrentKeys; readonly visits: Visits }
  /** Ends imports that have been still for an hour: their keys are destroyed. */
  endStill(nowSeconds: number): void
  /** Ends all of them. */
  endAll(nowSeconds: number): void
}

/** An import that was still for this long is over, seconds; what comes later gets new keys and new visitors. */
const STILL_SECONDS = 3_600

interface Import {
  readonly siteId: SiteId
  readonly visits: Visits
  readonly keys: Map<string, DayKey>
  latestSeconds: number
  activeAtSeconds: number
}

/** Keys live in this process only. */
export function openImports(ledger: Pick<KeyLedger, 'note'>): Imports {
  const imports = new Map<string, Import>()

  function keyOf(running: Import, site: Site, seconds: number, nowSeconds: number): DayKey {
    const timezone = timezoneAt(site, seconds)
    const day = localDay(seconds, timezone)
    const known = running.keys.get(day)
    if (known !== undefined) return known
    const endsAtSeconds = startOfDaySeconds(addDays(day, 1), timezone)
    const key = { siteId: site.id, day, endsAtSeconds, secret: randomBytes(DAY_KEY_BYTES) }
    running.keys.set(day, key)
    const commitment = keyCommitment(key.secret)
    ledger.note({ siteId: site.id, day, commitment, atSeconds: nowSeconds, event: 'created', isImport: true })
    return key
  }

  function end(name: string, running: Import, nowSeconds: number): void {
    imports.delete(name)
    for (const { siteId, day, secret } of running.keys.values()) {
      const gone = { siteId, day, commitment: keyCommitment(secret), atSeconds: nowSeconds, isImport: true }
      ledger.note({ ...gone, event: 'destroyed', reason: 'expired', lateSeconds: 0 })
      secret.fill(0)
    }
  }

  return {
    timeOf(apiKeyId, site, seconds, nowSeconds) {
      const name = `${apiKeyId} ${site.id}`
      let running = imports.get(name)
      if (running === undefined) {
        const visits = openVisits()
        running = { siteId: site.id, visits, keys: new Map(), latestSeconds: 0, activeAtSeconds: 0 }
        imports.set(name, running)
      }
      running.activeAtSeconds = nowSeconds
      running.latestSeconds = Math.max(running.latestSeconds, seconds)
      return {
        keys: { current: keyOf(running, site, seconds, nowSeconds), previous: undefined },
        visits: running.visits,
      }
    },
    endStill(nowSeconds) {
      for (const [name, running] of imports) {
        if (nowSeconds - running.activeAtSeconds >= STILL_SECONDS) end(name, running, nowSeconds)
        else running.visits.forgetEnded(running.latestSeconds)
      }
    },
    endAll(nowSeconds) {
      for (const [name, running] of imports) end(name, running, nowSeconds)
    },
  }
}
