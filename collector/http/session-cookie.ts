import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'

const NAME = 'hanki_session'
/** Browsers take this name only over HTTPS, for this host alone (RFC 6265bis, 4.1.3.2). */
const SECURE_NAME = `__Host-${NAME}`

/** The session's token as the browser sent it; with `secureCookies` only from the protected cookie. */
export function readSessionCookie(c: Context, secureCookies: boolean): string | undefined {
  return getCookie(c, secureCookies ? SECURE_NAME : NAME)
}

/** Gives the browser its session; scripts cannot read it, other sites' forms do not carry it. */
export function writeSessionCookie(
  c: Context,
  token: string,
  maxAgeSeconds: number,
  secureCookies: boolean,
): void {
  setCookie(c, secureCookies ? SECURE_NAME : NAME, token, {
    ...attributes(secureCookies),
    maxAge: maxAgeSeconds,
  })
}

/** Takes the session away from the browser. */
export function removeSessionCookie(c: Context, secureCookies: boolean): void {
  deleteCookie(c, secureCookies ? SECURE_NAME : NAME, attributes(secureCookies))
}

function attributes(secureCookies: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure: secureCookies }
}
