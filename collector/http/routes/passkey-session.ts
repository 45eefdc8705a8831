import { Hono } from 'hono'
import type { AuditLog } from '../../accounts/audit-log.ts'
import type { Directory } from '../../accounts/directory.ts'
import type { PasskeySignIn } from '../../accounts/passkey-sign-in.ts'
import type { Passkeys } from '../../accounts/passkeys.ts'
import { openSession, SESSION_SECONDS } from '../../accounts/sessions.ts'
import type { ClientAddressReader } from '../client-address.ts'
import { clientName } from '../client-name.ts'
import { clientNetwork } from '../client-network.ts'
import type { ErrorBody, PasskeyQuestionBody } from '../contract.ts'
import { formBodyLimit, readFormBody } from '../form-body.ts'
import { type ProviderRule, refusePasskeysAlone } from '../passwords-off.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { userActor } from '../trace.ts'
import { type SecondFactorRule, sessionBody, throttledWords, tooMany, UNKNOWN_SECONDS } from './session.ts'

export interface PasskeySessionDeps extends SecondFactorRule, ProviderRule {
  readonly directory: Directory
  readonly audit: AuditLog
  readonly passkeys: Passkeys
  readonly passkeySignIn: PasskeySignIn
  readonly readAddress: ClientAddressReader
  /** True when browsers reach Hanki by HTTPS. */
  readonly secureCookies: boolean
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** Said of every passkey that does not sign in, whoever's it is or was. */
const WRONG = 'This passkey does not sign in here. Use another one, or your password.'

/**
 * `POST /api/session/passkey/options` and `POST /api/session/passkey`: signing in with a passkey alone, unless the provider only
 * lets people in.
 */
export function passkeySessionRoutes(deps: PasskeySessionDeps): Hono {
  const { audit, passkeys, passkeySignIn, readAddress, secureCookies } = deps
  const app = new Hono()

  app.post('/api/session/passkey/options', refusePasskeysAlone(deps), formBodyLimit, c => {
    const options = passkeys.askAnyone()
    if (options === undefined) return c.json({ error: NO_PASSKEYS } satisfies ErrorBody, 409)
    return c.json({ options } satisfies PasskeyQuestionBody)
  })

  app.post('/api/session/passkey', refusePasskeysAlone(deps), formBodyLimit, async c => {
    const form = await readFormBody(c)
    if (!form.ok) return c.json({ error: form.error } satisfies ErrorBody, 400)
    const result = await passkeySignIn(form.fields['passkey'], clientNetwork(c, readAddress))
    if (result.status === 'throttled') {
      return tooMany(c, throttledWords(result.waitSeconds), result.waitSeconds)
    }
    if (result.status === 'over') {
      return c.json({ error: 'That took too long. Try again.' } satisfies ErrorBody, 401)
    }
    if (result.status !== 'signed_in') {
      // A copied one is noted by whoever finds it.
      if (result.status === 'wrong')
        audit.noteLater(
          { actor: { kind: 'unknown' }, action: 'sign_in_failed', outcome: 'passkey' },
          UNKNOWN_SECONDS,
        )
      return c.json({ error: WRONG } satisfies ErrorBody, 401)
    }
    await audit.note({ actor: userActor(result.user), action: 'signed_in', outcome: 'passkey' })
    const token = await openSession(deps, result.user, clientName(c))
    writeSessionCookie(c, token, SESSION_SECONDS, secureCookies)
    return c.json(sessionBody(result.user, deps), 201)
  })
  return app
}

/** Why there are no passkeys where browsers make none. */
export const NO_PASSKEYS =
  'Passkeys work where Hanki is reached by HTTPS under a name, or as localhost. Set HANKI_PUBLIC_URL.'
