import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'

/** A cookie that scripts cannot read and other sites' forms do not carry. */
export interface ProtectedCookie {
  /** The value as the browser sent it. */
  read(c: Context): string | undefined
  write(c: Context, value: string, maxAgeSeconds: number): void
  remove(c: Context): void
}

/**
 * With `secureCookies` its name begins with `__Host-`, which browsers take only over HTTPS, for this host alone (RFC
 * 6265bis, 4.1.3.2), and no other is read.
 */
export function protectedCookie(name: string, secureCookies: boolean): ProtectedCookie {
  const fullName = secureCookies ? `__Host-${name}` : name
  const attributes: CookieOptions = { httpOnly: true, sameSite: 'Lax', path: '/', secure: secureCookies }
  return {
    read: c => getCookie(c, fullName),
    write: (c, value, maxAge) => setCookie(c, fullName, value, { ...attributes, maxAge }),
    remove: c => void deleteCookie(c, fullName, attributes),
  }
}
