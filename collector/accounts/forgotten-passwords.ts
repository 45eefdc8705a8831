import type { User } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import { openFailureCounts } from './failure-counts.ts'

const WINDOW_SECONDS = 3_600
/** Questions from one network: what a stranger may make this machine do. */
const PER_NETWORK = 20
/** Letters to one account. A link is good for as long as the window, so whoever gets no fourth letter has a good one. */
const PER_ACCOUNT = 3

/** Slows down who says that passwords are forgotten. Signing in is not slowed down by it. */
export interface ForgottenPasswords {
  /** Counts a question from a network; seconds until the next one is taken when there were too many, else 0. */
  waitSeconds(network: string): number
  /**
   * The account of an address, when a letter may go to it now, which is counted. Never waits. An account without a password
   * gets none: its provider decides who gets in, and whoever has the mailbox must not get past it.
   */
  accountToWriteTo(email: string): User | undefined
}

export interface ForgottenPasswordsDeps {
  readonly directory: Pick<Directory, 'userByEmail'>
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** Counts in memory; what was typed for an address is not kept. */
export function openForgottenPasswords({
  directory,
  nowSeconds,
}: ForgottenPasswordsDeps): ForgottenPasswords {
  const networks = openFailureCounts(WINDOW_SECONDS, nowSeconds)
  const accounts = openFailureCounts(WINDOW_SECONDS, nowSeconds)
  return {
    waitSeconds(network) {
      const waitSeconds = networks.waitSeconds(network, PER_NETWORK)
      if (waitSeconds === 0) networks.add(network)
      return waitSeconds
    },
    accountToWriteTo(email) {
      const user = directory.userByEmail(email)
      if (user?.passwordHash === undefined || accounts.waitSeconds(user.id, PER_ACCOUNT) > 0) return undefined
      accounts.add(user.id)
      return user
    },
  }
}
