import type { Session, User } from '../core/ports.ts'
import type { Directory } from './directory.ts'
import { randomToken, tokenHash } from './tokens.ts'

/** How long a sign-in lasts, whatever happens meanwhile: no request has to write to the database to prolong it. */
export const SESSION_SECONDS = 14 * 24 * 3_600

export interface SessionDeps {
  readonly directory: Directory
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/**
 * Signs a browser in, known by its name; returns the token for its cookie, which is stored nowhere else. `hasProviderFactor`:
 * a provider vouches for a second factor.
 */
export async function openSession(
  { directory, nowSeconds }: SessionDeps,
  user: User,
  client: string,
  hasProviderFactor = false,
): Promise<string> {
  const token = randomToken()
  await directory.addSession({
    tokenHash: tokenHash(token),
    userId: user.id,
    client,
    hasProviderFactor,
    createdAtSeconds: nowSeconds(),
    expiresAtSeconds: nowSeconds() + SESSION_SECONDS,
  })
  return token
}

/** Signs a browser out; a token that is not known is no error. */
export async function closeSession(directory: Directory, token: string): Promise<void> {
  await directory.removeSession(tokenHash(token))
}

/** Short public name of a session, for lists and for ending it. */
export function sessionId({ tokenHash: hash }: Pick<Session, 'tokenHash'>): string {
  return hash.slice(0, 16)
}
