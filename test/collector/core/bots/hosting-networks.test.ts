import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import { HOSTING_ROWS } from '../../../../collector/core/bots/hosting-networks/ranges.ts'
import { hostingNetworkOf } from '../../../../collector/core/bots/hosting-networks.ts'

const RANGES = HOSTING_ROWS.flatMap(({ company, ranges }) =>
  ranges
    .trim()
    .split(/\s+/)
    .map(text => {
      const [address, prefix] = ipaddr.parseCIDR(text)
      return { company, text, address, prefix, kind: address.kind() }
    }),
)

const CASES: readonly (readonly [network: string, company: string | undefined, why: string])[] = [
  ['3.120.5.0', 'Amazon Web Services', 'Frankfurt'],
  ['52.95.255.0', 'Amazon Web Services', 'the last of a range'],
  ['52.96.0.0', undefined, 'the first behind it: Microsoft’s mail'],
  ['34.90.1.0', 'Google Cloud', 'Netherlands'],
  ['66.249.66.0', undefined, 'Google itself: its crawlers say who they are'],
  ['20.73.0.0', 'Microsoft Azure', 'Netherlands'],
  ['131.107.1.0', undefined, 'offices of Microsoft'],
  ['5.9.0.0', 'Hetzner', 'the first of a range'],
  ['5.8.255.0', undefined, 'the last before it'],
  ['65.109.7.0', 'Hetzner', 'Finland'],
  ['51.68.10.0', 'OVHcloud', 'France'],
  ['109.190.1.0', undefined, 'home lines of OVH'],
  ['142.93.1.0', 'DigitalOcean', 'a droplet'],
  ['165.232.200.0', undefined, 'a hospital beside DigitalOcean'],
  ['70.34.230.0', undefined, 'home lines in Spain beside Vultr'],
  ['172.104.1.0', 'Linode', 'a server'],
  ['172.225.1.0', undefined, 'Apple’s Private Relay at Akamai: people'],
  ['104.28.1.0', undefined, 'Apple’s Private Relay and WARP at Cloudflare: people'],
  ['146.75.1.0', undefined, 'Apple’s Private Relay at Fastly: people'],
  ['94.237.1.0', 'UpCloud', 'Finland'],
  ['51.15.1.0', 'Scaleway', 'France'],
  ['217.160.0.0', 'IONOS', 'Germany'],
  ['47.100.1.0', 'Alibaba Cloud', 'China'],
  ['91.152.1.0', undefined, 'home lines of Elisa, Finland'],
  ['84.250.1.0', undefined, 'home lines of Telia, Finland'],
  ['87.123.1.0', undefined, 'home lines of 1&1 Versatel, Germany, which is of the house of IONOS'],
  ['10.0.0.0', undefined, 'a private network'],
  ['0.0.0.0', undefined, 'no address was known'],
  ['255.255.255.0', undefined, 'the last of all'],
  ['203.0.113.0/24', undefined, 'a network for documentation'],
  ['5.9.3.0/24', 'Hetzner', 'with its length'],
  ['2a01:4f8:c0c::', 'Hetzner', 'Germany'],
  ['2a01:4f9::', 'Hetzner', 'a third group of zero'],
  ['2A01:4F8:C0C::/48', 'Hetzner', 'capitals, with its length'],
  ['2001:41d0:401::', 'OVHcloud', 'France'],
  ['2600:1f18::', 'Amazon Web Services', 'Virginia'],
  ['2a01:4f7:ffff::', undefined, 'the last before a range'],
  ['2a02:26f7:1::', undefined, 'Apple’s Private Relay at Akamai: people'],
  ['2001:16b8:1::', undefined, 'home lines of 1&1 Versatel, Germany'],
  ['2001:db8::', undefined, 'a network for documentation'],
  ['::', undefined, 'no address was known'],
  ['', undefined, 'nothing'],
  ['5.9.3', undefined, 'three numbers'],
  ['5.9.3.0.1', undefined, 'five numbers'],
  ['5.999.3.0', undefined, 'no byte'],
  ['5..3.0', undefined, 'a number left out'],
  ['5.9.3.0/16', undefined, 'another length'],
  ['2a01:4f8:1:2::', undefined, 'four groups'],
  ['2a01:4f8::1', undefined, 'a whole address'],
  ['2a01:4f8', undefined, 'no address'],
  ['2a01:4f8:12345::', undefined, 'no group'],
  ['hetzner', undefined, 'a word'],
]

