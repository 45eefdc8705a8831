import { type Context, Hono } from 'hono'
import { passkeysOf } from '../../accounts/factor-changes.ts'
import { MAX_PASSKEYS, type NewPasskey, passkeyId } from '../../accounts/passkeys.ts'
import type { Passkey } from '../../core/ports.ts'
import { requireUser, userOf } from '../authenticate.ts'
import { clientName } from '../client-name.ts'
import type { ErrorBody, NewPasskeyBody, NewPasskeyQuestionBody } from '../contract.ts'
import { fieldsNotText, formBodyLimit, invalidFields, readFormBody } from '../form-body.ts'
import { notify } from '../notify.ts'
import { demandProof, type ProofDeps } from '../proof.ts'
import { secondFactorBody } from '../second-factor-body.ts'
import { trace } from '../trace.ts'
import { NO_PASSKEYS } from './passkey-session.ts'

/** Longest name of a passkey, characters. */
const MAX_NAME = 60
const NAME_TOO_LONG = `Use at most ${MAX_NAME} characters.`

/** Below `/api/account/passkeys`: people add passkeys to their account, name them and take them away. Needs `authenticate` before it. */
export function passkeysRoutes(deps: ProofDeps): Hono {
  const { audit, passkeys, oidc } = deps
  const app = new Hono()

  app.post('/api/account/passkeys/options', requireUser(), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wrong = fieldsNotText(form.fields, ['password'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    if (passkeysOf(userOf(c)).length >= MAX_PASSKEYS) return notAdded(c, 'too_many')
    if (passkeys.place() === undefined) return c.json({ error: NO_PASSKEYS } satisfies ErrorBody, 409)
    const refusal = await demandProof(c, deps, form.fields)
    if (refusal !== undefined) return refusal
    const options = passkeys.askForNew(userOf(c))
    if (options === undefined) return c.json({ error: NO_PASSKEYS } satisfies ErrorBody, 409)
    return c.json({ options } satisfies NewPasskeyQuestionBody)
  })

  app.post('/api/account/passkeys', requireUser(), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const name = parseName(form.fields['name'] ?? '')
    if (name === undefined) return invalidFields(c, { name: NAME_TOO_LONG })
    const user = userOf(c)
    const result = await passkeys.add(user, form.fields['passkey'], name || clientName(c) || 'Passkey')
    if (result.status !== 'added') return notAdded(c, result.status)
    const { passkey, recoveryCodes } = result
    await trace(c, audit, 'passkey_added', { subject: passkey.name })
    notify(deps, user, {
      kind: 'passkey_added',
      name: passkey.name,
      signsInAlone: oidc?.isOnly !== true,
    })
    const body: NewPasskeyBody = {
      ...secondFactorBody(result.user, passkeys.place()),
      recovery_codes: [...recoveryCodes],
    }
    return c.json(body, 201)
  })

  app.patch('/api/account/passkeys/:id', requireUser(), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const name = parseName(form.fields['name'])
    if (name === undefined || name === '') {
      return invalidFields(c, { name: name === '' ? 'Type a name.' : NAME_TOO_LONG })
    }
    const passkey = find(c)
    if (passkey === undefined) return unknown(c)
    await trace(c, audit, 'passkey_renamed', { subject: passkey.name, outcome: name })
    const changed = await passkeys.rename(userOf(c), passkey, name)
    return c.json(secondFactorBody(changed, passkeys.place()))
  })

  app.post('/api/account/passkeys/:id/remove', requireUser(), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const wrong = fieldsNotText(form.fields, ['password'])
    if (Object.keys(wrong).length > 0) return invalidFields(c, wrong)
    const passkey = find(c)
    if (passkey === undefined) return unknown(c)
    const refusal = await demandProof(c, deps, form.fields)
    if (refusal !== undefined) return refusal
    const { name } = passkey
    await trace(c, audit, 'passkey_removed', { subject: name })
    const changed = await passkeys.remove(userOf(c), passkey)
    notify(deps, changed, {
      kind: 'passkey_removed',
      name,
      isAnotherLeft: changed.secondFactor !== undefined,
    })
    return c.json(secondFactorBody(changed, passkeys.place()))
  })

  function find(c: Context): Passkey | undefined {
    return passkeysOf(userOf(c)).find(passkey => passkeyId(passkey) === c.req.param('id'))
  }
  return app
}

/** On one line and without blanks around it; undefined when it is no text or too long. */
function parseName(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const name = value.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  return [...name].length <= MAX_NAME ? name : undefined
}

function unknown(c: Context): Response {
  return c.json({ error: 'This passkey is not there any more.' } satisfies ErrorBody, 404)
}

const WHY_NOT: Readonly<Record<Exclude<NewPasskey['status'], 'added'>, string>> = {
  over: 'That took too long. Begin again.',
  wrong: 'This passkey cannot be used here. Try another device, or another browser.',
  taken: 'This passkey was added already.',
  too_many: `You have ${MAX_PASSKEYS} passkeys already. Take one away first.`,
}

function notAdded(c: Context, why: keyof typeof WHY_NOT): Response {
  return c.json({ error: WHY_NOT[why] } satisfies ErrorBody, 400)
}
