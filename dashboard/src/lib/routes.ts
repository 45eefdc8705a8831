/** The screens of the dashboard. */
export type Route =
  | {
      readonly screen:
        | 'home'
        | 'sites'
        | 'sign-in'
        | 'setup'
        | 'invitation'
        | 'reset'
        | 'forgotten'
        | 'account'
        | 'audit'
        | 'accounts'
        | 'new-site'
        | 'unknown'
    }
  /** A link's by its token; what is public of a site; in a frame, either by its name. */
  | { readonly screen: 'shared'; readonly name?: string }
  | { readonly screen: 'stats' | SiteScreen; readonly domain: string }

/** The screens beside a site's statistics; each lies below the site's path by its name. */
const SITE_SCREENS = [
  'goals',
  'funnels',
  'people',
  'keys',
  'sharing',
  'install',
  'counting',
  'settings',
] as const
type SiteScreen = (typeof SITE_SCREENS)[number]

/** The screen that a path leads to; `unknown` for any other path. */
export function toRoute(path: string): Route {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
  switch (trimmed) {
    case '/':
      return { screen: 'home' }
    case '/sites':
      return { screen: 'sites' }
    case '/sign-in':
      return { screen: 'sign-in' }
    case '/setup':
      return { screen: 'setup' }
    case '/account':
      return { screen: 'account' }
    case '/accounts':
      return { screen: 'accounts' }
    case '/audit':
      return { screen: 'audit' }
    case '/reset':
      return { screen: 'reset' }
    case '/forgotten':
      return { screen: 'forgotten' }
    case '/share':
      return { screen: 'shared' }
    case '/invitation':
      return { screen: 'invitation' }
    case '/sites/new':
      return { screen: 'new-site' }
  }
  const [, name] = /^\/(?:share|embed)\/([\w.-]+)$/.exec(trimmed) ?? []
  if (name !== undefined) return { screen: 'shared', name }
  const [, domain, part] = /^\/sites\/([^/]+)(?:\/(\w+))?$/.exec(trimmed) ?? []
  const screen = part === undefined ? 'stats' : SITE_SCREENS.find(one => one === part)
  if (domain === undefined || screen === undefined) return { screen: 'unknown' }
  try {
    return { screen, domain: decodeURIComponent(domain).toLowerCase() }
  } catch {
    // A broken percent-encoding names no site.
    return { screen: 'unknown' }
  }
}

/** What `?oidc=` says became of signing in with the provider; empty: nothing. The words for it are never in the address. */
export function toProviderOutcome(search: string): string {
  return new URLSearchParams(search).get('oidc') ?? ''
}

/** The address to return to after signing in: a path of this origin, else `/`. Refuses `//host` and other schemes. */
export function toReturnPath(search: string): string {
  const wanted = new URLSearchParams(search).get('return')
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}
