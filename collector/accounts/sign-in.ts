import type { User } from '../core/ports.ts'
import type { CodeCheck } from './code-check.ts'
import type { Directory } from './directory.ts'
import { parseEmail } from './email.ts'
import { hashPassword, isPassword } from './passwords.ts'
import type { UsedCode } from './second-factor.ts'
import type { SignInSource, SignInThrottle } from './sign-in-throttle.ts'
import { randomToken } from './tokens.ts'

export type SignInResult =
  | { readonly status: 'signed_in'; readonly user: User; readonly used?: UsedCode }
  /** Unknown account or wrong password: the two look and last the same. */
  | { readonly status: 'wrong' }
  | { readonly status: 'throttled'; readonly waitSeconds: number }
  /** The password is right, and a code of the second factor is needed besides. */
  | { readonly status: 'code_needed'; readonly user: User }
  /** The password is right, the code is not. */
  | { readonly status: 'wrong_code'; readonly user: User }

/** What somebody who signs in has typed, and from where. */
export interface SignInTry extends SignInSource {
  readonly password: string
  /** Empty: none. */
  readonly code: string
}

/** Checks an e-mail address, a password and, of whoever has a second factor, a code. Throws `BusyError` when too many checks wait. */
export type SignIn = (typed: SignInTry) => Promise<SignInResult>

export interface SignInDeps {
  readonly directory: Pick<Directory, 'userByEmail'>
  /** Remembers failures, those of codes among them. */
  readonly throttle: SignInThrottle
  readonly checkCode: CodeCheck
}

/** Opens sign-in with a password. */
export function openSignIn({ directory, throttle, checkCode }: SignInDeps): SignIn {
  /** Checked when the account is unknown, so that the answer takes as long as for a known one. */
  let nobodysHash: Promise<string> | undefined

  return async ({ email: typedEmail, network, password, code }) => {
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
      if (user.secondFactor === undefined) {
        throttle.forget(source)
        return { status: 'signed_in', user }
      }
      if (code === '') {
        throttle.removeFailure(source)
        return { status: 'code_needed', user }
      }
      const checked = await checkCode(user, code)
      if (checked.status === 'throttled') return checked
      if (checked.status === 'wrong') return { status: 'wrong_code', user }
      throttle.forget(source)
      return { status: 'signed_in', user, used: checked.used }
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
