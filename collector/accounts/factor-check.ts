import type { User } from '../core/ports.ts'
import type { Passkeys } from './passkeys.ts'
import type { SecondFactor, UsedCode } from './second-factor.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

/** What answered the question for a second factor. */
export type UsedFactor = UsedCode | 'passkey'

/** What somebody shows as second factor. */
export interface ShownFactor {
  /** From an app, or a recovery code. Empty: none. */
  readonly code: string
  /** What a passkey answered, in place of a code; absent: none. */
  readonly passkey?: unknown
}

export type FactorResult =
  /** Without `used` when the account has no second factor. */
  | { readonly status: 'signed_in'; readonly user: User; readonly used?: UsedFactor }
  /** Nothing was shown, and a code or a passkey is needed. */
  | { readonly status: 'code_needed'; readonly user: User }
  /** The code or the passkey is not right. */
  | { readonly status: 'wrong_code'; readonly user: User }
  | { readonly status: 'throttled'; readonly waitSeconds: number }

/**
 * Checks the second factor, if there is one, of somebody who has shown already who they are, by a password or by a provider.
 * Few wrong ones are taken, however one comes to them.
 */
export type FactorCheck = (user: User, shown: ShownFactor) => Promise<FactorResult>

export interface FactorCheckDeps {
  readonly secondFactor: Pick<SecondFactor, 'use'>
  readonly passkeys: Pick<Passkeys, 'answerOf'>
  readonly throttle: Pick<SignInThrottle, 'waitSecondsForCode' | 'addWrongCode' | 'forgetWrongCodes'>
}

export function openFactorCheck({ secondFactor, passkeys, throttle }: FactorCheckDeps): FactorCheck {
  async function use(user: User, { code, passkey }: ShownFactor): Promise<UsedFactor | undefined> {
    if (passkey === undefined) return secondFactor.use(user, code)
    return (await passkeys.answerOf(user, passkey)).status === 'fits' ? 'passkey' : undefined
  }

  return async (user, shown) => {
    if (user.secondFactor === undefined) return { status: 'signed_in', user }
    if (shown.code === '' && shown.passkey === undefined) return { status: 'code_needed', user }
    const waitSeconds = throttle.waitSecondsForCode(user.email)
    if (waitSeconds > 0) return { status: 'throttled', waitSeconds }
    // Counted before it is checked, so that parallel tries count too.
    throttle.addWrongCode(user.email)
    const used = await use(user, shown)
    if (used === undefined) return { status: 'wrong_code', user }
    throttle.forgetWrongCodes(user.email)
    return { status: 'signed_in', user, used }
  }
}
