import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import type { Site } from '../../core/ports.ts'
import { newFaults } from '../../core/query/faults.ts'
import { parseFilters } from '../../core/query/parse-filters.ts'
import { MAX_SEGMENTS, parseSegment, type SegmentResult } from '../../core/segments/site-segments.ts'
import { isLimited } from '../../core/sharing/share-limits.ts'
import { limitsOf, noSuchSite, siteFor } from '../authenticate.ts'
import type { ErrorBody, SegmentsBody, SettingsErrorsBody } from '../contract.ts'
import { formBodyLimit } from '../form-body.ts'
import { trace } from '../trace.ts'

export interface SegmentsDeps {
  readonly directory: Pick<Directory, 'changeSite'>
  readonly audit: AuditLog
}

/** `GET`, `POST`, `PUT` and `DELETE /api/sites/:domain/segments`: filters that have a name. For people and for keys that may manage sites. Needs `authenticate` before it. */
export function segmentsRoutes({ directory, audit }: SegmentsDeps): Hono {
  const app = new Hono()

  app.get('/api/sites/:domain/segments', c => {
    const site = siteFor(c, 'see_site')
    if (site instanceof Response) return site
    // How the site is divided is no business of who sees a part of it.
    return c.json(isLimited(limitsOf(c)) ? { segments: [] } : toBody(site))
  })

  app.post('/api/sites/:domain/segments', formBodyLimit, async c => {
    const site = siteFor(c, 'edit_segments')
    if (site instanceof Response) return site
    const parsed = await readSegment(c, site)
    if (!parsed.ok) return wrong(c, parsed)
    if (site.segments.list.length >= MAX_SEGMENTS) {
      return failed(c, 409, `A site may have ${MAX_SEGMENTS} segments. Remove one first.`)
    }
    await trace(c, audit, 'segment_saved', { site, subject: parsed.segment.name })
    const changed = await directory.changeSite(site.id, stored => {
      const lastId = stored.segments.lastId + 1
      const list = [...stored.segments.list, { id: lastId, ...parsed.segment }]
      return { ...stored, segments: { lastId, list } }
    })
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed), 201)
  })

  app.put('/api/sites/:domain/segments/:id{[0-9]+}', formBodyLimit, async c => {
    const site = siteFor(c, 'edit_segments')
    if (site instanceof Response) return site
    const id = Number(c.req.param('id'))
    if (!site.segments.list.some(segment => segment.id === id)) return unknown(c)
    const parsed = await readSegment(c, site)
    if (!parsed.ok) return wrong(c, parsed)
    await trace(c, audit, 'segment_saved', { site, subject: parsed.segment.name })
    const changed = await directory.changeSite(site.id, stored => {
      const list = stored.segments.list.map(known => (known.id === id ? { id, ...parsed.segment } : known))
      return { ...stored, segments: { ...stored.segments, list } }
    })
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })

  app.delete('/api/sites/:domain/segments/:id{[0-9]+}', async c => {
    const site = siteFor(c, 'edit_segments')
    if (site instanceof Response) return site
    const id = Number(c.req.param('id'))
    const removed = site.segments.list.find(segment => segment.id === id)
    if (removed === undefined) return unknown(c)
    await trace(c, audit, 'segment_removed', { site, subject: removed.name })
    const changed = await directory.changeSite(site.id, stored => {
      const list = stored.segments.list.filter(segment => segment.id !== id)
      return { ...stored, segments: { ...stored.segments, list } }
    })
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })
  return app
}

/** Filters of a segment may name goals, but no other segment. */
async function readSegment(c: Context, site: Site): Promise<SegmentResult> {
  const body: unknown = await c.req.json().catch(() => undefined)
  return parseSegment(body, filters => {
    const faults = newFaults()
    parseFilters(filters, { goals: site.goals, segments: [] }, faults)
    return faults.messages
  })
}

function toBody({ segments }: Site): SegmentsBody {
  return { segments: segments.list.map(({ id, name, filters }) => ({ id, name, filters })) }
}

function wrong(c: Context, { errors }: Extract<SegmentResult, { ok: false }>): Response {
  return c.json(
    { error: 'The segment is wrong; nothing was changed.', errors } satisfies SettingsErrorsBody,
    400,
  )
}

function unknown(c: Context): Response {
  return failed(c, 404, 'The site has no such segment.')
}

function failed(c: Context, status: 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
