/** Hostname of a page whose URL has no host (an app's own scheme). */
export const NO_HOST = '(none)'

/** Longest page that is kept, in characters. */
const MAX_PAGE_CHARACTERS = 1_000

/** The parts of a page's URL that Hanki may use; `parameters` never leave the pipeline. */
export interface PageUrl {
  readonly hostname: string
  readonly page: string
  readonly parameters: URLSearchParams
}

/** Reads a page's URL; `keepFragment` makes `#fragment` part of the page. Undefined when it is no URL that can be tracked. */
export function parsePageUrl(text: string, keepFragment: boolean): PageUrl | undefined {
  const url = parseUrl(text)
  if (url === undefined) return undefined
  if (url.protocol === 'data:' || url.protocol === 'javascript:' || url.protocol === 'blob:') return undefined
  const path = withoutControls(decoded(url.pathname) + (keepFragment ? decoded(url.hash) : ''))
  return {
    hostname: withoutWww(url.hostname.toLowerCase()) || NO_HOST,
    page: foldSlash(path.trimEnd()).slice(0, MAX_PAGE_CHARACTERS).toWellFormed(),
    parameters: url.searchParams,
  }
}

/** Host of a URL in lower case without `www.`; empty when there is none. */
export function hostOf(text: string): string {
  if (text === '') return ''
  return withoutWww(parseUrl(text)?.hostname.toLowerCase() ?? '')
}

/** One parse for the good ones, which are nearly all; `canParse` first would make it two. */
function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** True when a page on this host belongs to the site: its domain, a subdomain of it, or an app without a host. */
export function belongsToSite(hostname: string, siteDomain: string): boolean {
  return hostname === siteDomain || hostname === NO_HOST || hostname.endsWith(`.${siteDomain}`)
}

/** The host without a leading `www.` and without a closing dot. */
export function withoutWww(host: string): string {
  return host.replace(/^www\./, '').replace(/\.$/, '')
}

/** Percent-decoded as far as it is valid UTF-8; the rest stays as it was sent. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `/a/` and `/a` are one page; the path of nothing is `/`. */
function foldSlash(path: string): string {
  const rooted = path.startsWith('/') ? path : `/${path}`
  return rooted.length > 1 && rooted.endsWith('/') ? rooted.replace(/\/+$/, '') || '/' : rooted
}

/** `%00` and its kind decode to characters that no page name has. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '')
}
