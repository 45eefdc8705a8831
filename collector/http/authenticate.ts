import type { Context, MiddlewareHandler } from 'hono'
import { findApiKey } from '../accounts/api-keys.ts'
import type { Directory } from '../accounts/directory.ts'
import { parseSiteDomain } from '../accounts/site-domain.ts'
import { tokenHash } from '../accounts/tokens.ts'
import type { ApiKey, Site, User } from '../core/ports.ts'
import type { ErrorBody } from './contract.ts'
import { readSessionCookie } from './session-cookie.ts'

/** Who sends a request. */
export type Caller =
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'key'; readonly key: ApiKey }

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by `authenticate`: who asks, if anybody, and which sites that caller may read. */
    caller: Caller | undefined
    readableSites: (() => readonly Site[]) | undefined
  }
}

export interface AuthenticateDeps {
  readonly directory: Directory
  /** True when browsers reach Hanki by HTTPS. */
  readonly secureCookies: boolean
}

/** Finds out who asks, by API key or else by session cookie; lets everybody pass. */
export function authenticate({ directory, secureCookies }: AuthenticateDeps): MiddlewareHandler {
  return async function authenticateMiddleware(c, next) {
    const caller = findCaller(c)
    c.set('caller', caller)
    c.set('readableSites', () => (caller === undefined ? [] : readableSitesOf(caller)))
    await next()
  }

  function findCaller(c: Context): Caller | undefined {
    const authorization = c.req.header('authorization')
    // A wrong key must not fall back to a cookie: the CSRF guard trusts that a request with this header uses none.
    if (authorization !== undefined) {
      const key = findApiKey(directory, /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '')
      return key === undefined ? undefined : { kind: 'key', key }
    }
    const token = readSessionCookie(c, secureCookies)
    const user = token === undefined ? undefined : directory.userBySession(tokenHash(token))
    return user === undefined ? undefined : { kind: 'user', user }
  }

  function readableSitesOf(caller: Caller): readonly Site[] {
    if (caller.kind === 'user') return directory.sites()
    if (!caller.key.scopes.includes('stats:read')) return []
    const site = directory.siteById(caller.key.siteId)
    return site === undefined ? [] : [site]
  }
}

/** Answers 401 to nobody, and 403 to programs: for what only people may do. */
export function requireUser(): MiddlewareHandler {
  return async function requireUserMiddleware(c, next) {
    const caller = c.get('caller')
    if (caller === undefined) return unauthorized(c)
    if (caller.kind === 'key') {
      return c.json(
        { error: 'An API key may not do this. Sign in on the dashboard.' } satisfies ErrorBody,
        403,
      )
    }
    return next()
  }
}

/** Answers 401 to everybody without a session or a key. */
export function requireUserOrKey(): MiddlewareHandler {
  return async function requireUserOrKeyMiddleware(c, next) {
    return c.get('caller') === undefined ? unauthorized(c) : next()
  }
}

/** The site with this domain if the caller may read its statistics: users every site, a key its own with `stats:read`. */
export async function findReadableSite(c: Context, domain: string): Promise<Site | undefined> {
  const parsed = parseSiteDomain(domain)
  return parsed.ok ? readableSites(c).find(site => site.domain === parsed.value) : undefined
}

/** Every site whose statistics the caller may read, alphabetically. */
export function readableSites(c: Context): readonly Site[] {
  return c.get('readableSites')?.() ?? []
}

function unauthorized(c: Context): Response {
  const error =
    c.req.header('authorization') === undefined
      ? 'Sign in on the dashboard, or send an API key as "Authorization: Bearer KEY".'
      : 'This API key is unknown or was revoked. "hanki key add" makes a new one.'
  return c.json({ error } satisfies ErrorBody, 401)
}
