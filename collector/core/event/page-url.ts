import { hashQuery, pagePath } from '../page/page-path.ts'
import { parseUrl } from '../parse-url.ts'

/** Hostname of a page whose URL has no host (an app's own scheme). */
export const NO_HOST = '(none)'

/** No pages, but data, code, or somebody's address. */
const REFUSED_PROTOCOLS = new Set(['data:', 'javascript:', 'blob:', 'mailto:', 'tel:', 'sms:'])

/** The parts of a page's URL that Hanki may use; `path` and `parameters` never leave the pipeline. */
export interface PageUrl {
  /** ASCII (punycode), lower case, without `www.`. */
  readonly hostname: string
  /** Decoded path, with its hash route; what `pageOf` makes a site's page of. */
  readonly path: string
  /** Of the query, then of a hash route's own. */
  readonly parameters: URLSearchParams
}

/** Reads a page's URL; `keepFragment` makes `#fragment` part of the page. Undefined when it is no URL that can be tracked. */
export function parsePageUrl(text: string, keepFragment: boolean): PageUrl | undefined {
  const url = parseUrl(text)
  if (url === undefined || REFUSED_PROTOCOLS.has(url.protocol)) return undefined
  const path = pagePath(url, keepFragment)
  const parameters = keepFragment ? withHashQuery(url) : url.searchParams
  return {
    hostname: withoutWww(url.hostname.toLowerCase()) || NO_HOST,
    path,
    parameters,
  }
}

/** Host of a URL in lower case without `www.`; empty when there is none. */
export function hostOf(text: string): string {
  if (text === '') return ''
  return withoutWww(parseUrl(text)?.hostname.toLowerCase() ?? '')
}

/** Routers behind `#` write their parameters there too. */
function withHashQuery({ searchParams, hash }: URL): URLSearchParams {
  const query = hashQuery(hash)
  return query === '' ? searchParams : new URLSearchParams([...searchParams, ...new URLSearchParams(query)])
}

/** True when a page on this host belongs to the site: its domain, a subdomain of it, or an app without a host. */
export function belongsToSite(hostname: string, siteDomain: string): boolean {
  return hostname === siteDomain || hostname === NO_HOST || hostname.endsWith(`.${siteDomain}`)
}

/** The host without a leading `www.` and without a closing dot. */
export function withoutWww(host: string): string {
  return host.replace(/^www\./, '').replace(/\.$/, '')
}
