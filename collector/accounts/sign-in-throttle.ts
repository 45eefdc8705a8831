import { createHash } from 'node:crypto'
import { openFailureCounts } from './failure-counts.ts'

/** A failure is forgotten after this long, so nobody is locked out for good. */
const WINDOW_SECONDS = 15 * 60
/** Failures of one account from one network: a stranger elsewhere does not lock its owner out. */
const PER_ACCOUNT_AND_NETWORK = 10
/** The same while somebody tries many accounts at once. */
const UNDER_ATTACK = 3
/** Failures of all accounts that count as such an attack. */
const ATTACK_FAILURES = 100
/** Failures of one account from everywhere. */
const PER_ACCOUNT = 50
/** Failures from one network, of whichever accounts: what a stranger may make this machine compute. */
const PER_NETWORK = 50
/** Wrong codes of one account, from everywhere: who gets so far knows the password. */
const WRONG_CODES = 10

/** Whose password is tried, and from where. */
export interface SignInSource {
  readonly email: string
  /** The client's truncated network. */
  readonly network: string
}

/** Slows down guessing, for existing and for invented accounts alike. Holds no e-mail address in the clear. */
export interface SignInThrottle {
  /** Seconds to wait before this account may be tried from here again; 0 when it may now. */
  waitSeconds(source: SignInSource): number
  /** Counts a try as failed; call it before the password is checked, so that parallel tries count too. */
  addFailure(source: SignInSource): void
  /** Takes the last failure back: the password was right, or could not be checked after all. */
  removeFailure(source: SignInSource): void
  /** Forgets an account's failures once everything was right; those of others from the same network stay. */
  forget(source: SignInSource): void
  /** The same for codes of the second factor. */
  waitSecondsForCode(email: string): number
  addWrongCode(email: string): void
  forgetWrongCodes(email: string): void
}

/** A throttle in memory. `nowSeconds` is in whole seconds. */
export function openSignInThrottle(nowSeconds: () => number): SignInThrottle {
  const open = () => openFailureCounts(WINDOW_SECONDS, nowSeconds)
  const accounts = open()
  const pairs = open()
  const networks = open()
  const codes = open()
  let latest: readonly number[] = []

  function isUnderAttack(): boolean {
    const decisive = latest.at(-ATTACK_FAILURES)
    return decisive !== undefined && decisive > nowSeconds() - WINDOW_SECONDS
  }

  return {
    waitSeconds({ email, network }) {
      return Math.max(
        pairs.waitSeconds(pairOf(email, network), isUnderAttack() ? UNDER_ATTACK : PER_ACCOUNT_AND_NETWORK),
        accounts.waitSeconds(accountOf(email), PER_ACCOUNT),
        networks.waitSeconds(network, PER_NETWORK),
      )
    },

    addFailure({ email, network }) {
      pairs.add(pairOf(email, network))
      accounts.add(accountOf(email))
      networks.add(network)
      latest = [...latest, nowSeconds()].slice(-ATTACK_FAILURES)
    },

    removeFailure({ email, network }) {
      pairs.undo(pairOf(email, network))
      accounts.undo(accountOf(email))
      networks.undo(network)
      latest = latest.slice(0, -1)
    },

    forget({ email, network }) {
      pairs.forget(pairOf(email, network))
      accounts.forget(accountOf(email))
      codes.forget(accountOf(email))
      networks.undo(network)
    },

    waitSecondsForCode: email => codes.waitSeconds(accountOf(email), WRONG_CODES),
    addWrongCode: email => codes.add(accountOf(email)),
    forgetWrongCodes: email => codes.forget(accountOf(email)),
  }
}

/** People type passwords into the wrong field: what was typed is not kept. */
function accountOf(email: string): string {
  return createHash('sha256').update(email).digest('base64url')
}

function pairOf(email: string, network: string): string {
  return `${accountOf(email)} ${network}`
}
