import type { User } from '../core/ports.ts'
import type { SecondFactor, UsedCode } from './second-factor.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

export type CodeResult =
  | { readonly status: 'right'; readonly used: UsedCode }
  | { readonly status: 'wrong' }
  | { readonly status: 'throttled'; readonly waitSeconds: number }

/** Checks a code of the second factor of somebody who has shown already who they are; few wrong ones are taken. */
export type CodeCheck = (user: User, code: string) => Promise<CodeResult>

export interface CodeCheckDeps {
  readonly secondFactor: Pick<SecondFactor, 'use'>
  readonly throttle: Pick<SignInThrottle, 'waitSecondsForCode' | 'addWrongCode' | 'forgetWrongCodes'>
}

export function openCodeCheck({ secondFactor, throttle }: CodeCheckDeps): CodeCheck {
  return async (user, code) => {
    const waitSeconds = throttle.waitSecondsForCode(user.email)
    if (waitSeconds > 0) return { status: 'throttled', waitSeconds }
    // Counted before it is checked, so that parallel tries count too.
    throttle.addWrongCode(user.email)
    const used = await secondFactor.use(user, code)
    if (used === undefined) return { status: 'wrong' }
    throttle.forgetWrongCodes(user.email)
    return { status: 'right', used }
  }
}
