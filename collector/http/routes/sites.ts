import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { parseSiteDomain } from '../../accounts/site-domain.ts'
import { parseSiteTimezone } from '../../accounts/site-timezone.ts'
import type { Site } from '../../core/ports.ts'
import { timezoneAt } from '../../core/site/time-zone.ts'
import { readableSites, requireOperator, requireUserOrKey, roleOn, userOf } from '../authenticate.ts'
import type { ErrorBody, SiteBody } from '../contract.ts'
import { formBodyLimit, invalidFields, readFormBody } from '../form-body.ts'
import { trace } from '../trace.ts'

export interface SitesDeps {
  readonly directory: Directory
  readonly audit: AuditLog
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** `GET /api/sites`: the sites that the caller may read. `POST /api/sites`: an operator adds one. Needs `authenticate` before it. */
export function sitesRoutes({ directory, audit, nowSeconds }: SitesDeps): Hono {
  const app = new Hono()

  app.get('/api/sites', requireUserOrKey(), c =>
    c.json({ sites: readableSites(c).map(site => toBody(c, site)) }),
  )

  app.post('/api/sites', requireOperator(), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const domain = parseSiteDomain(form.fields['domain'])
    const timezone = parseSiteTimezone(form.fields['timezone'])
    if (!domain.ok || !timezone.ok) {
      return invalidFields(c, {
        ...(domain.ok ? {} : { domain: domain.error }),
        ...(timezone.ok ? {} : { timezone: timezone.error }),
      })
    }
    if (directory.siteByDomain(domain.value) !== undefined) return trackedAlready(c)
    await trace(c, audit, 'site_added', { subject: domain.value })
    const site = await directory.addSite({ domain: domain.value, timezone: timezone.value }, userOf(c))
    if (site === undefined) return trackedAlready(c)
    return c.json(toBody(c, site), 201)
  })

  function toBody(c: Context, site: Site): SiteBody {
    return {
      domain: site.domain,
      timezone: timezoneAt(site, nowSeconds()),
      created_at: new Date(site.createdAtSeconds * 1_000).toISOString(),
      role: roleOn(c, site) ?? 'viewer',
    }
  }
  return app
}

function trackedAlready(c: Context): Response {
  return invalidFields(c, { domain: 'This site is tracked already.' })
}
