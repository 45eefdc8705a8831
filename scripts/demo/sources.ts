import type { Weighted } from './random.ts'
import { BLOG, CATEGORIES, FRONT_PAGE, INFO, PRODUCTS, type ShopPage, TALKED_ABOUT_ARTICLE } from './shop.ts'

/** Where people come from, and on which pages they arrive. */
export interface Source extends Weighted {
  readonly name: string
  /** Full addresses as browsers send them; empty: none is sent. */
  readonly referrers: readonly string[]
  /** Query of the link that was clicked, with `?`, percent-encoded; empty: none. */
  readonly query: string
  readonly entries: readonly Entry[]
  /** Share that leaves after one page, 0–1; the page's kind shifts it. */
  readonly leaves: number
  /** True where most clicks come out of a social network's app. */
  readonly inApp?: boolean
}

interface Entry extends Weighted {
  readonly pages: readonly ShopPage[]
}

const FRONT = [FRONT_PAGE]

/** Weights are percent of an ordinary day's visitors. */
export const SOURCES: readonly Source[] = [
  {
    name: 'Google search',
    weight: 38,
    referrers: ['https://www.google.com/', 'https://www.google.com/', 'https://www.google.fi/'],
    query: '',
    entries: [entry(44, PRODUCTS), entry(24, CATEGORIES), entry(22, BLOG), entry(7, FRONT), entry(3, INFO)],
    leaves: 0.46,
  },
  search('Bing search', 4.2, 'https://www.bing.com/'),
  search('DuckDuckGo search', 2.6, 'https://duckduckgo.com/'),
  search('Ecosia search', 0.9, 'https://www.ecosia.org/'),
  search('Qwant search', 0.2, 'https://www.qwant.com/'),
  {
    name: 'direct',
    weight: 24,
    referrers: [],
    query: '',
    entries: [entry(58, FRONT), entry(16, CATEGORIES), entry(18, PRODUCTS), entry(5, BLOG), entry(3, INFO)],
    leaves: 0.36,
  },
  {
    name: 'Google ads',
    weight: 9,
    referrers: ['https://www.google.com/'],
    query:
      '?utm_source=google&utm_medium=cpc&utm_campaign=talvivarusteet&utm_term=lumikeng%C3%A4t&gclid=demo',
    entries: [entry(60, CATEGORIES), entry(40, PRODUCTS)],
    leaves: 0.5,
  },
  {
    name: 'Google ads on the brand',
    weight: 2,
    referrers: ['https://www.google.com/'],
    query: '?utm_source=google&utm_medium=cpc&utm_campaign=brandi&gclid=demo',
    entries: [entry(1, FRONT)],
    leaves: 0.3,
  },
  {
    name: 'Facebook',
    weight: 3.4,
    referrers: ['https://m.facebook.com/', 'https://l.facebook.com/', 'https://lm.facebook.com/'],
    query: '',
    entries: [entry(50, BLOG), entry(30, CATEGORIES), entry(20, PRODUCTS)],
    leaves: 0.62,
    inApp: true,
  },
  {
    name: 'Facebook ads',
    weight: 2.6,
    referrers: ['https://m.facebook.com/'],
    query: '?utm_source=facebook&utm_medium=paid_social&utm_campaign=syysale&utm_content=video&fbclid=demo',
    entries: [entry(1, CATEGORIES)],
    leaves: 0.64,
    inApp: true,
  },
  {
    name: 'Instagram',
    weight: 3.2,
    referrers: ['https://l.instagram.com/'],
    query: '?utm_source=instagram&utm_medium=social&utm_campaign=profiili',
    entries: [entry(40, CATEGORIES), entry(40, PRODUCTS), entry(20, FRONT)],
    leaves: 0.58,
    inApp: true,
  },
  referral('outdoor magazine', 2.4, 'https://retkipaikka.fi/'),
  referral('price comparison', 2.2, 'https://hinta.fi/'),
  referral('forum', 0.7, 'https://keskustelu.suomi24.fi/'),
  referral('video', 0.9, 'https://www.youtube.com/'),
  referral('Reddit', 0.5, 'https://www.reddit.com/'),
  referral('national parks', 0.6, 'https://www.luontoon.fi/'),
  assistant('ChatGPT', 1.2, 'https://chatgpt.com/', '?utm_source=chatgpt.com'),
  assistant('Perplexity', 0.3, 'https://www.perplexity.ai/', ''),
  assistant('Copilot', 0.2, 'https://copilot.microsoft.com/', ''),
  assistant('Claude', 0.2, 'https://claude.ai/', ''),
]

/** Every other Thursday: a letter with the week's offers. */
export const NEWSLETTER: Source = {
  name: 'newsletter',
  weight: 1,
  referrers: [],
  query: '?utm_source=uutiskirje&utm_medium=email&utm_campaign=torstaikirje',
  entries: [entry(70, CATEGORIES), entry(25, PRODUCTS), entry(5, BLOG)],
  leaves: 0.32,
}

/** One afternoon a discussion finds an article of the shop. */
export const DISCUSSION: Source = {
  name: 'discussion',
  weight: 1,
  referrers: [
    'https://www.reddit.com/',
    'https://www.reddit.com/',
    'https://keskustelu.suomi24.fi/',
    'https://yle.fi/',
  ],
  query: '',
  entries: [entry(1, [TALKED_ABOUT_ARTICLE])],
  leaves: 0.74,
}

/** A second visit on the same day comes by bookmark or by a tab left open. */
export const RETURN: Source = {
  name: 'return',
  weight: 1,
  referrers: [],
  query: '',
  entries: [entry(40, FRONT), entry(45, PRODUCTS), entry(15, CATEGORIES)],
  leaves: 0.3,
}

function entry(weight: number, pages: readonly ShopPage[]): Entry {
  return { weight, pages }
}

function search(name: string, weight: number, referrer: string): Source {
  const entries = [entry(45, PRODUCTS), entry(25, CATEGORIES), entry(18, BLOG), entry(12, FRONT)]
  return {
    name,
    weight,
    referrers: [referrer],
    query: '',
    entries,
    leaves: 0.45,
  }
}

function referral(name: string, weight: number, referrer: string): Source {
  const entries = [entry(45, BLOG), entry(35, PRODUCTS), entry(20, FRONT)]
  return {
    name,
    weight,
    referrers: [referrer],
    query: '',
    entries,
    leaves: 0.48,
  }
}

function assistant(name: string, weight: number, referrer: string, query: string): Source {
  const entries = [entry(40, BLOG), entry(35, CATEGORIES), entry(25, PRODUCTS)]
  return { name, weight, referrers: [referrer], query, entries, leaves: 0.38 }
}
