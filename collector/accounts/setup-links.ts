import type { User } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import { parseEmail } from './email.ts'
import { hashPassword, parsePassword } from './passwords.ts'
import { randomToken, tokenHash } from './tokens.ts'
import { newUser } from './users.ts'

/** How long a set-up link is valid. */
export const SETUP_LINK_SECONDS = 15 * 60

export interface SetupDeps {
  readonly directory: Directory
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/**
 * Token of a new link to make the first user with, for the fragment of `/setup#TOKEN`; earlier links die.
 * Undefined when a user exists. Throws when the database does not answer.
 */
export async function createSetupLink({ directory, nowSeconds }: SetupDeps): Promise<string | undefined> {
  const token = randomToken()
  const isMade = await directory.replaceSetupLink({
    tokenHash: tokenHash(token),
    expiresAtSeconds: nowSeconds() + SETUP_LINK_SECONDS,
  })
  return isMade ? token : undefined
}

/** What the owner typed. */
export interface FirstUserInput {
  readonly token: string
  readonly email: unknown
  readonly password: unknown
}

export type FirstUserResult =
  | { readonly status: 'created'; readonly user: User }
  /** The link is used, replaced, too old or unknown. */
  | { readonly status: 'gone' }
  /** Message per field. */
  | { readonly status: 'invalid'; readonly errors: Readonly<Record<string, string>> }

/** Makes the first user in exchange for a set-up link. Throws `BusyError`, or when the database does not answer. */
export async function createFirstUser(
  { directory, nowSeconds }: SetupDeps,
  input: FirstUserInput,
): Promise<FirstUserResult> {
  const linkHash = tokenHash(input.token)
  // The link may have been made a moment ago by the command line.
  await directory.refresh()
  if (!directory.isSetupLink(linkHash)) return { status: 'gone' }
  const email = parseEmail(input.email)
  const password = parsePassword(input.password, email.ok ? email.value : '')
  if (!email.ok || !password.ok) {
    return {
      status: 'invalid',
      errors: {
        ...(email.ok ? {} : { email: email.error }),
        ...(password.ok ? {} : { password: password.error }),
      },
    }
  }
  const passwordHash = await hashPassword(password.value)
  const user = newUser(email.value, passwordHash, { isOperator: true }, nowSeconds())
  return (await directory.addFirstUser(user, linkHash)) ? { status: 'created', user } : { status: 'gone' }
}
