import type { Random } from '../../demo/random.ts'
import { type LongTail, longTail } from './long-tail.ts'
import type { BenchSite } from './sites.ts'
import { openSlugs } from './words.ts'

/** The pages of a site. */
export interface Pages {
  /** Where someone arrives on this day: the front page, a popular page, or one from the long tail. */
  enter(day: number, random: Random): string
  /** Where a reader of `page` goes next: a neighbour in its section, the front page, or anything popular. */
  follow(page: string, day: number, random: Random): string
}

/** Share of arrivals and of clicks that are for the front page. */
const FRONT_SHARE = { enter: 0.18, follow: 0.12 }
/** Share of clicks that stay among the pages that a page links to. */
const NEIGHBOUR_SHARE = 0.55
const NEIGHBOURS = 12
/** Pages that a magazine publishes in a day; what is new is what is read. */
const NEW_PER_DAY = 6
const PAGES_PER_SECTION = 60

/** Invents the addresses of a site: a long tail of pages in sections; a magazine's popular pages move on every day. */
export function openPages(site: BenchSite, random: Random): Pages {
  const slug = openSlugs(random)
  const sections = Array.from({ length: Math.ceil(site.pages / PAGES_PER_SECTION) }, () => slug(1))
  const paths = ['/', ...Array.from({ length: site.pages - 1 }, () => newPath(site, sections, slug, random))]
  const indexOf = new Map(paths.map((path, index) => [path, index]))
  const popularity: LongTail = longTail(site.pages, 1)

  function popular(day: number, random: Random): string {
    const rank = popularity(random)
    const moved = site.kind === 'magazine' ? (rank + day * NEW_PER_DAY) % site.pages : rank
    return paths[moved] ?? '/'
  }

  return {
    enter: (day, random) => (random.chance(FRONT_SHARE.enter) ? '/' : popular(day, random)),
    follow(page, day, random) {
      if (random.chance(FRONT_SHARE.follow)) return '/'
      if (!random.chance(NEIGHBOUR_SHARE)) return popular(day, random)
      // Links of a page lead to a fixed set of others, spread over the whole site.
      const link = (indexOf.get(page) ?? 0) * 31 + random.below(NEIGHBOURS) * 7
      return paths[link % site.pages] ?? '/'
    },
  }
}

function newPath(
  site: BenchSite,
  sections: readonly string[],
  slug: (words: number) => string,
  random: Random,
): string {
  const section = random.oneOf(sections)
  switch (site.kind) {
    case 'shop':
      return `/${section}/${slug(2 + random.below(3))}-${1_000 + random.below(90_000)}`
    case 'magazine':
      return `/${section}/20${24 + random.below(3)}/${twoDigits(1 + random.below(12))}/${slug(5 + random.below(5))}`
    case 'documentation':
      return `/docs/${section}/${slug(1 + random.below(3))}`
    case 'blog':
      return `/20${18 + random.below(9)}/${slug(3 + random.below(5))}`
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
