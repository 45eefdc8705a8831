import type { Context } from 'hono'
import type { AuditLog } from '../accounts/audit-log.ts'
import type { Passkeys } from '../accounts/passkeys.ts'
import type { SignIn } from '../accounts/sign-in.ts'
import { BusyError } from '../accounts/turns.ts'
import { userOf } from './authenticate.ts'
import type { ClientAddressReader } from './client-address.ts'
import { clientNetwork } from './client-network.ts'
import { factorNeeded, factorRefused } from './factor-needed.ts'
import { invalidFields, textOf } from './form-body.ts'
import { type NotifyDeps, notify } from './notify.ts'
import { BUSY_SECONDS, throttledWords, tooMany } from './routes/session.ts'
import { trace } from './trace.ts'

export interface ProofDeps extends NotifyDeps {
  readonly audit: AuditLog
  readonly signIn: SignIn
  readonly passkeys: Passkeys
  readonly readAddress: ClientAddressReader
}

/**
 * Lets somebody who is signed in show once more what signing in takes: a browser that was left open must not change what an
 * account is signed in with. Undefined when all of it is right, else the answer to give.
 */
export async function demandProof(
  c: Context,
  deps: ProofDeps,
  fields: Readonly<Record<string, unknown>>,
): Promise<Response | undefined> {
  const user = userOf(c)
  try {
    const known = await deps.signIn({
      email: user.email,
      password: textOf(fields, 'password'),
      code: textOf(fields, 'code'),
      passkey: fields['passkey'],
      network: clientNetwork(c, deps.readAddress),
    })
    switch (known.status) {
      case 'throttled':
        return tooMany(c, throttledWords(known.waitSeconds), known.waitSeconds)
      case 'wrong':
        return invalidFields(c, { password: 'This is not your password.' })
      case 'code_needed':
        return c.json(factorNeeded(known.user, deps.passkeys), 400)
      case 'wrong_code':
        return c.json(factorRefused(known.user, deps.passkeys), 400)
      case 'signed_in':
        if (known.used === 'recovery') {
          await trace(c, deps.audit, 'recovery_code_used')
          notify(deps, user, { kind: 'recovery_code_used' })
        }
        return undefined
    }
  } catch (error) {
    if (error instanceof BusyError) return tooMany(c, error.message, BUSY_SECONDS)
    throw error
  }
}
