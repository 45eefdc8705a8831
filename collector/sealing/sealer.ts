import { RETENTION_DAYS } from '../core/event/event-record.ts'
import type { Day, SiteId } from '../core/ids.ts'
import type { RawDay, SealStore, Site, SiteDay } from '../core/ports.ts'
import { type Chunk, toChunks, type ZonedDay } from '../core/sealing/chunks.ts'
import { timezoneAt } from '../core/site/time-zone.ts'
import { FIRST_DAY } from '../core/time/calendar.ts'
import { addDays, localDay, startOfDaySeconds } from '../core/time/zone.ts'
import { type Changes, openChanges } from './changes.ts'

/** How long after a site's midnight its day is sealed at the earliest, s: what came before midnight is stored by then. */
const GRACE_SECONDS = 300

/** Seals finished days, in the background and on demand. */
export interface Sealer {
  readonly changes: Changes
  /** Seals what is finished and not sealed, and what changed since. One run at a time; a second one waits for the first. */
  sealDue(options?: SealDueOptions): Promise<SealReport>
  /** Seals finished days with events again, whatever is known of them. */
  sealAgain(range: SealRange, options?: SealOptions): Promise<SealReport>
}

/** Days of some sites, from one to another, both included. */
export interface SealRange {
  readonly sites: readonly SiteId[]
  readonly from: Day | undefined
  readonly to: Day | undefined
}

export interface SealOptions {
  readonly onProgress?: (progress: SealProgress) => void
  /** Ends the run after the present chunk. */
  readonly signal?: AbortSignal
}

export interface SealDueOptions extends SealOptions {
  /** Only these days; by default all. */
  readonly only?: SealRange
}

export interface SealProgress {
  readonly events: number
  readonly ofEvents: number
  /** The day that was sealed last. */
  readonly day: Day
}

export interface SealReport {
  /** Days of sites that were sealed. */
  readonly days: number
  readonly events: number
}

export interface SealerOptions {
  readonly store: SealStore
  readonly sites: () => readonly Site[]
  /** Seconds since 1970. */
  readonly nowSeconds: () => number
  /** Whether every event that was received before an instant is stored. */
  readonly isStoredUntil: (seconds: number) => boolean
}

