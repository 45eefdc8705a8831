import { describe, expect, it } from 'vitest'
import { forwardedHops } from '../../../collector/http/forwarded-header.ts'

describe('forwardedHops', () => {
  it.each([
    { header: 'for=192.0.2.60;proto=http;by=203.0.113.43', hops: ['192.0.2.60'], why: 'one of RFC 7239' },
    {
      header: 'for=192.0.2.43, for=198.51.100.17',
      hops: ['192.0.2.43', '198.51.100.17'],
      why: 'two proxies',
    },
    { header: 'For="[2001:db8:cafe::17]:4711"', hops: ['[2001:db8:cafe::17]:4711'], why: 'IPv6 in quotes' },
    { header: 'for="a,b;for=1.1.1.1";proto=http', hops: ['a,b;for=1.1.1.1'], why: 'signs in quotes' },
    { header: 'for="a\\"b"', hops: ['a"b'], why: 'escaped signs' },
    { header: 'proto=https;for = 192.0.2.1', hops: ['192.0.2.1'], why: 'blanks and another order' },
    { header: 'proto=https', hops: [''], why: 'no address at all' },
    { header: 'for=_hidden, for=unknown', hops: ['_hidden', 'unknown'], why: 'names that hide an address' },
    { header: '', hops: [], why: 'nothing' },
    { header: 'for="never closed, for=1.1.1.1', hops: ['"never'], why: 'a quote that never ends' },
  ])('reads $why', ({ header, hops }) => {
    expect(forwardedHops(header)).toEqual(hops)
  })

  it('takes hostile text for what it is', () => {
    expect(forwardedHops(`${'for="\\'.repeat(4_000)}`)).toHaveLength(1)
    expect(forwardedHops(`${';'.repeat(16_000)}for`)).toEqual([''])
  })
})
