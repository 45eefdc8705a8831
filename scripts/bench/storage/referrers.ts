import type { Random, Weighted } from '../../demo/random.ts'
import { longTail } from './long-tail.ts'
import type { BenchSite } from './sites.ts'
import { openSlugs } from './words.ts'

/** Where a visit comes from, as a browser tells it. */
export interface Arrival {
  /** `document.referrer`; empty: none. */
  readonly referrer: string
  /** Query of the link, with `?`; empty: none. */
  readonly query: string
}

type Way = 'direct' | 'search' | 'social' | 'link' | 'campaign' | 'assistant'

/** Weights are percent of visits. */
const WAYS: readonly (Weighted & { readonly way: Way })[] = [
  { way: 'direct', weight: 32 },
  { way: 'search', weight: 36 },
  { way: 'social', weight: 10 },
  { way: 'link', weight: 12 },
  { way: 'campaign', weight: 8 },
  { way: 'assistant', weight: 2 },
]

/** The most used first. */
const SEARCH = ['www.google.com', 'www.bing.com', 'duckduckgo.com', 'www.google.de', 'www.google.fi']
  .concat(['www.google.co.uk', 'search.brave.com', 'www.ecosia.org', 'yandex.ru', 'search.yahoo.com'])
  .concat(['www.startpage.com', 'www.qwant.com', 'www.google.fr', 'www.baidu.com', 'kagi.com'])
const SOCIAL = ['m.facebook.com', 'l.instagram.com', 't.co', 'www.reddit.com', 'lnkd.in', 'www.linkedin.com']
  .concat(['news.ycombinator.com', 'lm.facebook.com', 'www.youtube.com', 'out.reddit.com', 'bsky.app'])
  .concat(['mastodon.social', 'www.pinterest.com', 'www.tiktok.com', 'vk.com'])
const ASSISTANTS = [
  'chatgpt.com',
  'www.perplexity.ai',
  'claude.ai',
  'copilot.microsoft.com',
  'gemini.google.com',
]

const CAMPAIGN_SOURCES = ['google', 'newsletter', 'facebook', 'bing', 'instagram', 'partner', 'linkedin']
const MEDIUMS = ['cpc', 'email', 'paid_social', 'cpc', 'social', 'referral', 'social']
const CAMPAIGNS_AT_ONCE = 9
/** Days until a campaign is followed by another. */
const CAMPAIGN_DAYS = 21

/** The ways to a site: search engines, social networks, a long tail of sites with a link, and campaigns that change. */
export function openArrivals(site: BenchSite, random: Random): (day: number, random: Random) => Arrival {
  const slug = openSlugs(random)
  const links = Array.from({ length: site.referrers }, () => `${slug(1 + random.below(2))}.example`)
  const campaigns = Array.from({ length: 60 }, () => slug(2 + random.below(2)))
  const terms = Array.from({ length: 200 }, () => slug(1 + random.below(3)))
  const ranks = {
    search: longTail(SEARCH.length, 2.2, 1),
    social: longTail(SOCIAL.length, 1.1),
    link: longTail(links.length, 1),
    campaign: longTail(CAMPAIGNS_AT_ONCE, 0.8),
    term: longTail(terms.length, 1),
  }

  function campaign(day: number, random: Random): Arrival {
    const rank = ranks.campaign(random)
    const source = rank % CAMPAIGN_SOURCES.length
    const number = rank + Math.floor((day + rank * 5) / CAMPAIGN_DAYS)
    const query = new URLSearchParams({
      utm_source: CAMPAIGN_SOURCES[source] ?? '',
      utm_medium: MEDIUMS[source] ?? '',
      utm_campaign: campaigns[number % campaigns.length] ?? '',
      ...(MEDIUMS[source] === 'cpc' && { utm_term: terms[ranks.term(random)] ?? '' }),
      ...(random.chance(0.3) && { utm_content: random.oneOf(['video', 'banner', 'text-a', 'text-b']) }),
    })
    const referrer = MEDIUMS[source] === 'cpc' ? 'https://www.google.com/' : ''
    return { referrer, query: `?${query}` }
  }

  return (day, random) => {
    switch (random.pick(WAYS).way) {
      case 'direct':
        return { referrer: '', query: '' }
      case 'search':
        return from(SEARCH[ranks.search(random)])
      case 'social':
        return from(SOCIAL[ranks.social(random)])
      case 'link':
        return from(links[ranks.link(random)])
      case 'campaign':
        return campaign(day, random)
      case 'assistant':
        return from(random.oneOf(ASSISTANTS))
    }
  }
}

function from(host: string | undefined): Arrival {
  return { referrer: `https://${host}/`, query: '' }
}
