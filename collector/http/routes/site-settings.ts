import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { changedSettings } from '../../core/site/changed-settings.ts'
import { parseSiteSettings, toSiteSettingsBody } from '../../core/site/site-settings.ts'
import { noSuchSite, siteFor } from '../authenticate.ts'
import { bodyLimit } from '../body-limit.ts'
import type { ErrorBody, SettingsErrorsBody } from '../contract.ts'
import { trace, traceLook } from '../trace.ts'

/** Largest settings, bytes: five lists of a hundred long entries. */
const MAX_BODY_BYTES = 256 * 1024

export interface SiteSettingsDeps {
  readonly directory: Pick<Directory, 'changeSite'>
  readonly audit: AuditLog
}

/** `GET` and `PUT /api/sites/:domain/settings`: how a site's events are taken. For admins and for keys that may manage sites. Needs `authenticate` before it. */
export function siteSettingsRoutes({ directory, audit }: SiteSettingsDeps): Hono {
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: c => failed(c, 413, `Settings must be at most ${MAX_BODY_BYTES / 1024} kB.`),
  })

  app.get('/api/sites/:domain/settings', async c => {
    const site = siteFor(c, 'change_settings')
    if (site instanceof Response) return site
    await traceLook(c, audit, 'settings_read', { site })
    return c.json(toSiteSettingsBody(site.settings))
  })

  app.put('/api/sites/:domain/settings', limit, async c => {
    const site = siteFor(c, 'change_settings')
    if (site instanceof Response) return site
    const body: unknown = await c.req.json().catch(() => undefined)
    if (body === undefined) return failed(c, 400, 'The settings must be a JSON object.')
    const result = parseSiteSettings(body)
    if (!result.ok) {
      const { errors } = result
      const error = 'Some settings are wrong; nothing was changed.'
      return c.json({ error, errors } satisfies SettingsErrorsBody, 400)
    }
    const { settings } = result
    const changes = changedSettings(site.settings, settings).join(', ')
    await trace(c, audit, 'settings_changed', { site, ...(changes !== '' && { subject: changes }) })
    const changed = await directory.changeSite(site.id, stored => ({ ...stored, settings }))
    return changed === undefined ? noSuchSite(c) : c.json(toSiteSettingsBody(changed.settings))
  })
  return app
}

function failed(c: Context, status: 400 | 413, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
