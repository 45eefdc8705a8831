import { type Context, Hono } from 'hono'
import qrcode from 'qrcode'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { CodeCheck } from '../../accounts/code-check.ts'
import type { SecondFactor } from '../../accounts/second-factor.ts'
import type { SignIn } from '../../accounts/sign-in.ts'
import { BusyError } from '../../accounts/turns.ts'
import { requireUser, userOf } from '../authenticate.ts'
import type { ClientAddressReader } from '../client-address.ts'
import { clientNetwork } from '../client-network.ts'
import type { ErrorBody, OfferedSecretBody, RecoveryCodesBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
import { type NotifyDeps, notify } from '../notify.ts'
import type { ProviderRule } from '../passwords-off.ts'
import { trace } from '../trace.ts'
import { BUSY_SECONDS, throttledWords, tooMany } from './session.ts'

export interface SecondFactorRouteDeps extends NotifyDeps, ProviderRule {
  readonly audit: AuditLog
  readonly signIn: SignIn
  readonly checkCode: CodeCheck
  readonly readAddress: ClientAddressReader
  readonly secondFactor: SecondFactor
}

/**
 * `POST /api/account/second-factor` offers a secret for an app, `PUT` confirms it with the app's first code and answers
 * with recovery codes, `POST …/remove` takes it away. Needs `authenticate` before it.
 */
export function secondFactorRoutes(deps: SecondFactorRouteDeps): Hono {
  const { audit, signIn, checkCode, readAddress, secondFactor, oidc } = deps
  const app = new Hono()

  app.post('/api/account/second-factor', requireUser(), async c => {
    const user = userOf(c)
    if (user.secondFactor !== undefined) return alreadyThere(c)
    const { secret, uri } = secondFactor.offer(user)
    const body: OfferedSecretBody = {
      secret,
      uri,
      qr_svg: await qrcode.toString(uri, { type: 'svg', margin: 4 }),
    }
    return c.json(body)
  })

  app.put('/api/account/second-factor', requireUser(), formBodyLimit, async c => {
    const user = userOf(c)
    if (user.secondFactor !== undefined) return alreadyThere(c)
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const codes = await secondFactor.confirm(user, textOf(form.fields, 'code'))
    if (codes === undefined) {
      return invalidFields(c, { code: 'This code does not fit. Take the one that the app shows now.' })
    }
    await trace(c, audit, 'second_factor_added')
    notify(deps, user, { kind: 'second_factor_added' })
    return c.json({ recovery_codes: [...codes] } satisfies RecoveryCodesBody)
  })

  app.post('/api/account/second-factor/remove', requireUser(), formBodyLimit, async c => {
    const user = userOf(c)
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wrong = fieldsNotText(form.fields, ['password', 'code'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    try {
      const code = textOf(form.fields, 'code')
      const hasNoPassword = user.passwordHash === undefined || oidc?.isOnly === true
      const known = hasNoPassword
        ? await checkCode(user, code)
        : await signIn({
            email: user.email,
            password: textOf(form.fields, 'password'),
            code,
            network: clientNetwork(c, readAddress),
          })
      if (known.status === 'throttled')
        return tooMany(c, throttledWords(known.waitSeconds), known.waitSeconds)
      if (known.status === 'wrong' && !hasNoPassword)
        return invalidFields(c, { password: 'This is not your password.' })
      if (known.status !== 'signed_in' && known.status !== 'right')
        return invalidFields(c, { code: 'This code does not fit.' })
      await trace(c, audit, 'second_factor_removed')
      await secondFactor.remove(user)
      notify(deps, user, { kind: 'second_factor_removed' })
      return c.body(null, 204)
    } catch (error) {
      if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
      throw error
    }
  })
  return app
}

function alreadyThere(c: Context): Response {
  return c.json({ error: 'You have a second factor already. Take it away first.' } satisfies ErrorBody, 409)
}
