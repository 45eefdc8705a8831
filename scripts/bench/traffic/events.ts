import type { Random } from '../../demo/random.ts'
import type { BenchSite } from './sites.ts'

/** An event as the tracking script sends it. */
export interface SentEvent {
  readonly n: string
  readonly u: string
  readonly d: string
  readonly r?: string
  readonly p?: Readonly<Record<string, string | number>>
}

/** Shares of events, 0–1. */
const FIRST_OF_VISIT = 0.4
const TAGGED = 0.07
const CUSTOM = 0.08

/** Weights are percent of the events that have a referrer; the rest of them come from a page of the site itself. */
const REFERRERS = [
  { weight: 38, url: 'https://www.google.com/' },
  { weight: 9, url: 'https://www.google.fi/' },
  { weight: 6, url: 'https://www.bing.com/' },
  { weight: 4, url: 'https://duckduckgo.com/' },
  { weight: 8, url: 'https://m.facebook.com/' },
  { weight: 4, url: 'https://l.instagram.com/' },
  { weight: 3, url: 'https://t.co/' },
  { weight: 3, url: 'https://www.reddit.com/r/Suomi/comments/1abcde/retkelle/' },
  { weight: 2, url: 'https://news.ycombinator.com/' },
  { weight: 2, url: 'https://chatgpt.com/' },
  { weight: 1, url: 'android-app://com.google.android.gm/' },
]

const CAMPAIGNS = [
  '?utm_source=google&utm_medium=cpc&utm_campaign=talvivarusteet&utm_term=lumikeng%C3%A4t&gclid=Cj0KCQiA',
  '?utm_source=newsletter&utm_medium=email&utm_campaign=viikko-47&utm_content=ylin',
  '?utm_source=facebook&utm_medium=paid_social&utm_campaign=joulu&fbclid=IwAR2xyz',
  '?ref=producthunt',
]

/** One event of somebody on this site. Mostly page views; popular pages far more often than others. */
export function chooseEvent(random: Random, site: BenchSite): SentEvent {
  const page = `https://${random.oneOf(site.hosts)}${choosePage(random, site)}`
  const event = {
    n: 'pageview',
    u: random.chance(TAGGED) ? page + random.oneOf(CAMPAIGNS) : page,
    d: site.domain,
  }
  if (random.chance(CUSTOM)) return { ...event, ...chooseCustom(random) }
  if (!random.chance(FIRST_OF_VISIT)) return event
  return { ...event, r: chooseReferrer(random, site) }
}

/** The cube puts half of the views on an eighth of the pages. */
function choosePage(random: Random, site: BenchSite): string {
  return site.pages[Math.floor(random.next() ** 3 * site.pages.length)] ?? '/'
}

/** Half of the referrers are well-known places, a tenth any of a thousand blogs, the rest pages of the site. */
function chooseReferrer(random: Random, site: BenchSite): string {
  const chance = random.next()
  if (chance < 0.5) return random.pick(REFERRERS).url
  if (chance < 0.6) return `https://blogi-${random.below(1_000)}.example/kirjoitukset/${random.below(90)}`
  return `https://${site.hosts[0]}${choosePage(random, site)}`
}

function chooseCustom(random: Random): Pick<SentEvent, 'n' | 'p'> {
  const kind = random.next()
  if (kind < 0.5) return { n: 'Add to cart', p: { product: `tuote-${random.below(360)}`, price: 19.9 } }
  if (kind < 0.8) return { n: 'Outbound Link: Click', p: { url: `https://example.org/${random.below(200)}` } }
  return { n: 'Sign-up', p: { plan: random.oneOf(['free', 'team', 'yearly']) } }
}
