import { getDomain } from 'tldts'
import { hostOf } from '../event/page-url.ts'
import { MAX_HOST_CHARACTERS } from './listed-host.ts'

/** Where a visit came from outside the site. */
export interface Referrer {
  /** Host in ASCII (punycode), lower case, without `www.`; or an app's id, such as `com.google.android.gm`. */
  readonly host: string
  /** True for `android-app://` and `ios-app://`. */
  readonly isApp: boolean
}

const SCHEME = /^\s*(?:https?|((?:android|ios)-app)):/i
const APP_ID = /^[\w.-]+$/
/** URLs have every notation of IPv4 (`0x7f.1`, `2130706433`) made into this one, and IPv6 in brackets. */
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}$|\[)/

/**
 * The host of a referrer; undefined when there is none, or none from outside.
 * Inside are the site's host, all hosts of its registrable domain, and localhost. An IP address is no referrer
 * either: it is a private network, or may be somebody's home. Throws nothing, whatever the text.
 */
export function parseReferrer(text: string, siteDomain: string): Referrer | undefined {
  const scheme = SCHEME.exec(text)
  if (scheme === null) return undefined
  const isApp = scheme[1] !== undefined
  const host = withoutClosingDots(hostOf(text))
  if (host === '' || host.length > MAX_HOST_CHARACTERS || ADDRESS.test(host)) return undefined
  if (isApp) return APP_ID.test(host) ? { host, isApp } : undefined
  return isWithin(host, 'localhost') || isOwnHost(host, siteDomain) ? undefined : { host, isApp }
}

/** Of `a.github.io` the registrable domain is itself: its neighbours are other people's. */
function isOwnHost(host: string, siteDomain: string): boolean {
  if (isWithin(host, siteDomain)) return true
  const registrable = getDomain(siteDomain, { allowPrivateDomains: true })
  return registrable !== null && isWithin(host, registrable)
}

function isWithin(host: string, domain: string): boolean {
  return host.endsWith(domain) && (host.length === domain.length || host.at(-domain.length - 1) === '.')
}

/** By hand, since `/\.+$/` is quadratic on dots within. */
function withoutClosingDots(host: string): string {
  let end = host.length
  while (end > 0 && host[end - 1] === '.') end--
  return host.slice(0, end)
}
