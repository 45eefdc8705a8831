import { type Context, Hono } from 'hono'
import { parseKeyDays, parseKeyName } from '../../accounts/api-keys.ts'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Checked } from '../../accounts/checked.ts'
import type { Directory } from '../../accounts/directory.ts'
import { hashPassword, parsePassword } from '../../accounts/passwords.ts'
import { MAX_SHARE_LINKS, newShareLink } from '../../accounts/share-links.ts'
import { BusyError } from '../../accounts/turns.ts'
import type { ShareLink, Site } from '../../core/ports.ts'
import { creatorOf, siteFor } from '../authenticate.ts'
import type { ErrorBody, NewShareLinkBody, ShareLinkBody, ShareLinksBody } from '../contract.ts'
import { formBodyLimit, invalidFields, readFormBody } from '../form-body.ts'
import { limitsInShort, parseShareForm, shareLimitsBody } from '../share-form.ts'
import { trace, traceLook } from '../trace.ts'
import { BUSY_SECONDS, tooMany } from './session.ts'

export interface ShareLinksDeps {
  readonly directory: Directory
  readonly audit: AuditLog
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/**
 * `GET` and `POST /api/sites/:domain/share-links`, `DELETE …/share-links/:id`: links that let anybody look at a site. For
 * admins and for keys that may manage sites. Needs `authenticate` before it.
 */
export function shareLinksRoutes({ directory, audit, nowSeconds }: ShareLinksDeps): Hono {
  const app = new Hono()

  app.get('/api/sites/:domain/share-links', async c => {
    const site = siteFor(c, 'share_site')
    if (site instanceof Response) return site
    await traceLook(c, audit, 'share_links_read', { site })
    return c.json(linksBody(site))
  })

  app.post('/api/sites/:domain/share-links', formBodyLimit, async c => {
    const site = siteFor(c, 'share_site')
    if (site instanceof Response) return site
    const form = await readFormBody(c)
    if (!form.ok) return failed(c, 400, form.error)
    const name = parseKeyName(form.fields['name'])
    const days = parseKeyDays(form.fields['expires_in_days'])
    const password = parseSharePassword(form.fields['password'])
    const limited = parseShareForm(form.fields, site)
    if (!name.ok || !days.ok || !password.ok || !limited.ok) {
      return invalidFields(c, {
        ...(name.ok ? {} : { name: name.error }),
        ...(days.ok ? {} : { expires_in_days: days.error }),
        ...(password.ok ? {} : { password: password.error }),
        ...(limited.ok ? {} : limited.errors),
      })
    }
    if (directory.shareLinksOf(site).length >= MAX_SHARE_LINKS) {
      return failed(c, 409, `A site may have ${MAX_SHARE_LINKS} links. Revoke one first.`)
    }
    try {
      const passwordHash = password.value === undefined ? undefined : await hashPassword(password.value)
      const { limits, origins } = limited
      const wishes = {
        name: name.value,
        passwordHash,
        days: days.value,
        creatorId: creatorOf(c),
        limits,
        origins,
      }
      const { token, link } = newShareLink(site, wishes, nowSeconds())
      await trace(c, audit, 'share_link_added', { site, subject: link.id, ...limitsInShort(link) })
      await directory.addShareLink(link)
      return c.json({ token, ...linkBody(link) } satisfies NewShareLinkBody, 201)
    } catch (error) {
      if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
      throw error
    }
  })

  app.delete('/api/sites/:domain/share-links/:id', async c => {
    const site = siteFor(c, 'share_site')
    if (site instanceof Response) return site
    const link = directory.shareLinksOf(site).find(({ id }) => id === c.req.param('id'))
    if (link === undefined) return failed(c, 404, 'There is no such link any more.')
    await trace(c, audit, 'share_link_revoked', { site, subject: link.id })
    await directory.removeShareLink(link)
    return c.json(linksBody(site))
  })

  function linksBody(site: Site): ShareLinksBody {
    return { share_links: directory.shareLinksOf(site).map(linkBody) }
  }

  function linkBody(link: ShareLink): ShareLinkBody {
    const { id, name, passwordHash, createdBy, createdAtSeconds, expiresAtSeconds } = link
    return {
      id,
      name,
      has_password: passwordHash !== undefined,
      made_by: directory.users().find(user => user.id === createdBy)?.email ?? '',
      created_at: new Date(createdAtSeconds * 1_000).toISOString(),
      expires_at: expiresAtSeconds === undefined ? null : new Date(expiresAtSeconds * 1_000).toISOString(),
      is_valid: directory.shareLinkByHash(link.tokenHash) !== undefined,
      ...shareLimitsBody(link),
    }
  }
  return app
}

/** The password of a link; undefined, null or an empty text: none. */
function parseSharePassword(typed: unknown): Checked<string | undefined> {
  if (typed === undefined || typed === null || typed === '') return { ok: true, value: undefined }
  return parsePassword(typed)
}

function failed(c: Context, status: 400 | 404 | 409, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
