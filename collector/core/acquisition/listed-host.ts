/** DNS allows no more (RFC 1035 §2.3.4); what is longer is on no list, and would take long to look up. */
export const MAX_HOST_CHARACTERS = 253

/** What a list of hosts is asked: a `Map` by host or a `Set` of hosts, in lower case. */
interface HostList {
  has(host: string): boolean
}

/**
 * The longest listed host that is this host or a parent domain of it; undefined for none.
 * By whole labels only: `mail.x.com` is within `x.com`, `netflix.com` is not.
 */
export function listedHost(host: string, list: HostList): string | undefined {
  if (host.length > MAX_HOST_CHARACTERS) return undefined
  let domain = host
  while (!list.has(domain)) {
    const dot = domain.indexOf('.')
    if (dot === -1) return undefined
    domain = domain.slice(dot + 1)
  }
  return domain
}
