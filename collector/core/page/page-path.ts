import { percentDecoded } from './percent-decoded.ts'
import { isRefusedParameter } from './refused-parameters.ts'
import { visibleText } from './visible-text.ts'

/** `;name=value` in a path (RFC 3986 §3.3). */
const PATH_PARAMETER = /;([\w.-]{1,40})=[^/;?#]*/g
/** ASP.NET without cookies: `/(S(lit3py55t21z5v55vlm25s55))/orders.aspx`. */
const ASP_SESSION = /\/\((?:[A-Z]\([0-9A-Za-z_-]{1,200}\)){1,4}\)(?=\/|$)/g
/** The account's name in the path of a local file. */
const HOME_FOLDER = /^((?:\/[A-Za-z]:)?\/(?:Users|home|Documents and Settings)\/)[^/]+/i

/**
 * The path of a URL, decoded once, with what can be seen only, without session ids; and the route behind `#` when the
 * page asks for it. Begins with `/`. Not yet a page: no rule of a site has been applied and nothing has been screened.
 */
export function pagePath(url: URL, keepFragment: boolean): string {
  const path = visibleText(percentDecoded(url.pathname)).replaceAll('\\', '/').trimEnd()
  const route = keepFragment ? hashRoute(url.hash) : ''
  const whole = withoutSessions(`${path.startsWith('/') ? '' : '/'}${path}${route}`)
  return url.protocol === 'file:' ? whole.replace(HOME_FOLDER, '$1*') : whole
}

/** Query of a hash route (`#/search?q=…`); empty when there is none. */
export function hashQuery(hash: string): string {
  const mark = hash.indexOf('?')
  return mark === -1 ? '' : hash.slice(mark + 1)
}

/**
 * `#/cart` or `#top`, without its query and without what browsers are told to highlight (`:~:text=`). A fragment of
 * pairs (`#access_token=…&state=…`) is the answer of a sign-in and no route.
 */
function hashRoute(hash: string): string {
  const encoded = hash.split('?', 1)[0]?.split(':~:', 1)[0] ?? ''
  const route = visibleText(percentDecoded(encoded)).trimEnd()
  return /^#[^/]*=/.test(route) || route === '#' ? '' : route
}

function withoutSessions(path: string): string {
  const open = path.includes('/(') ? path.replace(ASP_SESSION, '') || '/' : path
  if (!open.includes(';')) return open
  return open.replace(PATH_PARAMETER, (whole, name: string) => (isRefusedParameter(name) ? '' : whole))
}
