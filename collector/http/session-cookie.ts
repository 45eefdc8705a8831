import type { Context } from 'hono'
import { protectedCookie } from './protected-cookie.ts'

const NAME = 'hanki_session'

/** The session's token as the browser sent it; with `secureCookies` only from the protected cookie. */
export function readSessionCookie(c: Context, secureCookies: boolean): string | undefined {
  return protectedCookie(NAME, secureCookies).read(c)
}

/** Gives the browser its session; scripts cannot read it, other sites' forms do not carry it. */
export function writeSessionCookie(
  c: Context,
  token: string,
  maxAgeSeconds: number,
  secureCookies: boolean,
): void {
  protectedCookie(NAME, secureCookies).write(c, token, maxAgeSeconds)
}

/** Takes the session away from the browser. */
export function removeSessionCookie(c: Context, secureCookies: boolean): void {
  protectedCookie(NAME, secureCookies).remove(c)
}
