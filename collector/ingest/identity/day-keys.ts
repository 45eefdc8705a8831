import { randomBytes } from 'node:crypto'
import { DAY_KEY_BYTES, type DayKey, INHERITANCE_SECONDS } from '../../core/identity/day-key.ts'
import { type DestructionReason, type KeyEvent, keyCommitment } from '../../core/identity/ledger-entry.ts'
import type { Day, SiteId } from '../../core/ids.ts'
import type { Site } from '../../core/ports.ts'
import { timezoneAt } from '../../core/site/time-zone.ts'
import { addDays, localDay, startOfDaySeconds } from '../../core/time/zone.ts'
import type { DayKeyFile } from './day-key-file.ts'
import type { KeyLedger } from './key-ledger.ts'

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

export interface DayKeysDeps {
  /** Where keys survive a restart; read once. */
  readonly file: DayKeyFile
  readonly ledger: Pick<KeyLedger, 'found' | 'note'>
  /** Time in whole seconds since 1970 at which the keeper is opened. */
  readonly nowSeconds: number
  /** The file cannot be written: keys live in this process only. Collecting goes on. */
  readonly onFailure: (error: unknown) => void
  /** A key was destroyed later than it should have been, in seconds: the process or the machine slept. */
  readonly onLate: (lateSeconds: number) => void
  /** A key of a day that had one was lost: visitors from now on are counted again. */
  readonly onRestart: (siteId: SiteId, day: Day) => void
}

/** A key that is destroyed later than this after its time is late, seconds; it is looked after every 5 s. */
const LATE_SECONDS = 60

/** Opens the keeper with the keys that survived a restart. */
export function openDayKeys(deps: DayKeysDeps): DayKeys {
  const { file, ledger } = deps
  const bySite = new Map<SiteId, readonly DayKey[]>()
  const lastDays = new Map(ledger.found.lastDays)
  for (const key of file.read()) bySite.set(key.siteId, [...(bySite.get(key.siteId) ?? []), key])
  reconcile()

  /** Keys that the ledger knows and nobody has any more are lost; keys that it does not know are noted. */
  function reconcile(): void {
    const present = [...bySite.values()].flat()
    const held = new Set(present.map(key => keyCommitment(key.secret)))
    for (const { siteId, day, commitment, isImport } of ledger.found.alive.values()) {
      if (held.has(commitment)) continue
      const gone = { siteId, day, commitment, isImport, atSeconds: deps.nowSeconds }
      ledger.note({ ...gone, event: 'destroyed', reason: 'lost', lateSeconds: 0 })
    }
    for (const key of present) {
      if (!ledger.found.alive.has(keyCommitment(key.secret))) noteCreated(key, deps.nowSeconds)
    }
  }

  function noteCreated(key: DayKey, atSeconds: number): void {
    ledger.note({ ...named(key), atSeconds, event: 'created' })
    lastDays.set(key.siteId, key.day)
  }

  function destroy(key: DayKey, atSeconds: number, reason: DestructionReason): void {
    const late = atSeconds - key.endsAtSeconds - INHERITANCE_SECONDS
    const lateSeconds = reason === 'expired' && late > LATE_SECONDS ? late : 0
    ledger.note({ ...named(key), atSeconds, event: 'destroyed', reason, lateSeconds })
    key.secret.fill(0)
    if (lateSeconds > 0) deps.onLate(lateSeconds)
  }

  function save(): void {
    try {
      file.write([...bySite.values()].flat())
    } catch (error) {
      deps.onFailure(error)
    }
  }

  /** The keys that may live on; the others are destroyed. */
  function withoutExpired(keys: readonly DayKey[], nowSeconds: number): readonly DayKey[] {
    return keys.filter(key => {
      const isAlive = nowSeconds < key.endsAtSeconds + INHERITANCE_SECONDS
      if (!isAlive) destroy(key, nowSeconds, 'expired')
      return isAlive
    })
  }

  function makeKey(site: Site, nowSeconds: number, day: Day, timezone: string): DayKey {
    const endsAtSeconds = startOfDaySeconds(addDays(day, 1), timezone)
    const key = { siteId: site.id, day, endsAtSeconds, secret: randomBytes(DAY_KEY_BYTES) }
    // A key of a later day comes from a clock that ran ahead: it must not wait for that day.
    const kept = withoutExpired(bySite.get(site.id) ?? [], nowSeconds).filter(old => {
      const isEarlier = old.endsAtSeconds < endsAtSeconds
      if (!isEarlier) destroy(old, nowSeconds, 'replaced')
      return isEarlier
    })
    if (lastDays.get(site.id) === day) deps.onRestart(site.id, day)
    bySite.set(site.id, [key, ...kept])
    noteCreated(key, nowSeconds)
    save()
    return key
  }

  return {
    keysFor(site, nowSeconds) {
      const keys = bySite.get(site.id) ?? []
      const timezone = timezoneAt(site, nowSeconds)
      const day = localDay(nowSeconds, timezone)
      // A change to a zone further west repeats a day: it gets a key of its own.
      const known = keys.find(key => key.day === day && nowSeconds < key.endsAtSeconds)
      const current = known ?? makeKey(site, nowSeconds, day, timezone)
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

function named({
  siteId,
  day,
  secret,
}: DayKey): Pick<KeyEvent, 'siteId' | 'day' | 'commitment' | 'isImport'> {
  return { siteId, day, commitment: keyCommitment(secret), isImport: false }
}
