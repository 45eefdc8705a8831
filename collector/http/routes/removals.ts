import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import type { RemovalStore, Site } from '../../core/ports.ts'
import { BadExpressionError } from '../../core/query/bad-expression.ts'
import { parseRemoval } from '../../core/repair/parse-removal.ts'
import type { RemovalCount, Repair } from '../../core/repair/removal.ts'
import { requireUser, siteFor, userOf } from '../authenticate.ts'
import type { ErrorBody, RemovalCountBody, RemovalsBody } from '../contract.ts'
import { formBodyLimit } from '../form-body.ts'
import { trace, traceLook } from '../trace.ts'

export interface RemovalsDeps {
  readonly repair: Repair
  readonly removals: Pick<RemovalStore, 'list'>
  readonly directory: Pick<Directory, 'users'>
  readonly audit: AuditLog
  /** Seconds since 1970. */
  readonly nowSeconds: () => number
}

/**
 * `POST /api/sites/:domain/events/preview` counts the events that match, `…/remove` removes them for good,
 * `GET …/removals` tells who removed what. For admins. Needs `authenticate` before it.
 */
export function removalsRoutes({ repair, removals, directory, audit, nowSeconds }: RemovalsDeps): Hono {
  const app = new Hono()

  app.post('/api/sites/:domain/events/preview', requireUser(), formBodyLimit, async c => {
    const site = siteFor(c, 'remove_events')
    if (site instanceof Response) return site
    const parsed = await read(c, site)
    if (!parsed.ok) return failed(c, 400, parsed.errors.join('\n'))
    return unlessBad(c, async () => c.json(toBody(await repair.count(parsed.question))))
  })

  app.post('/api/sites/:domain/events/remove', requireUser(), formBodyLimit, async c => {
    const site = siteFor(c, 'remove_events')
    if (site instanceof Response) return site
    const parsed = await read(c, site)
    if (!parsed.ok) return failed(c, 400, parsed.errors.join('\n'))
    const { question, expected, filters } = parsed
    if (expected === undefined) {
      return failed(c, 400, '#/expected_events: Give the number of events that the preview has shown.')
    }
    await trace(c, audit, 'events_removed', { site, outcome: String(expected) })
    return unlessBad(c, async () => {
      const removed = await repair.remove(question, expected, { userId: userOf(c).id, filters })
      if (removed.isDone) return c.json(toBody(removed))
      const now = `${removed.events} events match now, not ${expected}. Nothing was removed: look at the preview again.`
      return failed(c, 409, now)
    })
  })

  app.get('/api/sites/:domain/events/removals', requireUser(), async c => {
    const site = siteFor(c, 'remove_events')
    if (site instanceof Response) return site
    await traceLook(c, audit, 'removals_read', { site })
    const emails = new Map(directory.users().map(user => [user.id, user.email]))
    const list = await removals.list(site.id)
    const body: RemovalsBody = {
      removals: list.map(({ removedAtSeconds, userId, filters, firstDay, lastDay, events }) => ({
        removed_at: new Date(removedAtSeconds * 1_000).toISOString(),
        removed_by: emails.get(userId) ?? '',
        filters,
        date_range: [firstDay, lastDay],
        events,
      })),
    }
    return c.json(body)
  })

  async function read(c: Context, site: Site): Promise<ReturnType<typeof parseRemoval>> {
    const body: unknown = await c.req.json().catch(() => undefined)
    return parseRemoval(body, site, nowSeconds())
  }
  return app
}

async function unlessBad(c: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BadExpressionError) return failed(c, 400, error.message)
    throw error
  }
}

function toBody({ events, visits, days }: RemovalCount): RemovalCountBody {
  return { events, visits, days }
}

function failed(c: Context, status: 400 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
