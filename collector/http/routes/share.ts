import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { createOpenShare } from '../../accounts/share-opening.ts'
import { BusyError } from '../../accounts/turns.ts'
import type { AuditAction } from '../../core/audit/audit-entry.ts'
import type { ShareLink } from '../../core/ports.ts'
import type { ClientAddressReader } from '../client-address.ts'
import { clientNetwork } from '../client-network.ts'
import type { ErrorBody, FieldErrorsBody, OpenedShareBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
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

/** `POST /api/share`: opens a link to a site's statistics, with its password where it has one. For whoever has the link. */
export function shareRoutes({ directory, audit, readAddress, nowSeconds }: ShareDeps): Hono {
  const open = createOpenShare(directory, nowSeconds)

  function noteLink(action: AuditAction, { id, siteId }: ShareLink, withinSeconds: number): void {
    const site = directory.siteById(siteId)?.domain ?? ''
    audit.noteLater({ actor: { kind: 'unknown' }, action, site, subject: id }, withinSeconds)
  }

  return new Hono().post('/api/share', formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wrong = fieldsNotText(form.fields, ['token'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    try {
      const result = await open({
        token: textOf(form.fields, 'token'),
        password: textOf(form.fields, 'password'),
        network: clientNetwork(c, readAddress),
      })
      switch (result.status) {
        case 'gone':
          return c.json(
            { error: 'This link is over, was revoked, or is incomplete. Ask for a new one.' },
            410,
          )
        case 'throttled':
          return tooMany(c, throttledWords(result.waitSeconds), result.waitSeconds)
        case 'password_needed':
          return passwordNeeded(c, 'Type the password that belongs to this link.')
        case 'wrong_password':
          noteLink('share_link_refused', result.link, REFUSED_SECONDS)
          return passwordNeeded(c, 'This is not the password of this link.')
        case 'open': {
          noteLink('share_link_opened', result.link, OPENED_SECONDS)
          const domain = directory.siteById(result.link.siteId)?.domain ?? ''
          return c.json({ domain, bearer: result.bearer } satisfies OpenedShareBody)
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
