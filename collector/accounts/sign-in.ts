import type { Directory } from './directory.ts'
import { parseEmail } from './email.ts'
import type { FactorCheck, FactorResult, ShownFactor } from './factor-check.ts'
import { hashPassword, isPassword } from './passwords.ts'
import type { SignInSource, SignInThrottle } from './sign-in-throttle.ts'
import { randomToken } from './tokens.ts'

export type SignInResult =
  /** Of the second factor: the password is right. */
  | FactorResult
  /** Unknown account or wrong password: the two look and last the same. */
  | { readonly status: 'wrong' }

/** What somebody who signs in has typed, and from where. */
export interface SignInTry extends SignInSource, ShownFactor {
  readonly password: string
}

/** Checks an e-mail address, a password and, of whoever has a second factor, a code or a passkey. Throws `BusyError` when too many checks wait. */
export type SignIn = (typed: SignInTry) => Promise<SignInResult>

export interface SignInDeps {
  readonly directory: Pick<Directory, 'userByEmail'>
  /** Remembers failures. */
  readonly throttle: SignInThrottle
  /** Counts wrong second factors in the same throttle. */
  readonly checkFactor: FactorCheck
}

/** Opens sign-in with a password. */
export function openSignIn({ directory, throttle, checkFactor }: SignInDeps): SignIn {
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
      // Of an account without a password, the password of nobody was checked.
      if (user?.passwordHash === undefined || !isRight) return { status: 'wrong' }
      const result = await checkFactor(user, { code, passkey })
      if (result.status === 'code_needed') throttle.removeFailure(source)
      if (result.status === 'signed_in') throttle.forget(source)
      return result
    } catch (error) {
      throttle.removeFailure(source)
      throw error
    }
  }

  function hashOfNobody(): Promise<string> {
    nobodysHash ??= hashPassword(randomToken()).catch((error: unknown) => {
      nobodysHash = undefined
      throw error
    })
    return nobodysHash
  }
}
