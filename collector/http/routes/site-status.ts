import type { Context } from 'hono'
import { Hono } from 'hono'
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

/** `GET /api/sites/:domain/status`: whether events came, when today's key dies, what was not counted today. */
export function siteStatusRoutes(deps: SiteStatusDeps): Hono {
  return new Hono().get('/api/sites/:domain/status', async c => {
    const site = await deps.findReadableSite(c, c.req.param('domain'))
    if (site === undefined) {
      return c.json({ error: 'There is no such site, or you may not see it.' } satisfies ErrorBody, 404)
    }
    const today = localDay(deps.nowSeconds(), site.timezone)
    const keyEnd = startOfDaySeconds(addDays(today, 1), site.timezone)
    const [hasEvents, stored] = await Promise.all([
      deps.eventStore.hasEvents(site.id),
      deps.eventStore.dropsOfDay(site.id, today),
    ])
    const body: SiteStatusBody = {
      domain: site.domain,
      today,
      day_key_expires_at: new Date(keyEnd * 1_000).toISOString(),
      has_events: hasEvents,
      not_counted_today: sumByReason([...stored, ...deps.drops.pending(site.id, today)]),
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
