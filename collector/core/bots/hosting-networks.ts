import ipaddr from 'ipaddr.js'
import { HOSTING_ROWS } from './hosting-networks/ranges.ts'

/** Ranges of one family, sorted; a place in all three arrays is one range. Numbers are the bits that are kept of an address. */
interface RangeTable {
  readonly starts: Float64Array
  readonly ends: Float64Array
  readonly companies: readonly string[]
}

/** Bits that are kept of an address: see `TruncatedNetwork`. Both fit a double. */
const IPV4_BITS = 24
const IPV6_BITS = 48

const IPV4_RANGES = toTable(4, IPV4_BITS)
const IPV6_RANGES = toTable(16, IPV6_BITS)

/**
 * The company in whose range of rented servers a network lies; undefined for all others and for text that is no network.
 * Programs come out of such networks, people hardly ever, except through a VPN or a company's gateway that stands there:
 * a site can count them with `countHostingNetworks`.
 * The ranges are a hand-made list of large companies and incomplete: undefined does not mean that a person sits there.
 * Reads `203.0.113.0` and `2001:db8::` as `TruncatedNetwork` has them, also with `/24` and `/48` behind. At most 1 µs, no garbage.
 */
export function hostingNetworkOf(network: string): string | undefined {
  const isIpv6 = network.includes(':')
  const bits = isIpv6 ? ipv6Bits(network) : ipv4Bits(network)
  return bits === undefined ? undefined : companyAt(isIpv6 ? IPV6_RANGES : IPV4_RANGES, bits)
}

function companyAt({ starts, ends, companies }: RangeTable, bits: number): string | undefined {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= bits) low = middle + 1
    else high = middle
  }
  const index = low - 1
  return bits <= (ends[index] ?? -1) ? companies[index] : undefined
}

/** The first three numbers of `1.2.3.0`; undefined when it is no IPv4 address. */
function ipv4Bits(text: string): number | undefined {
  let bits = 0
  let value = 0
  let digits = 0
  let dots = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      digits++
      if (digits > 3 || value > 255) return undefined
    } else if (code === 46 && digits > 0 && dots < 3) {
      bits = bits * 256 + value
      value = 0
      digits = 0
      dots++
    } else if (code === 47 && text.endsWith('/24') && index === text.length - 3) break
    else return undefined
  }
  return dots === 3 && digits > 0 ? bits : undefined
}

/** The first three groups of `2001:db8:5::`; undefined when it is no IPv6 address whose other groups are zero. */
function ipv6Bits(text: string): number | undefined {
  const length = text.endsWith('/48') ? text.length - 3 : text.length
  if (length < 2 || !text.startsWith('::', length - 2)) return undefined
  let bits = 0
  let value = 0
  let digits = 0
  let groups = 0
  for (let index = 0; index < length - 1; index++) {
    const code = text.charCodeAt(index)
    const digit = hexValue(code)
    if (digit >= 0 && digits < 4) {
      value = value * 16 + digit
      digits++
    } else if (code === 58 && (digits > 0 || length === 2) && groups < 3) {
      bits = bits * 65_536 + value
      value = 0
      digits = 0
      groups++
    } else return undefined
  }
  for (; groups < 3; groups++) bits *= 65_536
  return bits
}

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 97 && code <= 102) return code - 87
  return code >= 65 && code <= 70 ? code - 55 : -1
}

function toTable(bytes: number, keptBits: number): RangeTable {
  const ranges = HOSTING_ROWS.flatMap(({ company, ranges }) =>
    ranges
      .trim()
      .split(/\s+/)
      .map(range => ipaddr.parseCIDR(range))
      .filter(([address]) => address.toByteArray().length === bytes)
      .map(([address, prefix]) => {
        const start = address
          .toByteArray()
          .slice(0, keptBits / 8)
          .reduce((bits, byte) => bits * 256 + byte, 0)
        return { company, start, end: start + 2 ** (keptBits - prefix) - 1 }
      }),
  ).sort((a, b) => a.start - b.start)
  return {
    starts: Float64Array.from(ranges, ({ start }) => start),
    ends: Float64Array.from(ranges, ({ end }) => end),
    companies: ranges.map(({ company }) => company),
  }
}
