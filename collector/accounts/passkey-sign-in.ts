import type { User } from '../core/ports.ts'
import { openFailureCounts } from './failure-counts.ts'
import type { Passkeys } from './passkeys.ts'

/** A failure is forgotten after this long. */
const WINDOW_SECONDS = 15 * 60
/** Failures of one network: what a stranger may make this machine verify and note. */
const PER_NETWORK = 50

export type PasskeySignInResult =
  | { readonly status: 'signed_in'; readonly user: User }
  | { readonly status: 'wrong' | 'over' }
  /** The key is right; who uses it may have a copy. */
  | { readonly status: 'copied'; readonly user: User }
  | { readonly status: 'throttled'; readonly waitSeconds: number }

/** Signs somebody in by a passkey alone: it has verified who holds it. `network` is the client's, truncated. */
export type PasskeySignIn = (response: unknown, network: string) => Promise<PasskeySignInResult>

export interface PasskeySignInDeps {
  readonly passkeys: Pick<Passkeys, 'answer'>
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/**
 * Opens it with a memory of failures of its own: wrong passkeys keep nobody from signing in with a password. They are
 * counted by network, since whoever sends them names no account, and nobody guesses a signature.
 */
export function openPasskeySignIn({ passkeys, nowSeconds }: PasskeySignInDeps): PasskeySignIn {
  const failures = openFailureCounts(WINDOW_SECONDS, nowSeconds)

  return async (response, network) => {
    const waitSeconds = failures.waitSeconds(network, PER_NETWORK)
    if (waitSeconds > 0) return { status: 'throttled', waitSeconds }
    // Counted before it is checked, so that parallel tries count too.
    failures.add(network)
    try {
      const answer = await passkeys.answer(response)
      if (answer.status === 'fits') failures.undo(network)
      return answer.status === 'fits' ? { status: 'signed_in', user: answer.user } : answer
    } catch (error) {
      failures.undo(network)
      throw error
    }
  }
}