describe('hostingNetworkOf', () => {
  it.each(CASES)('takes %s for %s: %s', (network, company) => {
    expect(hostingNetworkOf(network)).toBe(company)
  })

  it('agrees with a search through every range, for any network', () => {
    fc.assert(
      fc.property(fc.oneof(anyIpv4(), anyIpv6()), network => {
        expect(hostingNetworkOf(network)).toBe(reference(network))
      }),
      { numRuns: 3_000 },
    )
  })

  it('agrees with it at the edges of every range', () => {
    const edges = RANGES.flatMap(({ text, kind }) => {
      const step = kind === 'ipv4' ? 24 : 48
      const bits = kind === 'ipv4' ? 32 : 128
      const [address, prefix] = ipaddr.parseCIDR(text)
      const first = toNumber(address.toByteArray())
      const last = first + (1n << BigInt(bits - prefix)) - (1n << BigInt(bits - step))
      const size = 1n << BigInt(bits - step)
      return [first - size, first, last, last + size].map(number => toText(number, bits / 8))
    })
    expect(edges.filter(edge => hostingNetworkOf(edge) !== reference(edge))).toEqual([])
  })

  it('throws at nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        text => hostingNetworkOf(text) === undefined || reference(text) !== undefined,
      ),
    )
  })
})

describe('HOSTING_ROWS', () => {
  it('have a company once, a reason and ranges', () => {
    const companies = HOSTING_ROWS.map(({ company }) => company)
    expect(new Set(companies).size).toBe(companies.length)
    expect(HOSTING_ROWS.filter(({ why, ranges }) => why === '' || ranges.trim() === '')).toEqual([])
  })

  it('have ranges of /8 to /24 and, in IPv6, /16 to /48', () => {
    const odd = RANGES.filter(({ prefix, kind }) =>
      kind === 'ipv4' ? prefix < 8 || prefix > 24 : prefix < 16 || prefix > 48,
    )
    expect(odd).toEqual([])
  })

  it('have ranges that begin where their length says', () => {
    expect(RANGES.filter(({ text, address }) => networkAddress(text) !== address.toString())).toEqual([])
  })

  it('have no range in another, of whichever company', () => {
    const overlapping = RANGES.flatMap((range, index) =>
      RANGES.slice(index + 1)
        .filter(
          other =>
            other.kind === range.kind &&
            (range.address.match(other.address, other.prefix) ||
              other.address.match(range.address, range.prefix)),
        )
        .map(other => `${range.text} ${range.company}, ${other.text} ${other.company}`),
    )
    expect(overlapping).toEqual([])
  })

  it('stand in the order of their addresses', () => {
    for (const { ranges } of HOSTING_ROWS) {
      const numbers = ranges
        .trim()
        .split(/\s+/)
        .map(text => ipaddr.parseCIDR(text)[0].toByteArray())
        .map(bytes => [bytes.length, toNumber(bytes)] as const)
      const sorted = numbers.toSorted(([lengthA, a], [lengthB, b]) => lengthA - lengthB || (a < b ? -1 : 1))
      expect(numbers).toEqual(sorted)
    }
  })
})

/** Range by range, with ipaddr.js alone. */
function reference(network: string): string | undefined {
  const text = network.replace(/\/(24|48)$/, '')
  if (!ipaddr.isValid(text)) return undefined
  const address = ipaddr.parse(text)
  return RANGES.find(
    ({ kind, address: start, prefix }) => kind === address.kind() && address.match(start, prefix),
  )?.company
}

function networkAddress(text: string): string {
  return text.includes(':')
    ? ipaddr.IPv6.networkAddressFromCIDR(text).toString()
    : ipaddr.IPv4.networkAddressFromCIDR(text).toString()
}

function anyIpv4(): fc.Arbitrary<string> {
  return fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map(bytes => `${bytes.join('.')}.0`)
}

/** Half of them near a range: nearly all of IPv6 is empty. */
function anyIpv6(): fc.Arbitrary<string> {
  const group = fc.nat(0xffff)
  const starts = RANGES.filter(({ kind }) => kind === 'ipv6').map(({ address }) => address.toByteArray())
  const near = fc
    .tuple(fc.constantFrom(...starts), group, fc.nat(2))
    .map(([bytes, third, jump]) => [
      bytes[0],
      bytes[1],
      bytes[2],
      ((bytes[3] ?? 0) + jump) % 256,
      third >> 8,
      third & 255,
    ])
  const anywhere = fc.array(fc.nat(255), { minLength: 6, maxLength: 6 })
  return fc
    .oneof(near, anywhere)
    .map(bytes =>
      ipaddr.fromByteArray([...bytes.map(byte => byte ?? 0), ...new Array<number>(10).fill(0)]).toString(),
    )
}

function toNumber(bytes: readonly number[]): bigint {
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
}

function toText(number: bigint, length: number): string {
  const bytes = Array.from({ length }, (_, index) =>
    Number((number >> BigInt((length - 1 - index) * 8)) & 255n),
  )
  return ipaddr.fromByteArray(bytes).toString()
}
