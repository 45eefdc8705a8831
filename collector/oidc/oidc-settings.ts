import ipaddr from 'ipaddr.js'
import { parseUrl } from '../core/parse-url.ts'

/** How people sign in with a provider of OpenID Connect. Secret: it may hold the client's secret. */
export interface OidcSettings {
  /** The provider's name for itself: `https:`, or `http:` on this machine. As it was typed, for it is compared letter by letter. */
  readonly issuer: string
  readonly clientId: string
  /** Undefined: a public client, which PKCE protects alone. */
  readonly clientSecret: string | undefined
  /** What the button calls it. */
  readonly name: string
  /** Nobody signs in with a password. */
  readonly isOnly: boolean
  /** Every sign-in of the provider counts as one with a second factor; otherwise only where it says so itself. */
  readonly vouchesForSecondFactor: boolean
}

/** An issuer as providers are named (OpenID Connect Discovery 1.0, 3); undefined when it is none. */
export function parseIssuer(text: string): string | undefined {
  const url = parseUrl(text)
  if (url === undefined) return undefined
  const isPlain = url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return isPlain && !/[?#]$/.test(text) && isSafeAddress(url) ? text : undefined
}

/** True for an address that may be talked to: by TLS, or on this machine. */
export function isSafeAddress(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url))
}

/** True when a host name means this machine, whatever a name server says. */
export function isThisMachine({ hostname }: Pick<URL, 'hostname'>): boolean {
  if (hostname === 'localhost') return true
  const range = addressRange({ hostname })
  return range === 'loopback'
}

/** The kind of network of a host that is given as an IP address, such as `private`; undefined for a name. */
export function addressRange({ hostname }: Pick<URL, 'hostname'>): string | undefined {
  const address = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(address) ? ipaddr.process(address).range() : undefined
}
