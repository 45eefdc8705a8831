/** The screens of the dashboard. */
export type Route =
  | {
      readonly screen:
        | 'home'
        | 'sign-in'
        | 'setup'
        | 'invitation'
        | 'reset'
        | 'forgotten'
        | 'shared'
        | 'account'
        | 'audit'
        | 'accounts'
        | 'new-site'
        | 'unknown'
    }
  | { readonly screen: 'stats' | 'people' | 'keys' | 'sharing' | 'settings'; readonly domain: string }

/** The screens of a site, by what follows its path. */
const SITE_SCREENS: Readonly<Record<string, 'people' | 'keys' | 'sharing' | 'settings'>> = {
  '/people': 'people',
  '/keys': 'keys',
  '/sharing': 'sharing',
  '/settings': 'settings',
}

/** The screen that a path leads to; `unknown` for any other path. */
export function toRoute(path: string): Route {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
  switch (trimmed) {
    case '/':
    case '/sites':
      return { screen: 'home' }
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
  const [, domain, part] = /^\/sites\/([^/]+)(\/people|\/keys|\/sharing|\/settings)?$/.exec(trimmed) ?? []
  if (domain === undefined) return { screen: 'unknown' }
  try {
    return { screen: SITE_SCREENS[part ?? ''] ?? 'stats', domain: decodeURIComponent(domain).toLowerCase() }
  } catch {
    // A broken percent-encoding names no site.
    return { screen: 'unknown' }
  }
}

/** The address to return to after signing in: a path of this origin, else `/`. Refuses `//host` and other schemes. */
export function toReturnPath(search: string): string {
  const wanted = new URLSearchParams(search).get('return')
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}
