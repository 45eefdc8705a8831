import crawlerUserAgents from 'crawler-user-agents'
import type { Bot, BotClass } from './bot-class.ts'

/** A row of the package; its types leave two fields out. */
interface Listed {
  readonly pattern: string
  readonly description?: string
  readonly tags?: readonly string[]
}

/** A text or an expression that names a bot. */
interface Rule {
  readonly bot: Bot
  readonly isTool: boolean
  readonly weight: number
  isIn(userAgent: string): boolean
}

/**
 * Rows of the package whose word people's editors, apps and phones write too. They name nothing here;
 * a test keeps that no other row fits an ordinary browser. `KNOWN_BOTS` has the bots among them.
 */
const PEOPLE = new Set([
  'AP3A\\.240617\\.008',
  'Code\\/1\\.',
  'Fluid',
  'MetaIAB Facebook',
  'Notion\\/',
  'Trae\\/',
  'TSM-turingos',
  'upday\\/',
  'Viber',
  'WhatsApp',
])

/** Names of patterns from which none can be read; those in `KNOWN_BOTS` need none. */
const NAMES: Readonly<Record<string, string>> = {
  '^BW\\/': 'BuiltWith',
  'BW\\/': 'BuiltWith',
  '^LCC ': 'LCC',
  '^Silk\\/': 'Silk',
  '(^| )sentry\\/': 'Sentry',
  'Automaton|Newsify Feed Fetcher': 'Newsify',
  'BlogTraffic\\/\\d\\.\\d+ Feed-Fetcher': 'BlogTraffic',
  'Chirp|gotosocial': 'GoToSocial',
  'ContextualBot[\\s\\S]*outcomes\\.net': 'ContextualBot',
  'Current[\\s\\S]*RSS Reader': 'Current',
  'Livelap[bB]ot': 'LivelapBot',
  'Netumo|netumo': 'Netumo',
  '[Cc]urebot': 'Curebot',
  '[cC]ludo': 'Cludo',
  '[dD]ir[Bb]uster': 'DirBuster',
  'Spider[\\s\\S]*spider\\.com': 'Spider',
  'SSL Labs$': 'SSL Labs',
  'SSL Labs \\(https:\\/\\/www\\.ssllabs\\.com': 'SSL Labs',
  'Riddler \\(http:\\/\\/riddler\\.io': 'Riddler',
  'Owler \\(ows\\.eu': 'OWLer',
  'https:\\/\\/developers\\.cloudflare\\.com\\/security-center\\/': 'Cloudflare Security Center',
  'developers\\.google\\.com\\/\\+\\/web\\/snippet': 'Google Snippet',
  'collection@infegy\\.com': 'Infegy',
  'scraping@nytimes\\.com': 'New York Times',
  'loc\\.gov\\/programs\\/web-archiving': 'Library of Congress',
  'filterdb\\.iss\\.net\\/crawler': 'IBM Security',
  'productsup\\.io\\/crawler': 'Productsup',
  'visionheight\\.com\\/scan': 'VisionHeight',
  'air\\.ai\\/scanning': 'air.ai',
  'cypex\\.ai\\/scanning': 'Cypex',
  'researchscan\\.comsys\\.rwth-aachen\\.de': 'RWTH Aachen',
  'top100\\.rambler\\.ru crawler': 'Rambler Top100',
  GoogleAssociationService$: 'GoogleAssociationService',
  'sindresorhus\\/got': 'got',
  'Valve\\/Steam': 'Steam',
}

/** The package's tags, first match first; `seo` is its tag for whatever it has no other for, so that comes last. */
const CLASS_OF_TAG: Readonly<Record<string, BotClass>> = {
  'browser-automation': 'automation',
  'http-library': 'library',
  'feed-reader': 'feed-reader',
  'social-preview': 'preview',
  archiver: 'archive',
  monitoring: 'monitoring',
  scanner: 'security',
  advertising: 'advertising',
  academic: 'research',
  'search-engine': 'search',
}

/** Words of descriptions that are about search engines' ranks; 455 of 549 rows with the tag `seo` alone have none of them. */
const SEO_WORDS =
  /\b(?:seo|backlinks?|rank(?:ing)?s?|keywords?|serps?|sitemaps?|links? (?:analysis|discovery))\b/i

/** Longest first: the longer pattern says more. */
const RULES = crawlerUserAgents
  .filter(({ pattern }) => !PEOPLE.has(pattern))
  .map(toRule)
  .filter(rule => rule !== undefined)
  .sort((a, b) => b.weight - a.weight)

const TOOLS = RULES.filter(({ isTool }) => isTool)
const SERVICES = RULES.filter(({ isTool }) => !isTool)

/**
 * The bot that the package crawler-user-agents (1.60: 1,500 patterns) knows behind a User-Agent; undefined for the rest.
 * It names and classes bots and does not decide what is one: some patterns also fit browsers, and others are but a word (`Sonic`, `speedy`).
 */
export function listedBot(userAgent: string, kind: 'service' | 'tool'): Bot | undefined {
  return (kind === 'tool' ? TOOLS : SERVICES).find(rule => rule.isIn(userAgent))?.bot
}

/** Nearly all patterns are plain text, and 1,450 searches for text cost less than as many expressions. */
function toRule(row: Listed): Rule | undefined {
  const { pattern, tags = [] } = row
  const text = pattern.replace(/\\([^a-z\d])/gi, '$1')
  const isPlain = !/[\\^$*+?()[\]{}|]|\.\*/.test(pattern.replace(/\\[^a-z\d]/gi, ''))
  const name = NAMES[pattern] ?? (isPlain ? nameOf(text) : undefined)
  if (name === undefined) return undefined
  const expression = isPlain ? undefined : new RegExp(pattern)
  return {
    bot: { name, class: classOf(row) },
    isTool: tags.includes('http-library') || tags.includes('browser-automation'),
    weight: text.length,
    isIn: expression === undefined ? agent => hasText(agent, text) : agent => expression.test(agent),
  }
}

/** `Fetch/` is a whole product and not the end of `FooFetch/`; other texts may stand within a word. */
function hasText(agent: string, text: string): boolean {
  const index = agent.indexOf(text)
  return index >= 0 && !(text.endsWith('/') && index > 0 && /[a-z\d]/i.test(agent.charAt(index - 1)))
}

/** `Uptime/` is called Uptime and `www.uptime.com` uptime.com; no name has a slash, so none is an address. */
function nameOf(text: string): string {
  return text
    .replace(/^(?:www\.|;)/, '')
    .replace(/\/.*$/, '')
    .replace(/[\s:;()!-]+$/, '')
    .trim()
}

function classOf({ tags = [], description = '' }: Listed): BotClass {
  if (tags.includes('ai-crawler')) return tags.includes('search-engine') ? 'ai-search' : 'ai-training'
  for (const [tag, botClass] of Object.entries(CLASS_OF_TAG)) {
    if (tags.includes(tag)) return botClass
  }
  return SEO_WORDS.test(description) ? 'seo' : 'other'
}
