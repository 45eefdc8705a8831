import { Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { resetPassword } from '../../accounts/password-resets.ts'
import { BusyError } from '../../accounts/turns.ts'
import type { ErrorBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
import { userActor } from '../trace.ts'
import { BUSY_SECONDS, tooMany } from './session.ts'

export interface PasswordResetRouteDeps {
  readonly directory: Directory
  readonly audit: AuditLog
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

const GONE =
  'This link is used up or too old. Whoever runs this installation makes a new one with "hanki user reset EMAIL".'

/** `POST /api/password-reset`: chooses a new password in exchange for a link; whoever has it signs in afterwards. */
export function passwordResetRoutes(deps: PasswordResetRouteDeps): Hono {
  return new Hono().post('/api/password-reset', formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wrong = fieldsNotText(form.fields, ['token', 'password'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    try {
      const { password } = form.fields
      const result = await resetPassword(deps, { token: textOf(form.fields, 'token'), password })
      if (result.status === 'gone') return c.json({ error: GONE } satisfies ErrorBody, 410)
      if (result.status === 'invalid') return invalidFields(c, result.errors)
      await deps.audit.note({ actor: userActor(result.user), action: 'password_changed', outcome: 'by link' })
      return c.body(null, 204)
    } catch (error) {
      if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
      throw error
    }
  })
}
