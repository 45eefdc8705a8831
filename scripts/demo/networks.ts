import type { Random, Weighted } from './random.ts'

interface Country extends Weighted {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  /** IPv4 ranges of access providers: first address and prefix length. */
  readonly v4: readonly (readonly [string, number])[]
  /** First groups of IPv6 ranges of access providers. */
  readonly v6: readonly string[]
  readonly languages: readonly (Weighted & { readonly header: string })[]
}

/** Share of visitors that reach the shop over IPv6. */
const IPV6_SHARE = 0.38

/**
 * Where the shop's visitors live. The ranges belong to access providers of the country;
 * a test looks every one of them up in the country data that the collector uses.
 */
export const COUNTRIES: readonly Country[] = [
  {
    code: 'FI',
    weight: 82,
    v4: [
      ['91.152.0.0', 14],
      ['87.92.0.0', 16],
      ['84.248.0.0', 14],
      ['85.76.0.0', 16],
      ['176.93.0.0', 16],
      ['37.33.0.0', 16],
      ['188.238.0.0', 16],
      ['109.240.0.0', 16],
      ['46.132.0.0', 16],
      ['80.222.0.0', 16],
    ],
    v6: ['2001:14ba', '2001:14bb', '2001:999', '2001:99a', '2001:2003'],
    languages: [
      { weight: 86, header: 'fi-FI,fi;q=0.9,en-US;q=0.8,en;q=0.7' },
      { weight: 6, header: 'sv-FI,sv;q=0.9,fi;q=0.8,en;q=0.7' },
      { weight: 8, header: 'en-GB,en;q=0.9,fi;q=0.8' },
    ],
  },
  {
    code: 'SE',
    weight: 5,
    v4: [
      ['81.224.0.0', 14],
      ['85.224.0.0', 13],
      ['78.64.0.0', 13],
      ['213.64.0.0', 14],
    ],
    v6: ['2001:2040', '2001:2042', '2a00:801', '2a02:aa1'],
    languages: [
      { weight: 80, header: 'sv-SE,sv;q=0.9,en-US;q=0.8,en;q=0.7' },
      { weight: 20, header: 'fi-FI,fi;q=0.9,sv;q=0.8' },
    ],
  },
  {
    code: 'EE',
    weight: 3,
    v4: [
      ['90.190.0.0', 16],
      ['90.191.0.0', 16],
      ['213.35.128.0', 17],
      ['82.131.0.0', 17],
    ],
    v6: ['2001:7d0'],
    languages: [
      { weight: 85, header: 'et-EE,et;q=0.9,en;q=0.8' },
      { weight: 15, header: 'fi-FI,fi;q=0.9,et;q=0.8' },
    ],
  },
  {
    code: 'NO',
    weight: 2.6,
    v4: [
      ['84.208.0.0', 14],
      ['88.88.0.0', 14],
      ['85.164.0.0', 15],
    ],
    v6: ['2a01:799', '2a01:79c', '2a02:2121'],
    languages: [{ weight: 1, header: 'nb-NO,nb;q=0.9,no;q=0.8,en;q=0.7' }],
  },
  {
    code: 'DE',
    weight: 2.4,
    v4: [
      ['87.128.0.0', 12],
      ['91.0.0.0', 12],
      ['79.192.0.0', 12],
      ['93.192.0.0', 12],
    ],
    v6: ['2003:c0', '2003:e5', '2a02:8108', '2a02:810d'],
    languages: [{ weight: 1, header: 'de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7' }],
  },
  {
    code: 'NL',
    weight: 1.1,
    v4: [
      ['84.80.0.0', 14],
      ['86.80.0.0', 13],
      ['77.160.0.0', 13],
    ],
    v6: ['2a02:a440', '2a02:a210'],
    languages: [{ weight: 1, header: 'nl-NL,nl;q=0.9,en;q=0.8' }],
  },
  {
    code: 'FR',
    weight: 0.9,
    v4: [
      ['82.64.0.0', 14],
      ['86.192.0.0', 12],
    ],
    v6: ['2a01:cb00', '2a01:e34', '2a01:e0a'],
    languages: [{ weight: 1, header: 'fr-FR,fr;q=0.9,en;q=0.8' }],
  },
  {
    code: 'DK',
    weight: 0.8,
    v4: [
      ['80.160.0.0', 14],
      ['87.48.0.0', 13],
      ['188.176.0.0', 14],
    ],
    v6: ['2a05:f6c3', '2a02:aa7'],
    languages: [{ weight: 1, header: 'da-DK,da;q=0.9,en-US;q=0.8,en;q=0.7' }],
  },
  {
    code: 'GB',
    weight: 0.8,
    v4: [
      ['86.128.0.0', 12],
      ['81.128.0.0', 12],
    ],
    v6: ['2a00:23c4', '2a00:23c6', '2a02:c7c'],
    languages: [{ weight: 1, header: 'en-GB,en;q=0.9' }],
  },
  {
    code: 'US',
    weight: 0.9,
    v4: [
      ['73.0.0.0', 12],
      ['98.192.0.0', 12],
      ['71.192.0.0', 12],
    ],
    v6: ['2601:100', '2600:1700'],
    languages: [{ weight: 1, header: 'en-US,en;q=0.9' }],
  },
  {
    code: 'LV',
    weight: 0.5,
    v4: [['78.84.0.0', 16]],
    v6: [],
    languages: [{ weight: 1, header: 'lv-LV,lv;q=0.9,en;q=0.8' }],
  },
]

/** Where one person is: an address of an access provider, and what their browser says about languages. */
export function chooseNetwork(random: Random): {
  address: string
  acceptLanguage: string
} {
  const country = random.pick(COUNTRIES)
  const overIpv6 = country.v6.length > 0 && random.chance(IPV6_SHARE)
  return {
    address: overIpv6
      ? ipv6Within(random.oneOf(country.v6), random)
      : ipv4Within(random.oneOf(country.v4), random),
    acceptLanguage: random.pick(country.languages).header,
  }
}

/** A random address of the range, as dotted text. */
export function ipv4Within([first, prefixLength]: readonly [string, number], random: Random): string {
  const base = first.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
  const address = base + random.below(2 ** (32 - prefixLength))
  return [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255].join('.')
}

/** A random address that begins with these groups, as text. */
export function ipv6Within(firstGroups: string, random: Random): string {
  const missing = 8 - firstGroups.split(':').length
  const rest = Array.from({ length: missing }, () => random.below(65_536).toString(16))
  return `${firstGroups}:${rest.join(':')}`
}
