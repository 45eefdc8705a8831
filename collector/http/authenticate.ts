import type { Context, MiddlewareHandler } from 'hono'
import { findApiKey } from '../accounts/api-keys.ts'
import type { Directory } from '../accounts/directory.ts'
import { findShareLink } from '../accounts/share-links.ts'
import { parseSiteDomain } from '../accounts/site-domain.ts'
import { tokenHash } from '../accounts/tokens.ts'
import { allows, leastRole, type Role, type SiteAction } from '../core/access/roles.ts'
import { linkAllows, scopeFor, scopesAllow } from '../core/access/scopes.ts'
import type { ApiKey, ShareLink, Site, User } from '../core/ports.ts'
import { NO_LIMITS, type ShareLimits } from '../core/sharing/share-limits.ts'
import type { ErrorBody } from './contract.ts'
import { readSessionCookie } from './session-cookie.ts'

/** Who sends a request. */
export type Caller =
  | {
      readonly kind: 'user'
      readonly user: User
      /** True when the session was opened with a provider that vouches for a second factor. */
      readonly hasProviderFactor?: boolean
      /** When the session was opened, seconds since 1970. */
      readonly signedInAtSeconds?: number
    }
  | { readonly kind: 'key'; readonly key: ApiKey }
  /** Somebody who opened a link to a site. */
  | { readonly kind: 'share'; readonly link: ShareLink }

/** What a caller may do with which site, as it is at the moment of each question. */
export interface Access {
  /** Every site that the caller has to do with, alphabetically. */
  readonly sites: () => readonly Site[]
  /** One of them by its domain, also by the one that it had before. */
  readonly find: (domain: string) => Site | undefined
  /** What the caller is on one of them; a key is a viewer. */
  readonly roleOf: (site: Site) => Role | undefined
  readonly may: (site: Site, action: SiteAction) => boolean
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by `authenticate`: who asks, if anybody, and what that caller may do. */
    caller: Caller | undefined
    access: Access | undefined
  }
}

export interface AuthenticateDeps {
  readonly directory: Directory
  /** Told of every use of a key. */
  readonly onKeyUse: (key: ApiKey) => void
  /** True when browsers reach Hanki by HTTPS. */
  readonly secureCookies: boolean
}

/** What others are told of what only people with an account may do. */
function onlyPeople({ kind }: Caller): string {
  return kind === 'share'
    ? 'A link lets you look at the statistics, nothing more. Sign in for the rest.'
    : 'An API key may not do this. Sign in on the dashboard.'
}

const NO_ACCESS: Access = {
  sites: () => [],
  find: () => undefined,
  roleOf: () => undefined,
  may: () => false,
}

/** Finds out who asks, by API key or else by session cookie; lets everybody pass. */
export function authenticate({ directory, onKeyUse, secureCookies }: AuthenticateDeps): MiddlewareHandler {
  return async function authenticateMiddleware(c, next) {
    const caller = findCaller(c)
    if (caller?.kind === 'key') onKeyUse(caller.key)
    c.set('caller', caller)
    c.set('access', caller === undefined ? NO_ACCESS : accessOf(caller))
    await next()
  }

  function findCaller(c: Context): Caller | undefined {
    const authorization = c.req.header('authorization')
    // A wrong key must not fall back to a cookie: the CSRF guard trusts that a request with this header uses none.
    if (authorization !== undefined) {
      const bearer = /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? ''
      const link = findShareLink(directory, bearer)
      if (link !== undefined) return { kind: 'share', link }
      const key = findApiKey(directory, bearer)
      return key === undefined ? undefined : { kind: 'key', key }
    }
    const token = readSessionCookie(c, secureCookies)
    if (token === undefined) return undefined
    const hash = tokenHash(token)
    const [session, user] = [directory.sessionByHash(hash), directory.userBySession(hash)]
    if (session === undefined || user === undefined) return undefined
    const { hasProviderFactor, createdAtSeconds: signedInAtSeconds } = session
    return { kind: 'user', user, hasProviderFactor, signedInAtSeconds }
  }

  /** The sites that a caller has to do with are those in which it is something. */
  function accessTo(roleOf: Access['roleOf'], may: Access['may']): Access {
    const has = (site: Site): boolean => roleOf(site) !== undefined
    return {
      sites: () => directory.sites().filter(has),
      find(domain) {
        const site = directory.siteByDomain(domain)
        // One whose own domain another has taken meanwhile is not among the sites either.
        const isListed = site !== undefined && directory.siteByDomain(site.domain)?.id === site.id
        return isListed && has(site) ? site : undefined
      },
      roleOf,
      may,
    }
  }

  function accessOf(caller: Caller): Access {
    if (caller.kind === 'user') {
      const roleOf = (site: Site): Role | undefined => directory.roleOf(caller.user, site)
      return accessTo(roleOf, (site, action) => allows(roleOf(site), action))
    }
    const { siteId } = caller.kind === 'share' ? caller.link : caller.key
    const isFor = (site: Site): boolean => siteId === undefined || site.id === siteId
    const mayDo = (action: SiteAction): boolean =>
      caller.kind === 'share' ? linkAllows(action) : scopesAllow(caller.key.scopes, action)
    return accessTo(
      site => (isFor(site) ? 'viewer' : undefined),
      (site, action) => isFor(site) && mayDo(action),
    )
  }
}

/** Answers 401 to nobody, and 403 to programs: for what only people may do. */
export function requireUser(): MiddlewareHandler {
  return async function requireUserMiddleware(c, next) {
    const caller = c.get('caller')
    if (caller === undefined) return unauthorized(c)
    if (caller.kind !== 'user') return forbidden(c, onlyPeople(caller))
    return next()
  }
}

