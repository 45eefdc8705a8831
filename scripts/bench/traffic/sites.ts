/** A tracked site of the bench; `.example` belongs to nobody. */
export interface BenchSite {
  readonly domain: string
  readonly timezone: string
  /** Hosts that its pages lie on. */
  readonly hosts: readonly string[]
  /** Paths, the most popular first. */
  readonly pages: readonly string[]
}

/** Sections of a site with the number of their pages. */
const SECTIONS = [
  ['/tuotteet', 360],
  ['/blogi', 240],
  ['/ohjeet', 120],
  ['/yhteisö/keskustelut', 80],
] as const

/** Five sites with 801 pages each. */
export const BENCH_SITES: readonly BenchSite[] = [
  site('kauppa.example', 'Europe/Helsinki', ['www.kauppa.example', 'kauppa.example', 'ale.kauppa.example']),
  site('lehti.example', 'Europe/Helsinki', ['www.lehti.example', 'urheilu.lehti.example']),
  site('tidning.example', 'Europe/Stockholm', ['tidning.example']),
  site('docs.example', 'Europe/Berlin', ['docs.example']),
  site('blog.example', 'America/New_York', ['www.blog.example']),
]

function site(domain: string, timezone: string, hosts: readonly string[]): BenchSite {
  const pages = SECTIONS.flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => encodeURI(`${section}/${slug(index)}`)),
  )
  return { domain, timezone, hosts, pages: ['/', ...pages] }
}

/** Words of different length, so that no two pages look alike to a compressor. */
function slug(index: number): string {
  const words = ['lumikengät', 'talvi', 'retki', 'ohje-aloittelijalle', 'uutinen', 'vertailu', 'kevät-2026']
  return `${words[index % words.length]}-${words[(index * 5 + 2) % words.length]}-${index * 37 + 1000}`
}
