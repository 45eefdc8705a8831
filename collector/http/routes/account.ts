import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { hashPassword, parsePassword } from '../../accounts/passwords.ts'
import { sessionId } from '../../accounts/sessions.ts'
import type { SignIn } from '../../accounts/sign-in.ts'
import { tokenHash } from '../../accounts/tokens.ts'
import { BusyError } from '../../accounts/turns.ts'
import { requireUser, userOf } from '../authenticate.ts'
import type { ClientAddressReader } from '../client-address.ts'
import { clientNetwork } from '../client-network.ts'
import type { ErrorBody, SessionsBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
import { type NotifyDeps, notify } from '../notify.ts'
import { type ProviderRule, refusePasswords } from '../passwords-off.ts'
import { readSessionCookie } from '../session-cookie.ts'
import { trace } from '../trace.ts'
import { BUSY_SECONDS, throttledWords, tooMany } from './session.ts'

export interface AccountDeps extends NotifyDeps, ProviderRule {
  readonly directory: Directory
  readonly audit: AuditLog
  readonly signIn: SignIn
  readonly readAddress: ClientAddressReader
  /** True when browsers reach Hanki by HTTPS. */
  readonly secureCookies: boolean
}

/**
 * `GET /api/account/sessions`, `DELETE` of one of them or of all others, `PUT /api/account/password`: what people do with
 * their own account. Needs `authenticate` before it.
 */
export function accountRoutes(deps: AccountDeps): Hono {
  const { directory, audit, signIn, readAddress, secureCookies } = deps
  const app = new Hono()

  app.get('/api/account/sessions', requireUser(), c => c.json(sessionsBody(c)))

  app.delete('/api/account/sessions', requireUser(), async c => {
    await trace(c, audit, 'session_ended', { outcome: 'all others' })
    const current = currentHash(c)
    for (const session of directory.sessionsOf(userOf(c))) {
      if (session.tokenHash !== current) await directory.removeSession(session.tokenHash)
    }
    return c.json(sessionsBody(c))
  })

  app.delete('/api/account/sessions/:id', requireUser(), async c => {
    const session = directory.sessionsOf(userOf(c)).find(one => sessionId(one) === c.req.param('id'))
    if (session === undefined) return c.json({ error: 'This session is over.' } satisfies ErrorBody, 404)
    await trace(c, audit, 'session_ended', { outcome: session.client })
    await directory.removeSession(session.tokenHash)
    return c.json(sessionsBody(c))
  })

  app.put('/api/account/password', requireUser(), refusePasswords(deps), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wrong = fieldsNotText(form.fields, ['password', 'new_password'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    const { id, email } = userOf(c)
    const password = parsePassword(form.fields['new_password'], email)
    if (!password.ok) return invalidFields(c, { new_password: password.error })
    try {
      const network = clientNetwork(c, readAddress)
      const known = await signIn({ email, password: textOf(form.fields, 'password'), code: '', network })
      if (known.status === 'throttled') {
        return tooMany(c, throttledWords(known.waitSeconds), known.waitSeconds)
      }
      // This session had a code already.
      if (known.status === 'wrong') return invalidFields(c, { password: 'This is not your password.' })
      const passwordHash = await hashPassword(password.value)
      await trace(c, audit, 'password_changed')
      await directory.changePassword(id, passwordHash, currentHash(c))
      notify(deps, { email }, { kind: 'password_changed' })
      return c.body(null, 204)
    } catch (error) {
      if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
      throw error
    }
  })

  function currentHash(c: Context): string | undefined {
    const token = readSessionCookie(c, secureCookies)
    return token === undefined ? undefined : tokenHash(token)
  }

  function sessionsBody(c: Context): SessionsBody {
    const current = currentHash(c)
    return {
      sessions: directory.sessionsOf(userOf(c)).map(session => ({
        id: sessionId(session),
        client: session.client,
        signed_in_at: new Date(session.createdAtSeconds * 1_000).toISOString(),
        expires_at: new Date(session.expiresAtSeconds * 1_000).toISOString(),
        is_current: session.tokenHash === current,
      })),
    }
  }
  return app
}
