import { createHash } from 'node:crypto'

/** Failures of one account that are allowed within the window. */
const FAILURES_PER_ACCOUNT = 10
/** The same while somebody tries many accounts at once. */
const FAILURES_UNDER_ATTACK = 3
/** Failures of all accounts within the window that count as such an attack. */
const ATTACK_FAILURES = 100
/** A failure is forgotten after this long, so nobody is locked out for good. */
const WINDOW_SECONDS = 15 * 60
/** Accounts that are remembered, known or not; the one that failed longest ago is forgotten first. */
const MAX_ACCOUNTS = 10_000

/** Slows down guessing, for existing and for invented accounts alike. Holds no e-mail address in the clear. */
export interface SignInThrottle {
  /** Seconds to wait before this account may try again; 0 when it may try now. */
  waitSeconds(email: string): number
  /** Counts a try as failed; call it before the password is checked, so that parallel tries count too. */
  addFailure(email: string): void
  /** Takes the account's last failure back, when its password could not be checked after all. */
  removeFailure(email: string): void
  /** Forgets an account's failures once the right password came. */
  forget(email: string): void
}

/** A throttle in memory: a restart forgets, which costs an attacker nothing less than a restart. */
export function openSignInThrottle(nowSeconds: () => number): SignInThrottle {
  const failuresByAccount = new Map<string, readonly number[]>()
  let allFailures: readonly number[] = []

  const recent = (failures: readonly number[]): readonly number[] =>
    failures.filter(second => second > nowSeconds() - WINDOW_SECONDS)

  return {
    waitSeconds(email) {
      const limit =
        recent(allFailures).length >= ATTACK_FAILURES ? FAILURES_UNDER_ATTACK : FAILURES_PER_ACCOUNT
      const failures = recent(failuresByAccount.get(accountOf(email)) ?? [])
      const decisive = failures.at(-limit)
      return decisive === undefined ? 0 : decisive + WINDOW_SECONDS - nowSeconds()
    },

    addFailure(email) {
      const account = accountOf(email)
      const failures = [...recent(failuresByAccount.get(account) ?? []), nowSeconds()]
      // Set anew, so that the map's order is the order of last failures.
      failuresByAccount.delete(account)
      failuresByAccount.set(account, failures)
      allFailures = [...recent(allFailures), nowSeconds()].slice(-ATTACK_FAILURES)
      const [oldest] = failuresByAccount.keys()
      if (failuresByAccount.size > MAX_ACCOUNTS && oldest !== undefined) failuresByAccount.delete(oldest)
    },

    removeFailure(email) {
      const account = accountOf(email)
      failuresByAccount.set(account, (failuresByAccount.get(account) ?? []).slice(0, -1))
      allFailures = allFailures.slice(0, -1)
    },

    forget(email) {
      failuresByAccount.delete(accountOf(email))
    },
  }
}

/** People type passwords into the wrong field: what was typed is not kept. */
function accountOf(email: string): string {
  return createHash('sha256').update(email).digest('base64url')
}