/** Opens the sealer: it knows what is sealed from the start, and nothing runs by itself. */
export async function openSealer({
  store,
  sites,
  nowSeconds,
  isStoredUntil,
}: SealerOptions): Promise<Sealer> {
  const through = new Map(await store.throughDays())
  let latest = BigInt(await store.latestGeneration())
  let running: Promise<unknown> = Promise.resolve()

  function nextGeneration(): string {
    const now = BigInt(nowSeconds()) * 1_000_000_000n
    latest = now > latest ? now : latest + 1n
    return String(latest)
  }

  const changes = openChanges({
    store,
    mayBeSealed: ({ siteId, day }) => day <= (through.get(siteId) ?? '') && isComplete(day),
    nextGeneration,
  })

  /** Whether all raw events of a day are still there; after that its sealed figures are the only ones. */
  function isComplete(day: Day): boolean {
    return addDays(day, RETENTION_DAYS) > localDay(nowSeconds(), 'UTC')
  }

  /** The last day of a site that can be sealed. */
  function finishedDay(site: Site): Day | undefined {
    const now = nowSeconds()
    const timezone = timezoneAt(site, now)
    const today = localDay(now, timezone)
    // Shortly after midnight, or as long as yesterday's last events are in the journal, it is the day before yesterday.
    return [addDays(today, -1), addDays(today, -2)].find(day => {
      const end = startOfDaySeconds(addDays(day, 1), timezone)
      return now >= end + GRACE_SECONDS && isStoredUntil(end)
    })
  }

  async function dueDays(finished: ReadonlyMap<SiteId, Day>): Promise<readonly RawDay[]> {
    const due = [...finished].filter(([siteId, day]) => (through.get(siteId) ?? '') < day)
    const last = due
      .map(([, day]) => day)
      .sort()
      .at(-1)
    if (last === undefined) return []
    const raw = await store.rawDays(
      due.map(([siteId]) => ({ siteId, after: through.get(siteId) })),
      last,
    )
    return raw.filter(({ siteId, day }) => day <= (finished.get(siteId) ?? ''))
  }

  /** Which zone the days were lived in; those of sites that are no more are left out. */
  function withZones(days: readonly RawDay[]): readonly ZonedDay[] {
    const known = new Map(sites().map(site => [site.id, site]))
    return days.flatMap(raw => {
      const site = known.get(raw.siteId)
      if (site === undefined) return []
      const timezone = timezoneAt(site, startOfDaySeconds(raw.day, site.timezone))
      return [{ ...raw, timezone }]
    })
  }

  /** How many events there are now; a day may have lost its last one. */
  async function counted(days: readonly SiteDay[]): Promise<readonly RawDay[]> {
    const counts = new Map((await store.countRaw(days)).map(raw => [keyOf(raw), raw.events]))
    return days.map(day => ({ ...day, events: counts.get(keyOf(day)) ?? 0 }))
  }

  /** Seals chunk after chunk; what is sealed stays so when a later one fails. */
  async function sealChunks(
    chunks: readonly Chunk[],
    { onProgress, signal }: SealOptions,
    onSealed: (days: readonly SiteDay[]) => Promise<void>,
  ): Promise<SealReport> {
    const ofEvents = chunks.reduce(
      (sum, { days }) => sum + days.reduce((all, { events }) => all + events, 0),
      0,
    )
    const report = { days: 0, events: 0 }
    for (const { days, timezone } of chunks) {
      if (signal?.aborted === true) break
      const sealing = changes.startSealing(days)
      const free = days.filter(day => sealing.free.includes(day))
      try {
        if (free.length === 0) continue
        await store.seal({ days: free, timezone, generation: nextGeneration() })
      } finally {
        sealing.done()
      }
      await onSealed(free)
      report.days += free.length
      report.events += free.reduce((sum, { events }) => sum + events, 0)
      onProgress?.({ events: report.events, ofEvents, day: free.at(-1)?.day ?? ('' as Day) })
    }
    return report
  }

  async function markThrough(days: readonly SiteDay[]): Promise<void> {
    const later = days.filter(({ siteId, day }) => day > (through.get(siteId) ?? ''))
    if (later.length === 0) return
    // First what may be sealed, then what is: a change in between makes the day dirty at worst once too often.
    for (const { siteId, day } of later) through.set(siteId, day)
    await store.markThrough(later, nextGeneration())
  }

  async function run(options: SealDueOptions): Promise<SealReport> {
    const finished = new Map(
      sites().flatMap(site => {
        const day = finishedDay(site)
        return day === undefined ? [] : [[site.id, day] as const]
      }),
    )
    const due = await dueDays(finished)
    const dirty = (await store.dirtyDays(nextGeneration())).filter(
      ({ siteId, day }) => day <= (through.get(siteId) ?? '') && isComplete(day),
    )
    const { only } = options
    const wanted = [...due, ...(await counted(dirty))].filter(
      day => only === undefined || isWithin(day, only),
    )
    const chunks = toChunks(withZones(wanted))
    /** Days of each site that are still to be sealed, in rising order. */
    const open = new Map<SiteId, Day[]>()
    for (const { siteId, day } of due) {
      const days = open.get(siteId)
      if (days === undefined) open.set(siteId, [day])
      else days.push(day)
    }

    const report = await sealChunks(chunks, options, async sealed => {
      for (const { siteId, day } of sealed) {
        const days = open.get(siteId)
        const place = days?.indexOf(day) ?? -1
        if (place >= 0) days?.splice(place, 1)
      }
      await markThrough(
        lastOfEach(sealed).filter(({ siteId, day }) => {
          const next = open.get(siteId)?.[0]
          return next === undefined || next > day
        }),
      )
    })
    if (options.signal?.aborted !== true) {
      // Days without events at the end are done, too.
      await markThrough(
        [...finished]
          .filter(([siteId]) => (open.get(siteId) ?? []).length === 0)
          .map(([siteId, day]) => ({ siteId, day })),
      )
      await store.removeSuperseded(nowSeconds())
      if (report.days > 0) await store.mergeParts(options.signal)
    }
    return report
  }

  /** One after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = running.then(work, work)
    running = turn.catch(() => undefined)
    return turn
  }

  return {
    changes,
    sealDue: (options = {}) => inTurn(() => run(options)),
    sealAgain: (range, options = {}) =>
      inTurn(async () => {
        const finished = new Map(sites().map(site => [site.id, finishedDay(site)]))
        const last = localDay(nowSeconds(), 'UTC')
        const days = await store.daysWithEvents(range.sites, range.from ?? FIRST_DAY, range.to ?? last)
        const whole = days.filter(({ siteId, day }) => isComplete(day) && day <= (finished.get(siteId) ?? ''))
        return sealChunks(toChunks(withZones(whole)), options, async () => undefined)
      }),
  }
}

function isWithin({ siteId, day }: SiteDay, { sites, from, to }: SealRange): boolean {
  return sites.includes(siteId) && (from === undefined || day >= from) && (to === undefined || day <= to)
}

function keyOf({ siteId, day }: SiteDay): string {
  return `${siteId} ${day}`
}

function lastOfEach(days: readonly SiteDay[]): readonly SiteDay[] {
  const last = new Map<SiteId, Day>()
  for (const { siteId, day } of days) if (day > (last.get(siteId) ?? '')) last.set(siteId, day)
  return [...last].map(([siteId, day]) => ({ siteId, day }))
}