/** The person behind a request that `requireUser` has let through. */
export function userOf(c: Context): User {
  const caller = c.get('caller')
  if (caller?.kind !== 'user') throw new Error('requireUser let through somebody who is no user')
  return caller.user
}

/** Id of the user who answers for what a caller makes: of a key, whoever made that. Undefined: the command line did. */
export function creatorOf(c: Context): string | undefined {
  const caller = c.get('caller')
  if (caller?.kind === 'user') return caller.user.id
  return caller?.kind === 'key' ? caller.key.createdBy : undefined
}

/** Answers 401 and 403 to everybody but those who run this installation. */
export function requireOperator(): MiddlewareHandler {
  return async function requireOperatorMiddleware(c, next) {
    const caller = c.get('caller')
    if (caller === undefined) return unauthorized(c)
    if (caller.kind === 'user' && caller.user.isOperator) return next()
    return forbidden(c, 'Only those who run this installation may do this. Ask one of them.')
  }
}

/** Answers 401 and 403 to everybody but operators and keys for every site that may manage sites: for what adds sites. */
export function requireSiteAdder(): MiddlewareHandler {
  const operator = requireOperator()
  return async function requireSiteAdderMiddleware(c, next) {
    const caller = c.get('caller')
    if (caller?.kind !== 'key') return operator(c, next)
    if (caller.key.siteId === undefined && caller.key.scopes.includes('sites:manage')) return next()
    return forbidden(c, 'This takes a key for every site with the scope sites:manage.')
  }
}

/**
 * Answers 403 to people without a second factor, of their own or of their provider's, where everybody must have one: all
 * that is left is to add it.
 */
export function requireSecondFactor({
  requiresSecondFactor,
}: {
  readonly requiresSecondFactor: boolean
}): MiddlewareHandler {
  return async function requireSecondFactorMiddleware(c, next) {
    const caller = c.get('caller')
    const isMissing =
      caller?.kind === 'user' && caller.user.secondFactor === undefined && caller.hasProviderFactor !== true
    if (!requiresSecondFactor || !isMissing) return next()
    return forbidden(c, 'A second factor is required here. Add one under "Your account" first.')
  }
}

/** Answers 401 to everybody without a session or a key. */
export function requireUserOrKey(): MiddlewareHandler {
  return async function requireUserOrKeyMiddleware(c, next) {
    return c.get('caller') === undefined ? unauthorized(c) : next()
  }
}

/** 404 for a site that is not there, or is gone meanwhile; the same words for one that the caller has nothing to do with. */
export function noSuchSite(c: Context): Response {
  return c.json({ error: 'There is no such site, or you may not see it.' } satisfies ErrorBody, 404)
}

/**
 * The site that the path's `:domain` names, if the caller may do this with it; else the answer to give: 404 for a site
 * that the caller has nothing to do with, as for one that is not there, and 403 where the caller's role is too small.
 */
export function siteFor(c: Context, action: SiteAction): Site | Response {
  const site = findSite(c, c.req.param('domain') ?? '')
  if (site === undefined) return noSuchSite(c)
  if (may(c, site, action)) return site
  const caller = c.get('caller')
  if (caller?.kind === 'share') return forbidden(c, onlyPeople(caller))
  if (caller?.kind === 'key') {
    const scope = scopeFor(action)
    return forbidden(
      c,
      scope === undefined
        ? onlyPeople(caller)
        : `This takes a key with the scope ${scope}, which this one has not.`,
    )
  }
  const role = roleOn(c, site)
  const least = leastRole(action)
  return forbidden(
    c,
    `You are ${role} of this site, and this takes ${least === 'owner' ? 'its owner' : `an ${least}`}.`,
  )
}

/** The site with this domain if the caller may read its statistics. */
export function findReadableSite(c: Context, domain: string): Site | undefined {
  const site = findSite(c, domain)
  return site !== undefined && may(c, site, 'read_statistics') ? site : undefined
}

/** What is held back from the caller whatever is asked: something from those only who look through a link. */
export function limitsOf(c: Context): ShareLimits {
  const caller = c.get('caller')
  return caller?.kind === 'share' ? caller.link.limits : NO_LIMITS
}

/** Every site that the caller may see, alphabetically. */
export function visibleSites(c: Context): readonly Site[] {
  const sites = c.get('access')?.sites() ?? []
  return sites.filter(site => may(c, site, 'see_site'))
}

function findSite(c: Context, domain: string): Site | undefined {
  const parsed = parseSiteDomain(domain)
  return parsed.ok ? c.get('access')?.find(parsed.value) : undefined
}

/** Whether the caller may do this with a site. */
export function may(c: Context, site: Site, action: SiteAction): boolean {
  return c.get('access')?.may(site, action) ?? false
}

/** What the caller is on a site; undefined: nothing. */
export function roleOn(c: Context, site: Site): Role | undefined {
  return c.get('access')?.roleOf(site)
}

function forbidden(c: Context, error: string): Response {
  return c.json({ error } satisfies ErrorBody, 403)
}

function unauthorized(c: Context): Response {
  const error =
    c.req.header('authorization') === undefined
      ? 'Sign in on the dashboard, or send an API key as "Authorization: Bearer KEY".'
      : 'This API key is unknown, over or was revoked. Make a new one under "API keys" on the dashboard, or with "hanki key add".'
  return c.json({ error } satisfies ErrorBody, 401)
}
