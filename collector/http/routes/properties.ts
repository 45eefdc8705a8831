import { Hono } from 'hono'
import type { EventStore } from '../../core/ports.ts'
import { isLimited } from '../../core/sharing/share-limits.ts'
import { timezoneAt } from '../../core/site/time-zone.ts'
import { addDays, localDay } from '../../core/time/zone.ts'
import { limitsOf, siteFor } from '../authenticate.ts'
import type { PropertiesBody } from '../contract.ts'

/** Days whose events are looked at, today included. */
const DAYS = 91
/** Properties that are told at most. */
const MAX_PROPERTIES = 100

export interface PropertiesDeps {
  readonly eventStore: Pick<EventStore, 'propertyKeys'>
  readonly nowSeconds: () => number
}

/** `GET /api/sites/:domain/properties`: what `event:props:<key>` may be asked for. Needs `authenticate` before it. */
export function propertiesRoutes({ eventStore, nowSeconds }: PropertiesDeps): Hono {
  return new Hono().get('/api/sites/:domain/properties', async c => {
    const site = siteFor(c, 'read_statistics')
    if (site instanceof Response) return site
    // Counted of the whole site, and of single events: without them keys are typed.
    if (isLimited(limitsOf(c))) return c.json({ properties: [] } satisfies PropertiesBody)
    const today = localDay(nowSeconds(), timezoneAt(site, nowSeconds()))
    const properties = await eventStore.propertyKeys(site.id, addDays(today, 1 - DAYS), today, MAX_PROPERTIES)
    return c.json({ properties: [...properties] } satisfies PropertiesBody)
  })
}
