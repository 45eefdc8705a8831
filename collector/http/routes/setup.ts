import { Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { openSession, SESSION_SECONDS } from '../../accounts/sessions.ts'
import { createFirstUser } from '../../accounts/setup-links.ts'
import { BusyError } from '../../accounts/turns.ts'
import { clientName } from '../client-name.ts'
import type { ErrorBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { userActor } from '../trace.ts'
import { BUSY_SECONDS, type SecondFactorRule, sessionBody, tooMany } from './session.ts'

export interface SetupDeps extends SecondFactorRule {
  readonly directory: Directory
  readonly audit: AuditLog
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** True when browsers reach Hanki by HTTPS. */
  readonly secureCookies: boolean
}

const GONE =
  'This set-up link is used up or too old. "npm run hanki -- setup-link" prints a new one while nobody has an account.'

/** `POST /api/setup`: makes the first user in exchange for a set-up link and signs that user in. */
export function setupRoutes(deps: SetupDeps): Hono {
  return new Hono().post('/api/setup', formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wrong = fieldsNotText(form.fields, ['token', 'email', 'password'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    try {
      const { email, password } = form.fields
      const result = await createFirstUser(deps, { token: textOf(form.fields, 'token'), email, password })
      if (result.status === 'gone') return c.json({ error: GONE } satisfies ErrorBody, 410)
      if (result.status === 'invalid') return invalidFields(c, result.errors)
      await deps.audit.note({ actor: userActor(result.user), action: 'set_up' })
      const token = await openSession(deps, result.user, clientName(c))
      writeSessionCookie(c, token, SESSION_SECONDS, deps.secureCookies)
      return c.json(sessionBody(result.user, deps), 201)
    } catch (error) {
      if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
      throw error
    }
  })
}
