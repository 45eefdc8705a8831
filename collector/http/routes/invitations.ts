import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { acceptInvitation, invitationId } from '../../accounts/invitations.ts'
import { openSession, SESSION_SECONDS } from '../../accounts/sessions.ts'
import { tokenHash } from '../../accounts/tokens.ts'
import { BusyError } from '../../accounts/turns.ts'
import { clientName } from '../client-name.ts'
import type { ErrorBody, ReadInvitationBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
import { type ProviderRule, passwordsAreOff } from '../passwords-off.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { userActor } from '../trace.ts'
import { BUSY_SECONDS, type SecondFactorRule, sessionBody, tooMany } from './session.ts'

export interface InvitationsDeps extends SecondFactorRule, ProviderRule {
  readonly directory: Directory
  readonly audit: AuditLog
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** True when browsers reach Hanki by HTTPS. */
  readonly secureCookies: boolean
}

const GONE = 'This invitation is used up, too old or was taken back. Ask for a new one.'

/**
 * `POST /api/invitations/read` tells what an invitation is for, `…/accept` takes it: for whoever has the link. Needs
 * `authenticate` before it.
 */
export function invitationsRoutes(deps: InvitationsDeps): Hono {
  const { directory, secureCookies, audit, oidc } = deps
  const app = new Hono()

  app.post('/api/invitations/read', formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return failed(c, 400, form.error)
    const wrong = fieldsNotText(form.fields, ['token'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    await directory.refresh()
    const invitation = directory.invitationByHash(tokenHash(textOf(form.fields, 'token')))
    const site = invitation === undefined ? undefined : directory.siteById(invitation.siteId)
    if (invitation === undefined || site === undefined) return failed(c, 410, GONE)
    const { email, role } = invitation
    const body: ReadInvitationBody = {
      id: invitationId(invitation),
      domain: site.domain,
      email,
      role,
      has_account: directory.userByEmail(email) !== undefined,
    }
    return c.json(body)
  })

  app.post('/api/invitations/accept', formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return failed(c, 400, form.error)
    const wrong = fieldsNotText(form.fields, ['token'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    const caller = c.get('caller')
    // Whoever has no account would make one with a password.
    if (caller?.kind !== 'user' && oidc?.isOnly === true) return passwordsAreOff(c, oidc)
    try {
      const result = await acceptInvitation(deps, {
        token: textOf(form.fields, 'token'),
        password: form.fields['password'],
        caller: caller?.kind === 'user' ? caller.user : undefined,
      })
      if (result.status === 'gone') return failed(c, 410, GONE)
      if (result.status === 'invalid') return invalidFields(c, result.errors)
      if (result.status === 'sign_in') {
        return failed(c, 401, `Sign in as ${result.email}, then open the link again.`)
      }
      const { user, site, role } = result
      await audit.note({ actor: userActor(user), action: 'joined', site, outcome: role })
      const isSignedIn = caller?.kind === 'user' && caller.user.id === user.id
      if (isSignedIn) return c.json(sessionBody(user, deps, caller.hasProviderFactor))
      writeSessionCookie(c, await openSession(deps, user, clientName(c)), SESSION_SECONDS, secureCookies)
      return c.json(sessionBody(user, deps), 201)
    } catch (error) {
      if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
      throw error
    }
  })
  return app
}

function failed(c: Context, status: 400 | 401 | 410, error: string): Response {
  return c.json({ error } satisfies ErrorBody, status)
}
