import ipaddr from 'ipaddr.js'

/** What passkeys are bound to: a device signs for this host, and says at which origin it was asked. */
export interface RelyingParty {
  /** Host name (Web Authentication 2, 5.4.2); neither port nor path. */
  readonly id: string
  /** Such as `https://stats.example.com` or `http://localhost:8000`. */
  readonly origin: string
}

/**
 * The relying party of the address at which people reach Hanki; undefined where browsers make no passkeys: without TLS,
 * unless the name is localhost, and at a bare IP address.
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | undefined {
  const { protocol, hostname, origin } = new URL(publicUrl)
  if (ipaddr.isValid(hostname.replace(/^\[|\]$/g, ''))) return undefined
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  return protocol === 'https:' || isLocal ? { id: hostname, origin } : undefined
}

/** The relying party of a Hanki that has no public address: people on the same machine, who call it localhost. */
export function localRelyingParty(host: string, port: number): RelyingParty | undefined {
  const isReachable = ['localhost', '127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)
  return isReachable ? { id: 'localhost', origin: `http://localhost:${port}` } : undefined
}
