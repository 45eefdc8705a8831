import { openRandom, type Random } from '../../demo/random.ts'

export const SITE_KINDS = ['shop', 'magazine', 'documentation', 'blog'] as const
export type SiteKind = (typeof SITE_KINDS)[number]

/** How people walk through sites of a kind. Shares are 0–1. */
export interface Walk {
  /** Share of visits that end with their first page. */
  readonly leavesAtOnce: number
  /** Chance that a later page is the last one. */
  readonly leaves: number
  /** How long half of the looks at a page last, seconds. */
  readonly lookSeconds: number
  /** Share of page views that a custom event follows. */
  readonly customEvents: number
}

/** Page views per visit come to 3.4, 1.9, 2.8 and 1.6. */
export const WALKS: Readonly<Record<SiteKind, Walk>> = {
  shop: { leavesAtOnce: 0.4, leaves: 0.25, lookSeconds: 32, customEvents: 0.06 },
  magazine: { leavesAtOnce: 0.6, leaves: 0.44, lookSeconds: 55, customEvents: 0.02 },
  documentation: { leavesAtOnce: 0.46, leaves: 0.3, lookSeconds: 48, customEvents: 0.04 },
  blog: { leavesAtOnce: 0.7, leaves: 0.5, lookSeconds: 70, customEvents: 0.03 },
}

/** One invented web site. */
export interface BenchSite {
  readonly domain: string
  readonly kind: SiteKind
  /** IANA time zone of the site, and the whole hours that its visitors' clocks are ahead of UTC. */
  readonly timezone: string
  readonly hoursAhead: number
  /** Share of all events, 0–1. */
  readonly share: number
  /** How many different pages it has. */
  readonly pages: number
  /** How many other sites link to it. */
  readonly referrers: number
  /** Share of visitors from anywhere in the world, 0–1; the others are from its own part of it. */
  readonly abroad: number
  readonly seed: number
}

const MIDDLE_SITES = 12
const SMALL_SITES = 100
/** Shares of all events: one big site, the middle ones, the small ones. */
const SHARES = { big: 0.5, middle: 0.4, small: 0.1 }

const ZONES = [
  { timezone: 'Europe/Helsinki', hoursAhead: 2 },
  { timezone: 'Europe/Berlin', hoursAhead: 1 },
  { timezone: 'Europe/London', hoursAhead: 0 },
  { timezone: 'America/New_York', hoursAhead: -5 },
] as const

/** A big shop, a dozen sites of middle size and a hundred small ones, each group with its own long tail of sizes. */
export function benchSites(seed: number): readonly BenchSite[] {
  const random = openRandom(seed)
  return [
    newSite({ index: 0, kind: 'shop', share: SHARES.big, pages: 6_000, referrers: 900 }, random),
    ...sharesOf(MIDDLE_SITES, SHARES.middle).map((share, index) => {
      const kind = SITE_KINDS[index % SITE_KINDS.length] ?? 'blog'
      return newSite(
        { index: 1 + index, kind, share, pages: 400 + random.below(4_000), referrers: 250 },
        random,
      )
    }),
    ...sharesOf(SMALL_SITES, SHARES.small).map((share, index) => {
      const kind = random.chance(0.7) ? 'blog' : random.oneOf(SITE_KINDS)
      return newSite(
        { index: 1 + MIDDLE_SITES + index, kind, share, pages: 15 + random.below(300), referrers: 40 },
        random,
      )
    }),
  ]
}

function newSite(
  { index, ...site }: Pick<BenchSite, 'kind' | 'share' | 'pages' | 'referrers'> & { index: number },
  random: Random,
): BenchSite {
  return {
    ...site,
    ...random.oneOf(ZONES),
    domain: `${site.kind}-${index}.example`,
    abroad: 0.1 + random.next() * 0.5,
    seed: random.below(2 ** 31),
  }
}

/** The first of a group is several times as big as its last. */
function sharesOf(count: number, total: number): readonly number[] {
  const weights = Array.from({ length: count }, (_, rank) => (rank + 3) ** -0.9)
  const sum = weights.reduce((left, right) => left + right, 0)
  return weights.map(weight => (total * weight) / sum)
}
