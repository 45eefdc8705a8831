import ipaddr from 'ipaddr.js'
import { getDomain } from 'tldts'
import { hostOf } from '../event/page-url.ts'

/** Where a page was opened from. */
export interface Referrer {
  /** Host without `www.`, or the app's id; empty for none. */
  readonly name: string
  readonly isApp: boolean
}

const NONE: Referrer = { name: '', isApp: false }
const APP = /^(android|ios)-app:/i

/** Reads a referrer; the site itself, its registrable domain with all below it, and this machine or its network are none. */
export function readReferrer(referrer: string, siteDomain: string): Referrer {
  if (referrer === '') return NONE
  const name = hostOf(referrer)
  if (name === '') return NONE
  if (APP.test(referrer)) return { name, isApp: true }
  return isLocal(name) || isOwn(name, siteDomain) ? NONE : { name, isApp: false }
}

/** Sites below a shared suffix such as `github.io` are strangers to each other. */
function isOwn(host: string, siteDomain: string): boolean {
  const own = getDomain(siteDomain, { allowPrivateDomains: true }) ?? siteDomain
  return host === siteDomain || host === own || host.endsWith(`.${own}`)
}

/** Names and addresses that are the same everywhere and mean another machine each time. */
function isLocal(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local')) return true
  const address = host.replace(/^\[|\]$/g, '')
  return /^[\d.]+$|:/.test(address) && ipaddr.isValid(address) && ipaddr.parse(address).range() !== 'unicast'
}
