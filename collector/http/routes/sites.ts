import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Checked } from '../../accounts/checked.ts'
import type { Directory } from '../../accounts/directory.ts'
import { parseSiteDomain } from '../../accounts/site-domain.ts'
import { parseSiteTimezone } from '../../accounts/site-timezone.ts'
import { siteNumber } from '../../core/audit/audit-entry.ts'
import type { Site, User } from '../../core/ports.ts'
import { timezoneAt, withTimezone } from '../../core/site/time-zone.ts'
import {
  noSuchSite,
  requireSiteAdder,
  requireUserOrKey,
  roleOn,
  siteFor,
  visibleSites,
} from '../authenticate.ts'
import type { ErrorBody, SiteBody } from '../contract.ts'
import { formBodyLimit, invalidFields, readFormBody } from '../form-body.ts'
import { trace } from '../trace.ts'

export interface SitesDeps {
  readonly directory: Directory
  readonly audit: AuditLog
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/**
 * `GET /api/sites`: the sites that the caller may see. `POST`: an operator adds one. `GET /api/sites/:domain`, `PATCH` with
 * another `domain` or `timezone`, `DELETE`, and `POST …/reset`. For people and for keys that may manage sites. Needs
 * `authenticate` before it.
 */
export function sitesRoutes({ directory, audit, nowSeconds }: SitesDeps): Hono {
  const app = new Hono()

  app.get('/api/sites', requireUserOrKey(), c => c.json({ sites: siteBodies(c, nowSeconds()) }))

  app.post('/api/sites', requireSiteAdder(), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return failed(c, 400, form.error)
    const domain = parseSiteDomain(form.fields['domain'])
    const timezone = parseSiteTimezone(form.fields['timezone'])
    if (!domain.ok || !timezone.ok) return wrong(c, { domain, timezone })
    if (isTracked(domain.value)) return trackedAlready(c)
    await trace(c, audit, 'site_added', { subject: domain.value })
    const site = await directory.addSite({ domain: domain.value, timezone: timezone.value }, ownerOf(c))
    if (site === undefined) return trackedAlready(c)
    return c.json(siteBody(c, site, nowSeconds()), 201)
  })

  app.get('/api/sites/:domain', requireUserOrKey(), c => {
    const site = siteFor(c, 'see_site')
    return site instanceof Response ? site : c.json(siteBody(c, site, nowSeconds()))
  })

  app.patch('/api/sites/:domain', requireUserOrKey(), formBodyLimit, async c => {
    const site = siteFor(c, 'change_settings')
    if (site instanceof Response) return site
    const form = await readFormBody(c)
    if (!form.ok) return failed(c, 400, form.error)
    const { domain: typedDomain, timezone: typedTimezone } = form.fields
    if (typedDomain === undefined && typedTimezone === undefined) {
      return failed(c, 400, 'Send what is to be changed: "domain", "timezone" or both.')
    }
    const domain = parseSiteDomain(typedDomain ?? site.domain)
    const timezone = parseSiteTimezone(typedTimezone ?? timezoneAt(site, nowSeconds()))
    if (!domain.ok || !timezone.ok) return wrong(c, { domain, timezone })
    if (domain.value !== site.domain && isTracked(domain.value, site)) return trackedAlready(c)
    const renamed = await rename(c, site, domain.value)
    if (renamed === 'taken') return trackedAlready(c)
    const changed =
      renamed && (typedTimezone === undefined ? renamed : await move(c, renamed, timezone.value))
    return changed === undefined ? noSuchSite(c) : c.json(siteBody(c, changed, nowSeconds()))
  })

  app.post('/api/sites/:domain/reset', requireUserOrKey(), async c => {
    const site = siteFor(c, 'reset_site')
    if (site instanceof Response) return site
    await trace(c, audit, 'site_reset', { site, subject: siteNumber(site.id) })
    const fresh = await directory.resetSite(site.id)
    return fresh === undefined ? noSuchSite(c) : c.json(siteBody(c, fresh, nowSeconds()))
  })

  app.delete('/api/sites/:domain', requireUserOrKey(), async c => {
    const site = siteFor(c, 'delete_site')
    if (site instanceof Response) return site
    await trace(c, audit, 'site_removed', { site, subject: siteNumber(site.id) })
    await directory.removeSite(site)
    return c.body(null, 204)
  })

  async function rename(c: Context, site: Site, domain: string): Promise<Site | 'taken' | undefined> {
    if (domain === site.domain) return site
    await trace(c, audit, 'site_renamed', { site, outcome: domain })
    return directory.renameSite(site.id, domain)
  }

  async function move(c: Context, site: Site, timezone: string): Promise<Site | undefined> {
    await trace(c, audit, 'settings_changed', { site, subject: 'timezone', outcome: timezone })
    return directory.changeSite(site.id, stored => ({
      ...stored,
      ...withTimezone(stored, timezone, nowSeconds()),
    }))
  }

  /** Whether another site has this domain now; one that it had before is free for others. */
  function isTracked(domain: string, self?: Site): boolean {
    const found = directory.siteByDomain(domain)
    return found !== undefined && found.domain === domain && found.id !== self?.id
  }

  /** A site that a key adds belongs to whoever made the key. */
  function ownerOf(c: Context): User | undefined {
    const caller = c.get('caller')
    if (caller?.kind === 'user') return caller.user
    if (caller?.kind !== 'key') return undefined
    return directory.users().find(({ id }) => id === caller.key.createdBy)
  }

  return app
}

function toIso(seconds: number): string {
  return new Date(seconds * 1_000).toISOString()
}

/** 400 with a message for each field that is wrong. */
function wrong(c: Context, fields: Readonly<Record<string, Checked<string>>>): Response {
  const errors = Object.entries(fields).flatMap(([name, field]) => (field.ok ? [] : [[name, field.error]]))
  return invalidFields(c, Object.fromEntries(errors))
}

function trackedAlready(c: Context): Response {
  return invalidFields(c, { domain: 'This site is tracked already.' })
}

function failed(c: Context, status: 400 | 404, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}

/** The sites that the caller may see, as they are told; `now` in whole seconds since 1970. */
export function siteBodies(c: Context, now: number): SiteBody[] {
  return visibleSites(c).map(site => siteBody(c, site, now))
}

function siteBody(c: Context, site: Site, now: number): SiteBody {
  const next = site.zoneChanges.find(({ fromSeconds }) => fromSeconds > now)
  return {
    domain: site.domain,
    timezone: timezoneAt(site, now),
    next_timezone: next === undefined ? null : { timezone: next.timezone, from: toIso(next.fromSeconds) },
    former_domains: site.formerDomains
      .filter(({ untilSeconds }) => untilSeconds > now)
      .map(({ domain, untilSeconds }) => ({ domain, until: toIso(untilSeconds) })),
    created_at: toIso(site.createdAtSeconds),
    role: roleOn(c, site) ?? 'viewer',
  }
}
