import { isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'
import { addressDigest } from '../core/identity/visitor-id.ts'
import type { TruncatedNetwork } from '../core/ids.ts'
import type { CurrentKeys } from '../ingest/day-keys.ts'
import type { AddressDigests } from '../ingest/request-facts.ts'

/** 4 bytes of an IPv4 address, 16 of an IPv6 address; IPv4 inside IPv6 is IPv4. */
type Address = readonly number[]
type Network = readonly [Address, number]

/** Prefixes that are kept, in bytes: /24 and /48 leave the country right for 99.8 % of European addresses. */
const KEPT_BYTES = { ipv4: 3, ipv6: 6 } as const

/** Most entries of X-Forwarded-For that are looked at. */
const MAX_HOPS = 20

/** Most proxies that are remembered; only trusted ones ever are, never a client. */
const MAX_PROXIES = 64

/** What may be known of the sender: the only things that leave this file. */
export interface ClientAddress {
  readonly network: TruncatedNetwork
  /** Digests of the address under a site's day keys. */
  digests(keys: CurrentKeys): AddressDigests
}

/** Reads the client's address of a request; set up once with the networks whose forwarding header is believed. */
export type ClientAddressReader = (
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
) => ClientAddress

/**
 * The only code that sees a client's address. The address lives in a closure until the request is answered;
 * nothing can read it out of there.
 * X-Forwarded-For is read from the right, first entry that is no trusted proxy, and only when the socket is one.
 */
export function clientAddressReader(trustedProxies: readonly string[]): ClientAddressReader {
  const trusted = trustedProxies.map((network): Network => {
    const [address, bits] = ipaddr.parseCIDR(network)
    return [address.toByteArray(), bits]
  })
  /** Proxies by the text of their address: the same few bring every request. */
  const proxies = new Map<string, Address>()
  return (socketAddress, forwardedFor) => {
    const known = proxies.get(socketAddress ?? '')
    const socket = known ?? parseAddress(socketAddress ?? '') ?? [0, 0, 0, 0]
    if (known === undefined && proxies.size < MAX_PROXIES && isTrusted(socket, trusted)) {
      proxies.set(socketAddress ?? '', socket)
    }
    const address = clientOf(socket, forwardedFor, trusted)
    const bytes = Uint8Array.from(address)
    return {
      network: truncated(address),
      digests: ({ current, previous }) => ({
        current: addressDigest(current, bytes),
        previous: previous && addressDigest(previous, bytes),
      }),
    }
  }
}

function clientOf(socket: Address, forwardedFor: string | undefined, trusted: readonly Network[]): Address {
  let address = socket
  if (forwardedFor === undefined || forwardedFor === '') return address
  const hops = forwardedFor.split(',').slice(-MAX_HOPS).reverse()
  for (const hop of hops) {
    if (!isTrusted(address, trusted)) return address
    const next = parseAddress(hop)
    if (next === undefined) return address
    address = next
  }
  return address
}

/** Accepts `1.2.3.4`, `1.2.3.4:80`, `2001:db8::1`, `[2001:db8::1]:80`. */
function parseAddress(text: string): Address | undefined {
  const trimmed = text.trim()
  if (isIPv4(trimmed)) return trimmed.split('.').map(Number)
  const bare = trimmed.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toByteArray() : undefined
}

function isTrusted(address: Address, trusted: readonly Network[]): boolean {
  return trusted.some(
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
  if (address.length === 4) {
    return `${address.slice(0, KEPT_BYTES.ipv4).join('.')}.0` as TruncatedNetwork
  }
  const bytes = address.map((byte, index) => (index < KEPT_BYTES.ipv6 ? byte : 0))
  return ipaddr.fromByteArray(bytes).toString() as TruncatedNetwork
}

/** The byte that keeps the first `bits` of eight: 0 for none, 255 for all. */
function maskByte(bits: number): number {
  return bits >= 8 ? 255 : bits <= 0 ? 0 : (0xff00 >> bits) & 255
}
