import type { PasswordReset, User } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import { hashPassword, parsePassword } from './passwords.ts'
import { randomToken, tokenHash } from './tokens.ts'

/** How long a link to choose a new password is valid. */
export const PASSWORD_RESET_SECONDS = 3_600

export interface PasswordResetDeps {
  readonly directory: Directory
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** Token of a new link for somebody who forgot the password, for the fragment of `/reset#TOKEN`; earlier links die. */
export async function createPasswordReset(
  { directory, nowSeconds }: PasswordResetDeps,
  user: User,
): Promise<string> {
  const token = randomToken()
  const reset: PasswordReset = {
    tokenHash: tokenHash(token),
    userId: user.id,
    expiresAtSeconds: nowSeconds() + PASSWORD_RESET_SECONDS,
  }
  await directory.replacePasswordReset(reset)
  return token
}

export type ResetResult =
  | { readonly status: 'changed'; readonly user: User }
  /** The link is used, replaced, too old or unknown. */
  | { readonly status: 'gone' }
  /** Message per field. */
  | { readonly status: 'invalid'; readonly errors: Readonly<Record<string, string>> }

/**
 * Chooses a new password in exchange for a link, once, and ends every session. The second factor stays. Throws
 * `BusyError`, or when the database does not answer.
 */
export async function resetPassword(
  { directory }: PasswordResetDeps,
  { token, password: typed }: { readonly token: string; readonly password: unknown },
): Promise<ResetResult> {
  const hash = tokenHash(token)
  // The command line may have made it a moment ago.
  await directory.refresh()
  const user = directory.userByPasswordReset(hash)
  if (user === undefined) return { status: 'gone' }
  const password = parsePassword(typed, user.email)
  if (!password.ok) return { status: 'invalid', errors: { password: password.error } }
  const passwordHash = await hashPassword(password.value)
  return (await directory.usePasswordReset(hash, passwordHash))
    ? { status: 'changed', user }
    : { status: 'gone' }
}
