import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { addressDigest } from '../core/identity/visitor-id.ts'
import type { TruncatedNetwork } from '../core/ids.ts'
import type { ClientAddress } from '../ingest/request-facts.ts'
import { forwardedHops } from './forwarded-header.ts'
import { headerText } from './header-text.ts'

/** 4 bytes of an IPv4 address, 16 of an IPv6 address; IPv4 inside IPv6 is IPv4. */
type Address = readonly number[]
type Network = readonly [Address, number]

/** Prefixes that are kept, in bytes: /24 and /48 leave the country right for 99.8 % of European addresses. */
const KEPT_BYTES = { ipv4: 3, ipv6: 6 } as const

/** Most proxies of a forwarding header that are looked at. */
const MAX_HOPS = 20

/** Most proxies that are remembered; only trusted ones ever are, never a client. */
const MAX_PROXIES = 64

/** Whose word about a client's address is believed. */
export interface AddressTrust {
  /** Networks of proxies, CIDR. */
  readonly trustedProxies: readonly string[]
  /** The one header that they put the client's address into, lower case; undefined for X-Forwarded-For, else Forwarded. */
  readonly addressHeader: string | undefined
}

export type RequestAddress = ClientAddress & { readonly isDirect: boolean }

/** Reads clients' addresses; the addresses themselves stay in this file. */
export interface ClientAddressReader {
  /** The client of a request; `isDirect` when the socket is its own and no proxy's. */
  ofRequest(socketAddress: string | undefined, headers: IncomingHttpHeaders): RequestAddress
  /** The address that a server-side caller tells; undefined when it is none. */
  ofText(text: unknown): ClientAddress | undefined
  /**
   * True when a request came from a private address, told of another one, and was not believed: most likely a proxy
   * that `HANKI_TRUSTED_PROXIES` does not name.
   */
  hasSeenUnknownProxy(): boolean
}

/**
 * The only code that sees a client's address. The address lives in a closure until the request is answered;
 * nothing can read it out of there.
 * Forwarding headers are read from the right, first entry that is no trusted proxy, and only when the socket is one.
 */
export function clientAddressReader({ trustedProxies, addressHeader }: AddressTrust): ClientAddressReader {
  const trusted = trustedProxies.map(toNetwork)
  /** Proxies by the text of their address: the same few bring every request. */
  const proxies = new Map<string, Address>()
  let hasSeenUnknownProxy = false

  function socketOf(text: string): { readonly address: Address; readonly isProxy: boolean } {
    const known = proxies.get(text)
    if (known !== undefined) return { address: known, isProxy: true }
    const address = parseAddress(text) ?? [0, 0, 0, 0]
    const isProxy = isIn(address, trusted)
    if (isProxy && proxies.size < MAX_PROXIES) proxies.set(text, address)
    return { address, isProxy }
  }

  return {
    ofRequest(socketAddress, headers) {
      const { address, isProxy } = socketOf(socketAddress ?? '')
      const client = isProxy ? clientOf(address, hopsOf(headers, addressHeader), trusted) : address
      if (!isProxy && !hasSeenUnknownProxy)
        hasSeenUnknownProxy = saysAnother(headers) && isIn(address, OWN_NETWORKS)
      return known(client, !isProxy)
    },
    ofText(text) {
      const address = typeof text === 'string' && text.length <= 100 ? parseAddress(text) : undefined
      return address && known(address, false)
    },
    hasSeenUnknownProxy: () => hasSeenUnknownProxy,
  }
}

/** What may be known of an address. */
function known(address: Address, isDirect: boolean): RequestAddress {
  return {
    network: truncated(address),
    isDirect,
    digests({ current, previous }, precision) {
      const bytes = precision === 'full' ? address : cut(address)
      return {
        current: addressDigest(current, bytes),
        previous: previous && addressDigest(previous, bytes),
      }
    },
    isWithin: networks => networks.length > 0 && isIn(address, networks.map(toNetwork)),
  }
}

