import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import type { Day, SiteId } from '../../../collector/core/ids.ts'
import { clientAddressReader } from '../../../collector/http/client-address.ts'

const key = {
  siteId: 1 as SiteId,
  day: '2026-03-10' as Day,
  endsAtSeconds: 0,
  secret: new Uint8Array(32).fill(3),
}
const keys = { current: key, previous: undefined }
const LOOPBACK = ['127.0.0.0/8', '::1/128']

function read(trustedProxies: readonly string[], addressHeader?: string) {
  const reader = clientAddressReader({ trustedProxies, addressHeader })
  return (socket: string | undefined, forwardedFor?: string, headers: Record<string, string> = {}) =>
    reader.ofRequest(socket, {
      ...headers,
      ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
    })
}

describe('clientAddressReader', () => {
  it.each([
    { why: 'IPv4 is cut to /24', socket: '203.0.113.77', network: '203.0.113.0' },
    { why: 'IPv6 is cut to /48', socket: '2001:db8:1234:5678::9', network: '2001:db8:1234::' },
    { why: 'IPv4 inside IPv6 is IPv4', socket: '::ffff:203.0.113.77', network: '203.0.113.0' },
    {
      why: 'a stranger cannot choose its address',
      socket: '203.0.113.77',
      forwarded: '198.51.100.1',
      network: '203.0.113.0',
    },
    {
      why: 'a trusted proxy is believed',
      socket: '127.0.0.1',
      forwarded: '198.51.100.1',
      network: '198.51.100.0',
    },
    {
      why: 'the list is read from the right',
      socket: '127.0.0.1',
      forwarded: '1.1.1.1, 198.51.100.1',
      network: '198.51.100.0',
    },
    {
      why: 'proxies behind proxies are skipped',
      socket: '::1',
      forwarded: '198.51.100.1, 127.0.0.9',
      network: '198.51.100.0',
    },
    {
      why: 'a port is no part of an address',
      socket: '127.0.0.1',
      forwarded: '198.51.100.1:5000',
      network: '198.51.100.0',
    },
    {
      why: 'brackets are no part of an address',
      socket: '127.0.0.1',
      forwarded: '[2001:db8::1]:5000',
      network: '2001:db8::',
    },
    { why: 'a zone is no part of an address', socket: 'fe80::1%eth0.100', network: 'fe80::' },
    {
      why: 'rubbish ends the reading',
      socket: '127.0.0.1',
      forwarded: '198.51.100.1, <x>',
      network: '127.0.0.0',
    },
    { why: 'a bare number is no address', socket: '127.0.0.1', forwarded: '12345', network: '127.0.0.0' },
    { why: 'nor is one with octal parts', socket: '127.0.0.1', forwarded: '010.0.0.1', network: '127.0.0.0' },
    { why: 'IPv4 has no zones', socket: '127.0.0.1', forwarded: '1.2.3.4%x', network: '127.0.0.0' },
    { why: 'no socket address at all', socket: undefined, network: '0.0.0.0' },
  ])('$why', ({ socket, forwarded, network }) => {
    expect(read(LOOPBACK)(socket, forwarded).network).toBe(network)
  })

  it('writes the network of any address as the library writes it', () => {
    const someZeros = fc.oneof(fc.constant(0), fc.nat(255))
    fc.assert(
      fc.property(fc.array(someZeros, { minLength: 16, maxLength: 16 }), bytes => {
        const address = ipaddr.fromByteArray(bytes)
        const kept = ipaddr.fromByteArray(bytes.map((byte, index) => (index < 6 ? byte : 0)))
        for (const text of [address.toString(), address.toNormalizedString(), `[${address}]:443`]) {
          expect(read([])(text).network).toBe(kept.toString())
        }
        const ipv4 = ipaddr.fromByteArray(bytes.slice(0, 4))
        const network = ipaddr.fromByteArray([...bytes.slice(0, 3), 0]).toString()
        for (const text of [`${ipv4}`, `::ffff:${ipv4}`, `[::ffff:${ipv4}]`, `${ipv4}:80`]) {
          expect(read([])(text).network).toBe(network)
        }
      }),
    )
  })

  it('reads whatever a header says without a fault', () => {
    const groups = fc.array(fc.constantFrom('', '0', 'ffff', '2001', 'x', '1.2.3.4', '01.2.3.4'), {
      maxLength: 9,
    })
    const zones = fc.constantFrom('', '%', '%eth0', '%br-lan', '%0:1.', ']:80', ':80')
    fc.assert(
      fc.property(groups, fc.constantFrom(':', '::', '.'), zones, (parts, between, zone) => {
        const { network } = read(LOOPBACK)('127.0.0.1', `${parts.join(between)}${zone}`)
        expect(ipaddr.isValid(network)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives the same digest for the same address only', () => {
    const digest = (address: string, precision: 'full' | 'network' = 'full') =>
      read(LOOPBACK)(address).digests(keys, precision).current
    expect(digest('203.0.113.77')).toBe(digest('::ffff:203.0.113.77'))
    expect(digest('203.0.113.77')).not.toBe(digest('203.0.113.78'))
    expect(digest('203.0.113.77', 'network')).toBe(digest('203.0.113.78', 'network'))
    expect(digest('203.0.113.77', 'network')).not.toBe(digest('203.0.114.77', 'network'))
  })

  it('holds the address in nothing that can be read or printed', () => {
    const address = read(LOOPBACK)('203.0.113.77')
    const seen = JSON.stringify({ ...address, digests: address.digests(keys, 'full') })
    expect(seen).not.toContain('203.0.113.77')
    expect(seen).not.toContain(Buffer.from([203, 0, 113, 77]).toString('hex'))
  })

  it('trusts only the networks that are named', () => {
    const from = read(['10.1.0.0/16'])
    expect(from('10.1.2.3', '198.51.100.1').network).toBe('198.51.100.0')
    expect(from('10.2.2.3', '198.51.100.1').network).toBe('10.2.2.0')
    expect(from('127.0.0.1', '198.51.100.1').network).toBe('127.0.0.0')
  })

  it.each([
    {
      socket: '172.17.0.1',
      headers: { 'x-forwarded-for': '198.51.100.1' },
      seen: true,
      why: 'as behind Docker',
    },
    { socket: '10.0.0.7', headers: { forwarded: 'for=198.51.100.1' }, seen: true, why: 'the other header' },
    { socket: '172.17.0.1', headers: {}, seen: false, why: 'somebody in the own network' },
    { socket: '203.0.113.7', headers: { 'x-forwarded-for': '1.2.3.4' }, seen: false, why: 'a stranger' },
    { socket: '127.0.0.1', headers: { 'x-forwarded-for': '1.2.3.4' }, seen: false, why: 'a trusted proxy' },
  ])('suspects a proxy of which it was not told: $seen, $why', ({ socket, headers, seen }) => {
    const reader = clientAddressReader({ trustedProxies: LOOPBACK, addressHeader: undefined })
    reader.ofRequest(socket, headers)
    expect(reader.hasSeenUnknownProxy()).toBe(seen)
    reader.ofRequest('127.0.0.1', { 'x-forwarded-for': '1.2.3.4' })
    expect(reader.hasSeenUnknownProxy()).toBe(seen)
  })
})
