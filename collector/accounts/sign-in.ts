import type { User } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import { parseEmail } from './email.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { openSignInThrottle } from './sign-in-throttle.ts'
import { randomToken } from './tokens.ts'

export type SignInResult =
  | { readonly status: 'signed_in'; readonly user: User }
  /** Unknown account or wrong password: the two look and last the same. */
  | { readonly status: 'wrong' }
  | { readonly status: 'throttled'; readonly waitSeconds: number }

/** Checks an e-mail address and a password. Throws `BusyError` when too many checks wait. */
export type SignIn = (email: string, password: string) => Promise<SignInResult>

export interface SignInDeps {
  readonly directory: Directory
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** Opens sign-in with a memory of failures of its own. */
export function openSignIn({ directory, nowSeconds }: SignInDeps): SignIn {
  const throttle = openSignInThrottle(nowSeconds)
  /** Checked when the account is unknown, so that the answer takes as long as for a known one. */
  let nobodysHash: Promise<string> | undefined

  return async (typedEmail, password) => {
    const parsed = parseEmail(typedEmail)
    const email = parsed.ok ? parsed.value : typedEmail
    const waitSeconds = throttle.waitSeconds(email)
    if (waitSeconds > 0) return { status: 'throttled', waitSeconds }

    throttle.addFailure(email)
    try {
      // Awaited for known accounts too: the very first check makes it.
      const nobody = await hashOfNobody()
      const user = directory.userByEmail(email)
      const isRight = await isPassword(password, user?.passwordHash ?? nobody)
      if (user === undefined || !isRight) return { status: 'wrong' }
      throttle.forget(email)
      return { status: 'signed_in', user }
    } catch (error) {
      throttle.removeFailure(email)
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
