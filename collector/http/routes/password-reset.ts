import { Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import { parseEmail } from '../../accounts/email.ts'
import { openForgottenPasswords } from '../../accounts/forgotten-passwords.ts'
import { createPasswordReset, PASSWORD_RESET_SECONDS, resetPassword } from '../../accounts/password-resets.ts'
import { BusyError } from '../../accounts/turns.ts'
import type { User } from '../../core/ports.ts'
import { passwordLetter } from '../../mail/password-letter.ts'
import type { Admission } from '../admission.ts'
import type { ClientAddressReader } from '../client-address.ts'
import { clientNetwork } from '../client-network.ts'
import type { ErrorBody, PasswordForgottenAnswerBody, PasswordResetAnswerBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
import { type NotifyDeps, notify } from '../notify.ts'
import { type ProviderRule, refusePasswords } from '../passwords-off.ts'
import { userActor } from '../trace.ts'
import { BUSY_SECONDS, tooMany } from './session.ts'

export interface PasswordResetRouteDeps extends NotifyDeps, ProviderRule {
  readonly directory: Directory
  readonly audit: AuditLog
  readonly admission: Admission
  readonly readAddress: ClientAddressReader
}

const GONE =
  'This link is used up or too old. Whoever runs this installation makes a new one with "hanki user reset EMAIL".'
const GONE_WITH_MAIL =
  'This link is used up, too old or was replaced by a later one. Ask for a new one where you sign in, under "Forgotten your password?".'

/** The same for every address, whether it has an account or not. */
const ASKED =
  'If there is an account of this address, a letter is on its way to it, with a link that works for an hour.'
const ASKED_WITHOUT_MAIL =
  'Hanki is not set up to send letters here. Ask whoever runs it for a link: "hanki user reset EMAIL" makes one.'

/** How often questions about accounts that do not exist are noted. */
const UNKNOWN_SECONDS = 60

/**
 * `POST /api/password-reset`: chooses a new password in exchange for a link; whoever has it signs in afterwards. Where
 * passwords are turned off, only the command line makes such links, and they let in at once: the way past the provider.
 * `POST /api/password-reset/request` has such a link sent. Its answer, and the time until it, are the same for every
 * address: what is done for one that has an account is done after the answer.
 */
export function passwordResetRoutes(deps: PasswordResetRouteDeps): Hono {
  const { audit, mail, nowSeconds, readAddress, oidc, admission } = deps
  const forgotten = openForgottenPasswords(deps)
  const app = new Hono()

  app.post('/api/password-reset', formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wrong = fieldsNotText(form.fields, ['token', 'password'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    try {
      const { password } = form.fields
      const result = await resetPassword(deps, { token: textOf(form.fields, 'token'), password })
      if (result.status === 'gone') {
        return c.json({ error: mail === undefined ? GONE : GONE_WITH_MAIL } satisfies ErrorBody, 410)
      }
      if (result.status === 'invalid') return invalidFields(c, result.errors)
      await audit.note({ actor: userActor(result.user), action: 'password_changed', outcome: 'by link' })
      notify(deps, result.user, { kind: 'password_changed' })
      if (oidc?.isOnly !== true) return c.body(null, 204)
      const entry = { link: undefined, invitations: [], how: 'by link', hasProviderFactor: false } as const
      const { status } = await admission.admit(c, { ...entry, user: result.user })
      return c.json({ code_needed: status === 'code_needed' } satisfies PasswordResetAnswerBody, 201)
    } catch (error) {
      if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
      throw error
    }
  })

  app.post('/api/password-reset/request', refusePasswords(deps), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const email = parseEmail(form.fields['email'])
    if (!email.ok) return invalidFields(c, { email: email.error })
    const waitSeconds = forgotten.waitSeconds(clientNetwork(c, readAddress))
    if (waitSeconds > 0) return tooMany(c, waitWords(waitSeconds), waitSeconds)
    const user = forgotten.accountToWriteTo(email.value)
    if (user === undefined) audit.noteLater(ASKED_BY_NOBODY, UNKNOWN_SECONDS)
    else if (!writeTo(user)) audit.noteLater({ ...ASKED_BY_NOBODY, subject: user.email }, 0)
    const body: PasswordForgottenAnswerBody = {
      message: mail === undefined ? ASKED_WITHOUT_MAIL : ASKED,
    }
    return c.json(body, 202)
  })

  /** Has a letter written after the answer, and noted before; false when none will be. */
  function writeTo(user: User): boolean {
    if (mail === undefined) return false
    const { address } = mail
    return mail.send(user.email, async () => {
      await audit.note({ ...ASKED_BY_NOBODY, subject: user.email, outcome: 'by letter' })
      const token = await createPasswordReset(deps, user)
      const expiresAtSeconds = nowSeconds() + PASSWORD_RESET_SECONDS
      return passwordLetter({ address, email: user.email, token, expiresAtSeconds })
    })
  }
  return app
}

/** Whoever asks is not signed in. */
const ASKED_BY_NOBODY = { actor: { kind: 'unknown' }, action: 'password_reset_asked' } as const

function waitWords(waitSeconds: number): string {
  const minutes = Math.ceil(waitSeconds / 60)
  return `Too many letters were asked for from your network. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`
}
