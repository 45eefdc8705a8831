import { type Context, Hono } from 'hono'
import qrcode from 'qrcode'
import { passkeysOf } from '../../accounts/factor-changes.ts'
import type { SecondFactor } from '../../accounts/second-factor.ts'
import type { User } from '../../core/ports.ts'
import { requireUser, userOf } from '../authenticate.ts'
import type { ErrorBody, OfferedSecretBody, RecoveryCodesBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody, textOf } from '../form-body.ts'
import { notify } from '../notify.ts'
import { demandProof, type ProofDeps } from '../proof.ts'
import { secondFactorBody } from '../second-factor-body.ts'
import { trace } from '../trace.ts'

export interface SecondFactorRouteDeps extends ProofDeps {
  readonly secondFactor: SecondFactor
}

/**
 * `GET /api/account/second-factor` shows it, `POST` offers a secret for an app, `PUT` confirms it with the app's first code
 * and answers with recovery codes, `POST …/remove` takes it away. Needs `authenticate` before it.
 */
export function secondFactorRoutes(deps: SecondFactorRouteDeps): Hono {
  const { audit, passkeys, secondFactor } = deps
  const app = new Hono()

  app.get('/api/account/second-factor', requireUser(), c =>
    c.json(secondFactorBody(userOf(c), passkeys.place())),
  )

  app.post('/api/account/second-factor', requireUser(), formBodyLimit, async c => {
    const user = userOf(c)
    if (hasTotp(user)) return alreadyThere(c)
    // Whoever has passkeys shows one: another factor must not be added with less than is there.
    if (user.secondFactor !== undefined) {
      const form = await readFormBody(c)
      if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
      const refusal = await demandProof(c, deps, form.fields)
      if (refusal !== undefined) return refusal
    }
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
    if (hasTotp(user)) return alreadyThere(c)
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
    const wrong = fieldsNotText(form.fields, ['password'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    const refusal = await demandProof(c, deps, form.fields)
    if (refusal !== undefined) return refusal
    const isAnotherLeft = passkeysOf(user).length > 0
    await trace(c, audit, 'second_factor_removed')
    await secondFactor.remove(user)
    notify(deps, user, { kind: 'second_factor_removed', isAnotherLeft })
    return c.body(null, 204)
  })
  return app
}

function hasTotp(user: User): boolean {
  return user.secondFactor?.totpSecret !== undefined
}

function alreadyThere(c: Context): Response {
  return c.json(
    { error: 'You have codes from an app already. Take them away first.' } satisfies ErrorBody,
    409,
  )
}
