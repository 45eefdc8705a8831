import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { MAX_FUNNELS, parseStoredFunnel, toFunnelBody } from '../../core/funnels/site-funnels.ts'
import type { Site } from '../../core/ports.ts'
import { isLimited } from '../../core/sharing/share-limits.ts'
import { limitsOf, noSuchSite, siteFor } from '../authenticate.ts'
import type { ErrorBody, FunnelsBody, SettingsErrorsBody } from '../contract.ts'
import { formBodyLimit } from '../form-body.ts'
import { trace } from '../trace.ts'

export interface FunnelsDeps {
  readonly directory: Pick<Directory, 'changeSite'>
  readonly audit: AuditLog
}

/** `GET`, `POST`, `PUT` and `DELETE /api/sites/:domain/funnels`: steps that have a name. For people and for keys that may manage sites. Needs `authenticate` before it. */
export function funnelsRoutes({ directory, audit }: FunnelsDeps): Hono {
  const app = new Hono()

  app.get('/api/sites/:domain/funnels', c => {
    const site = siteFor(c, 'see_site')
    if (site instanceof Response) return site
    // How the site is divided is no business of who sees a part of it.
    return c.json(isLimited(limitsOf(c)) ? { funnels: [] } : toBody(site))
  })

  app.post('/api/sites/:domain/funnels', formBodyLimit, async c => {
    const site = siteFor(c, 'edit_funnels')
    if (site instanceof Response) return site
    const parsed = parseStoredFunnel(await c.req.json().catch(() => undefined), site.goals)
    if (!parsed.ok) return wrong(c, parsed.errors)
    if (site.funnels.list.length >= MAX_FUNNELS) {
      return failed(c, 409, `A site may have ${MAX_FUNNELS} funnels. Remove one first.`)
    }
    await trace(c, audit, 'funnel_saved', { site, subject: parsed.funnel.name })
    const changed = await directory.changeSite(site.id, stored => {
      const lastId = stored.funnels.lastId + 1
      const list = [...stored.funnels.list, { id: lastId, ...parsed.funnel }]
      return { ...stored, funnels: { lastId, list } }
    })
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed), 201)
  })

  app.put('/api/sites/:domain/funnels/:id{[0-9]+}', formBodyLimit, async c => {
    const site = siteFor(c, 'edit_funnels')
    if (site instanceof Response) return site
    const id = Number(c.req.param('id'))
    if (!site.funnels.list.some(funnel => funnel.id === id)) return unknown(c)
    const parsed = parseStoredFunnel(await c.req.json().catch(() => undefined), site.goals)
    if (!parsed.ok) return wrong(c, parsed.errors)
    await trace(c, audit, 'funnel_saved', { site, subject: parsed.funnel.name })
    const changed = await directory.changeSite(site.id, stored => {
      const list = stored.funnels.list.map(known => (known.id === id ? { id, ...parsed.funnel } : known))
      return { ...stored, funnels: { ...stored.funnels, list } }
    })
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })

  app.delete('/api/sites/:domain/funnels/:id{[0-9]+}', async c => {
    const site = siteFor(c, 'edit_funnels')
    if (site instanceof Response) return site
    const id = Number(c.req.param('id'))
    const removed = site.funnels.list.find(funnel => funnel.id === id)
    if (removed === undefined) return unknown(c)
    await trace(c, audit, 'funnel_removed', { site, subject: removed.name })
    const changed = await directory.changeSite(site.id, stored => {
      const list = stored.funnels.list.filter(funnel => funnel.id !== id)
      return { ...stored, funnels: { ...stored.funnels, list } }
    })
    return changed === undefined ? noSuchSite(c) : c.json(toBody(changed))
  })
  return app
}

function toBody({ funnels }: Site): FunnelsBody {
  return { funnels: funnels.list.map(funnel => ({ id: funnel.id, ...toFunnelBody(funnel) })) }
}

function wrong(c: Context, errors: SettingsErrorsBody['errors']): Response {
  const body: SettingsErrorsBody = { error: 'The funnel is wrong; nothing was changed.', errors }
  return c.json(body, 400)
}

function unknown(c: Context): Response {
  return failed(c, 404, 'The site has no such funnel.')
}

function failed(c: Context, status: 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
