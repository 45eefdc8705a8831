import type { Context } from 'hono'
import type { AuditLog } from '../accounts/audit-log.ts'
import type { FactorCheck } from '../accounts/factor-check.ts'
import type { Passkeys } from '../accounts/passkeys.ts'
import type { SignIn, SignInResult } from '../accounts/sign-in.ts'
import { BusyError } from '../accounts/turns.ts'
import { userOf } from './authenticate.ts'
import type { ClientAddressReader } from './client-address.ts'
import { clientNetwork } from './client-network.ts'
import type { ErrorBody } from './contract.ts'
import { factorNeeded, factorRefused } from './factor-needed.ts'
import { invalidFields, textOf } from './form-body.ts'
import { type NotifyDeps, notify } from './notify.ts'
import type { ProviderRule } from './passwords-off.ts'
import { BUSY_SECONDS, throttledWords, tooMany } from './routes/session.ts'
import { trace } from './trace.ts'

export interface ProofDeps extends NotifyDeps, ProviderRule {
  readonly audit: AuditLog
  readonly signIn: SignIn
  readonly checkFactor: FactorCheck
  readonly passkeys: Passkeys
  readonly readAddress: ClientAddressReader
}

/** How long after signing in somebody counts as just having done so. */
export const FRESH_SECONDS = 10 * 60

/**
 * Lets somebody who is signed in show once more what signing in takes: a browser that was left open must not change what an
 * account is signed in with. That is the password and the second factor; the second factor where there is no password; and
 * where there is neither, a sign-in of the last minutes. Undefined when all of it is right, else the answer to give.
 */
export async function demandProof(
  c: Context,
  deps: ProofDeps,
  fields: Readonly<Record<string, unknown>>,
): Promise<Response | undefined> {
  const user = userOf(c)
  try {
    const known = await check(c, deps, fields)
    switch (known.status) {
      case 'throttled':
        return tooMany(c, throttledWords(known.waitSeconds), known.waitSeconds)
      case 'wrong':
        return invalidFields(c, { password: 'This is not your password.' })
      case 'stale':
        return c.json({ error: SIGN_IN_AGAIN } satisfies ErrorBody, 403)
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

const SIGN_IN_AGAIN = `This takes a sign-in of the last ${FRESH_SECONDS / 60} minutes. Sign in again, then come back.`

async function check(
  c: Context,
  { signIn, checkFactor, oidc, readAddress, nowSeconds }: ProofDeps,
  fields: Readonly<Record<string, unknown>>,
): Promise<SignInResult | { readonly status: 'stale' }> {
  const user = userOf(c)
  const shown = { code: textOf(fields, 'code'), passkey: fields['passkey'] }
  if (user.passwordHash !== undefined && oidc?.isOnly !== true) {
    const network = clientNetwork(c, readAddress)
    return signIn({ ...shown, email: user.email, password: textOf(fields, 'password'), network })
  }
  if (user.secondFactor === undefined && !isFresh(c, nowSeconds())) return { status: 'stale' }
  return checkFactor(user, shown)
}

function isFresh(c: Context, nowSeconds: number): boolean {
  const caller = c.get('caller')
  return caller?.kind === 'user' && nowSeconds - (caller.signedInAtSeconds ?? 0) < FRESH_SECONDS
}
