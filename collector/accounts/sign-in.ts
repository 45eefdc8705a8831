import type { User } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import { parseEmail } from './email.ts'
import type { Passkeys } from './passkeys.ts'
import { hashPassword, isPassword } from './passwords.ts'
import type { SecondFactor, UsedCode } from './second-factor.ts'
import { openSignInThrottle, type SignInSource } from './sign-in-throttle.ts'
import { randomToken } from './tokens.ts'

/** What answered the question for a second factor. */
export type UsedFactor = UsedCode | 'passkey'

export type SignInResult =
  | { readonly status: 'signed_in'; readonly user: User; readonly used?: UsedFactor }
  /** Unknown account or wrong password: the two look and last the same. */
  | { readonly status: 'wrong' }
  | { readonly status: 'throttled'; readonly waitSeconds: number }
  /** The password is right, and a code or a passkey is needed besides. */
  | { readonly status: 'code_needed'; readonly user: User }
  /** The password is right, the code or the passkey is not. */
  | { readonly status: 'wrong_code'; readonly user: User }

/** What somebody who signs in has typed, and from where. */
export interface SignInTry extends SignInSource {
  readonly password: string
  /** Empty: none. */
  readonly code: string
  /** What a passkey answered, in place of a code; absent: none. */
  readonly passkey?: unknown
}

/** Checks an e-mail address, a password and, of whoever has a second factor, a code or a passkey. Throws `BusyError` when too many checks wait. */
export type SignIn = (typed: SignInTry) => Promise<SignInResult>

export interface SignInDeps {
  readonly directory: Pick<Directory, 'userByEmail'>
  readonly secondFactor: Pick<SecondFactor, 'use'>
  readonly passkeys: Pick<Passkeys, 'answerOf'>
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** Opens sign-in with a memory of failures of its own. */
export function openSignIn({ directory, secondFactor, passkeys, nowSeconds }: SignInDeps): SignIn {
  const throttle = openSignInThrottle(nowSeconds)
  /** Checked when the account is unknown, so that the answer takes as long as for a known one. */
  let nobodysHash: Promise<string> | undefined

  return async ({ email: typedEmail, network, password, code, passkey }) => {
    const parsed = parseEmail(typedEmail)
    const email = parsed.ok ? parsed.value : typedEmail
    const source = { email, network }
    const waitSeconds = throttle.waitSeconds(source)
    if (waitSeconds > 0) return { status: 'throttled', waitSeconds }

    throttle.addFailure(source)
    try {
      // Awaited for known accounts too: the very first check makes it.
      const nobody = await hashOfNobody()
      const user = directory.userByEmail(email)
      const isRight = await isPassword(password, user?.passwordHash ?? nobody, network)
      if (user === undefined || !isRight) return { status: 'wrong' }
      if (user.secondFactor !== undefined && code === '' && passkey === undefined) {
        throttle.removeFailure(source)
        return { status: 'code_needed', user }
      }
      const codeWaitSeconds = user.secondFactor === undefined ? 0 : throttle.waitSecondsForCode(email)
      if (codeWaitSeconds > 0) return { status: 'throttled', waitSeconds: codeWaitSeconds }
      // Counted before it is checked, so that parallel tries count too.
      if (user.secondFactor !== undefined) throttle.addWrongCode(email)
      const used = user.secondFactor && (await useFactor(user, code, passkey))
      if (user.secondFactor !== undefined && used === undefined) return { status: 'wrong_code', user }
      throttle.forget(source)
      return { status: 'signed_in', user, ...(used !== undefined && { used }) }
    } catch (error) {
      throttle.removeFailure(source)
      throw error
    }
  }

  async function useFactor(user: User, code: string, passkey: unknown): Promise<UsedFactor | undefined> {
    if (passkey === undefined) return secondFactor.use(user, code)
    return (await passkeys.answerOf(user, passkey)).status === 'fits' ? 'passkey' : undefined
  }

  function hashOfNobody(): Promise<string> {
    nobodysHash ??= hashPassword(randomToken()).catch((error: unknown) => {
      nobodysHash = undefined
      throw error
    })
    return nobodysHash
  }
}
