import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { publicToken } from '../../accounts/share-links.ts'
import { createOpenShare } from '../../accounts/share-opening.ts'
import { parseSiteDomain } from '../../accounts/site-domain.ts'
import { BusyError } from '../../accounts/turns.ts'
import type { AuditAction } from '../../core/audit/audit-entry.ts'
import type { ShareLink } from '../../core/ports.ts'
import type { ClientAddressReader } from '../client-address.ts'
import { clientNetwork } from '../client-network.ts'
import type { ErrorBody, FieldErrorsBody, OpenedShareBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
import { shareLimitsBody } from '../share-form.ts'
import { BUSY_SECONDS, throttledWords, tooMany } from './session.ts'

export interface ShareDeps {
  readonly directory: Directory
  readonly audit: AuditLog
  readonly readAddress: ClientAddressReader
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** How often the opening of one link is noted, and wrong passwords of one. */
const OPENED_SECONDS = 86_400
const REFUSED_SECONDS = 60

const GONE = 'This link is over, was revoked, or is incomplete. Ask for a new one.'
const NOT_PUBLIC = 'There are no public statistics at this address, or they are not public any more.'

/**
 * `POST /api/share`: opens a link to a site's statistics by its `token`, with its password where it has one, or by `site` what
 * is public of one. For everybody.
 */
export function shareRoutes({ directory, audit, readAddress, nowSeconds }: ShareDeps): Hono {
  const open = createOpenShare(directory, nowSeconds)

  function noteLink(action: AuditAction, { id, siteId }: ShareLink, withinSeconds: number): void {
    const site = directory.siteById(siteId)?.domain ?? ''
    audit.noteLater({ actor: { kind: 'unknown' }, action, site, subject: id }, withinSeconds)
  }

  /** Empty for a site that is not there, which looks like one that is not public. */
  function tokenOfSite(typed: string): string {
    const domain = parseSiteDomain(typed)
    const site = domain.ok ? directory.siteByDomain(domain.value) : undefined
    return site === undefined ? '' : publicToken(site.id)
  }

  return new Hono().post('/api/share', formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const isPublic = form.fields['site'] !== undefined
    const wrong = fieldsNotText(form.fields, [isPublic ? 'site' : 'token'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    try {
      const result = await open({
        token: isPublic ? tokenOfSite(textOf(form.fields, 'site')) : textOf(form.fields, 'token'),
        password: textOf(form.fields, 'password'),
        network: clientNetwork(c, readAddress),
      })
      switch (result.status) {
        case 'gone':
          return c.json({ error: isPublic ? NOT_PUBLIC : GONE } satisfies ErrorBody, 410)
        case 'throttled':
          return tooMany(c, throttledWords(result.waitSeconds), result.waitSeconds)
        case 'password_needed':
          return passwordNeeded(c, 'Type the password that belongs to this link.')
        case 'wrong_password':
          noteLink('share_link_refused', result.link, REFUSED_SECONDS)
          return passwordNeeded(c, 'This is not the password of this link.')
        case 'open': {
          noteLink('share_link_opened', result.link, OPENED_SECONDS)
          const { link, bearer } = result
          const domain = directory.siteById(link.siteId)?.domain ?? ''
          const { segment, minimum_visitors } = shareLimitsBody(link)
          return c.json({ domain, bearer, segment, minimum_visitors } satisfies OpenedShareBody)
        }
      }
    } catch (error) {
      if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
      throw error
    }
  })
}

function passwordNeeded(c: Context, password: string): Response {
  const body: FieldErrorsBody = { error: 'A password is needed.', errors: { password } }
  return c.json(body, 401)
}
