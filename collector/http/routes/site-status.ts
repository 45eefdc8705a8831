import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { DAILY_NOTES, type DailyCount, type DailyNote } from '../../core/event/daily-count.ts'
import type { Day, SiteId } from '../../core/ids.ts'
import type { EventStore, Site } from '../../core/ports.ts'
import { isLimited } from '../../core/sharing/share-limits.ts'
import { timezoneAt } from '../../core/site/time-zone.ts'
import { addDays, localDay, startOfDaySeconds } from '../../core/time/zone.ts'
import type { DailyCounter } from '../../ingest/counters/daily-counter.ts'
import type { StorageStatus } from '../../ingest/storage-status.ts'
import { limitsOf, siteFor } from '../authenticate.ts'
import type { ClientAddressReader } from '../client-address.ts'
import type { SiteStatusBody } from '../contract.ts'

export interface SiteStatusDeps {
  readonly eventStore: EventStore
  readonly counts: DailyCounter
  readonly storageStatus: () => StorageStatus
  /** Events of the last hour for domains that are not set up here. */
  readonly unknownSiteEvents: () => number
  readonly readAddress: ClientAddressReader
  /** When the geo data was made, in whole seconds since 1970. */
  readonly geoBuiltAtSeconds: () => number
  readonly nowSeconds: () => number
}

/** How long the database may take before the last known numbers are given, ms. */
const PATIENCE_MS = 1_500

/** What the database says about a site's day. */
interface Stored {
  readonly day: Day
  readonly hasEvents: boolean
  readonly counts: readonly DailyCount[]
}

/** `GET /api/sites/:domain/status`: whether events came, when today's key dies, what was not counted today. */
export function siteStatusRoutes(deps: SiteStatusDeps): Hono {
  const lastKnown = new Map<SiteId, Stored>()

  /** What the database knows; what it knew last while it is away, since then the rest is worth telling most. */
  async function readStored(site: Site, today: Day): Promise<Stored> {
    const asking = ask(site, today).catch(() => undefined)
    const answer = await Promise.race([asking, sleep(PATIENCE_MS, undefined, { ref: false })])
    const known = answer ?? lastKnown.get(site.id) ?? { day: today, hasEvents: true, counts: [] }
    lastKnown.set(site.id, known)
    return known.day === today ? known : { ...known, counts: [] }
  }

  async function ask(site: Site, today: Day): Promise<Stored> {
    const [hasEvents, counts] = await Promise.all([
      deps.eventStore.hasEvents(site.id),
      deps.eventStore.dailyCounts(site.id, today, today),
    ])
    return { day: today, hasEvents, counts }
  }

  return new Hono().get('/api/sites/:domain/status', async c => {
    const site = siteFor(c, 'read_statistics')
    if (site instanceof Response) return site
    const timezone = timezoneAt(site, deps.nowSeconds())
    const today = localDay(deps.nowSeconds(), timezone)
    const keyEnd = startOfDaySeconds(addDays(today, 1), timezone)
    const { hasEvents, counts } = await readStored(site, today)
    const caller = c.get('caller')
    const isOperator = caller?.kind === 'user' && caller.user.isOperator
    const isGuest = caller?.kind === 'share'
    const body: SiteStatusBody = {
      domain: site.domain,
      today,
      day_key_expires_at: new Date(keyEnd * 1_000).toISOString(),
      has_events: hasEvents,
      // What was not counted is the owner's business, not that of whoever has a link.
      ...countsBody(isGuest ? [] : [...counts, ...deps.counts.pending(site.id, today)]),
      unknown_site_events: isOperator ? deps.unknownSiteEvents() : null,
      unknown_proxy: !isGuest && deps.readAddress.hasSeenUnknownProxy(),
      geo_data_from: new Date(deps.geoBuiltAtSeconds() * 1_000).toISOString().slice(0, 10),
      ...storageBody(deps.storageStatus()),
      ...(isGuest && { quarantined_events: 0, lost_events: 0 }),
      // Who sees a part must not see whenever something happens elsewhere.
      ...(isLimited(limitsOf(c)) && { journal_depth: 0 }),
    }
    return c.json(body)
  })
}

function storageBody(status: StorageStatus) {
  return {
    journal_depth: status.waitingEvents,
    storage_delay_seconds: status.delaySeconds,
    quarantined_events: status.quarantinedEvents,
    lost_events: status.lostEvents,
  }
}

/** Most names of one reason that are told. */
const MAX_NAMES = 20

function countsBody(
  counts: readonly DailyCount[],
): Pick<SiteStatusBody, 'not_counted_today' | 'notes_today'> {
  const sums = new Map<DailyCount['reason'], { count: number; names: Map<string, number> }>()
  for (const { reason, name, count } of counts) {
    const sum = sums.get(reason) ?? { count: 0, names: new Map() }
    sum.count += count
    if (name !== '') sum.names.set(name, (sum.names.get(name) ?? 0) + count)
    sums.set(reason, sum)
  }
  const rows = [...sums]
    .map(([reason, { count, names }]) => ({ reason, count, names: largestFirst(names) }))
    .sort((a, b) => b.count - a.count)
  return {
    not_counted_today: rows.flatMap(({ reason, ...row }) => (isNote(reason) ? [] : [{ reason, ...row }])),
    notes_today: rows.flatMap(({ reason, ...row }) => (isNote(reason) ? [{ note: reason, ...row }] : [])),
  }
}

function isNote(reason: DailyCount['reason']): reason is DailyNote {
  return DAILY_NOTES.some(note => note === reason)
}

function largestFirst(names: ReadonlyMap<string, number>): { name: string; count: number }[] {
  return [...names]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_NAMES)
}