function saysAnother(headers: IncomingHttpHeaders): boolean {
  return headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined
}

/** What proxies say of where a request comes from, nearest last. */
function hopsOf(headers: IncomingHttpHeaders, addressHeader: string | undefined): readonly string[] {
  if (addressHeader !== undefined && addressHeader !== 'forwarded') {
    return headerText(headers, addressHeader).split(',').slice(-MAX_HOPS)
  }
  const forwardedFor = addressHeader === undefined ? headerText(headers, 'x-forwarded-for') : ''
  if (forwardedFor !== '') return forwardedFor.split(',').slice(-MAX_HOPS)
  return forwardedHops(headerText(headers, 'forwarded')).slice(-MAX_HOPS)
}

const networks = new Map<string, Network>()

/** Networks are few and come from settings; they are parsed once. */
function toNetwork(text: string): Network {
  const known = networks.get(text)
  if (known !== undefined) return known
  const [address, bits] = ipaddr.parseCIDR(text)
  const network: Network = [address.toByteArray(), bits]
  if (networks.size >= 10_000) networks.clear()
  networks.set(text, network)
  return network
}

/** Addresses of no network but one's own (RFC 1918, RFC 4193, RFC 6598), as Docker and load balancers have. */
const OWN_NETWORKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'].map(
  toNetwork,
)

const MAPPED = [toNetwork('::ffff:0:0/96')]

function clientOf(socket: Address, hops: readonly string[], trusted: readonly Network[]): Address {
  let address = socket
  for (const hop of hops.toReversed()) {
    if (!isIn(address, trusted)) return address
    const next = parseAddress(hop)
    if (next === undefined) return address
    address = next
  }
  return address
}

/** Accepts `1.2.3.4`, `1.2.3.4:80`, `2001:db8::1`, `[2001:db8::1]:80`, `fe80::1%eth0`. */
function parseAddress(text: string): Address | undefined {
  const trimmed = text.trim()
  return parseBare(trimmed) ?? parseBare(withoutPort(trimmed))
}

/**
 * Node's own check costs next to nothing: what it lets through, but for zones, the library parses without a fault. A zone is
 * the link that an address is on, which only its own machine knows (RFC 4007 §11).
 */
function parseBare(text: string): Address | undefined {
  const version = isIP(text)
  if (version === 4) return text.split('.').map(Number)
  return version === 6 ? unmapped(ipaddr.IPv6.parse(text.replace(/%.*/, '')).toByteArray()) : undefined
}

function withoutPort(text: string): string {
  return text.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
}

/** IPv4 inside IPv6 is IPv4 (RFC 4291 §2.5.5.2). */
function unmapped(address: Address): Address {
  return isIn(address, MAPPED) ? address.slice(12) : address
}

function isIn(address: Address, ranges: readonly Network[]): boolean {
  return ranges.some(
    ([network, bits]) => address.length === network.length && matches(address, network, bits),
  )
}

/** True when the first `bits` of both are equal. */
function matches(address: Address, network: Address, bits: number): boolean {
  for (let index = 0; index * 8 < bits; index++) {
    const difference = (address[index] ?? 0) ^ (network[index] ?? 0)
    if ((difference & maskByte(bits - index * 8)) !== 0) return false
  }
  return true
}

function truncated(address: Address): TruncatedNetwork {
  const kept = cut(address)
  return (kept.length === 4 ? kept.join('.') : ipaddr.fromByteArray([...kept]).toString()) as TruncatedNetwork
}

function cut(address: Address): Address {
  const keptBytes = address.length === 4 ? KEPT_BYTES.ipv4 : KEPT_BYTES.ipv6
  return address.map((byte, index) => (index < keptBytes ? byte : 0))
}

/** The byte that keeps the first `bits` of eight: 0 for none, 255 for all. */
function maskByte(bits: number): number {
  return bits >= 8 ? 255 : bits <= 0 ? 0 : (0xff00 >> bits) & 255
}
