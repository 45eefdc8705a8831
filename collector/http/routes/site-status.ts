import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Day, SiteId } from '../../core/ids.ts'
import type { DropCount, EventStore, Site } from '../../core/ports.ts'
import { addDays, localDay, startOfDaySeconds } from '../../core/time/zone.ts'
import type { DropCounter } from '../../ingest/drop-counter.ts'
import type { StorageStatus } from '../../ingest/storage-status.ts'
import type { ErrorBody, SiteStatusBody } from '../contract.ts'

export interface SiteStatusDeps {
  readonly eventStore: EventStore
  readonly drops: DropCounter
  readonly findReadableSite: (context: Context, domain: string) => Promise<Site | undefined>
  readonly storageStatus: () => StorageStatus
  readonly nowSeconds: () => number
}

/** How long the database may take before the last known numbers are given, ms. */
const PATIENCE_MS = 1_500

/** What the database says about a site's day. */
interface Stored {
  readonly day: Day
  readonly hasEvents: boolean
  readonly drops: readonly DropCount[]
}

/** `GET /api/sites/:domain/status`: whether events came, when today's key dies, what was not counted today. */
export function siteStatusRoutes(deps: SiteStatusDeps): Hono {
  const lastKnown = new Map<SiteId, Stored>()

  /** What the database knows; what it knew last while it is away, since then the rest is worth telling most. */
  async function readStored(site: Site, today: Day): Promise<Stored> {
    const asking = ask(site, today).catch(() => undefined)
    const answer = await Promise.race([asking, sleep(PATIENCE_MS, undefined, { ref: false })])
    const known = answer ?? lastKnown.get(site.id) ?? { day: today, hasEvents: true, drops: [] }
    lastKnown.set(site.id, known)
    return known.day === today ? known : { ...known, drops: [] }
  }

  async function ask(site: Site, today: Day): Promise<Stored> {
    const [hasEvents, drops] = await Promise.all([
      deps.eventStore.hasEvents(site.id),
      deps.eventStore.dropsOfDay(site.id, today),
    ])
    return { day: today, hasEvents, drops }
  }

  return new Hono().get('/api/sites/:domain/status', async c => {
    const site = await deps.findReadableSite(c, c.req.param('domain'))
    if (site === undefined) {
      return c.json({ error: 'There is no such site, or you may not see it.' } satisfies ErrorBody, 404)
    }
    const today = localDay(deps.nowSeconds(), site.timezone)
    const keyEnd = startOfDaySeconds(addDays(today, 1), site.timezone)
    const { hasEvents, drops } = await readStored(site, today)
    const body: SiteStatusBody = {
      domain: site.domain,
      today,
      day_key_expires_at: new Date(keyEnd * 1_000).toISOString(),
      has_events: hasEvents,
      not_counted_today: sumByReason([...drops, ...deps.drops.pending(site.id, today)]),
      ...storageBody(deps.storageStatus()),
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

function sumByReason(counts: readonly DropCount[]): SiteStatusBody['not_counted_today'] {
  const sums = new Map<DropCount['reason'], number>()
  for (const { reason, count } of counts) sums.set(reason, (sums.get(reason) ?? 0) + count)
  return [...sums].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
}
