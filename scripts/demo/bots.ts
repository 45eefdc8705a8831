import { ipv4Within } from './networks.ts'
import type { Random, Weighted } from './random.ts'
import { BLOG, CATEGORIES, FRONT_PAGE, PRODUCTS } from './shop.ts'

interface Bot extends Weighted {
  readonly userAgent: string
  /** First address and prefix length of a range that it comes from. */
  readonly network: readonly [string, number]
}

/** Programs that run a page's scripts and would be counted if nobody dropped them. */
export const BOTS: readonly Bot[] = [
  {
    weight: 30,
    userAgent:
      'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    network: ['66.249.64.0', 19],
  },
  {
    weight: 16,
    userAgent:
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/136.0.0.0 Safari/537.36',
    network: ['40.77.167.0', 24],
  },
  {
    weight: 14,
    userAgent:
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.3; +https://openai.com/gptbot)',
    network: ['20.171.206.0', 24],
  },
  {
    weight: 9,
    userAgent: 'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
    network: ['54.36.148.0', 24],
  },
  {
    weight: 8,
    userAgent:
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)',
    network: ['216.73.216.0', 24],
  },
  {
    weight: 12,
    userAgent:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/149.0.0.0 Safari/537.36',
    network: ['95.216.0.0', 16],
  },
  {
    weight: 6,
    userAgent: 'Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)',
    network: ['185.191.171.0', 24],
  },
  {
    weight: 5,
    userAgent: 'python-requests/2.32.5',
    network: ['95.217.0.0', 16],
  },
]

const PAGES = [FRONT_PAGE, ...CATEGORIES, ...PRODUCTS, ...BLOG]

/** One look of a program at some page. */
export function botLook(random: Random): {
  address: string
  userAgent: string
  url: string
} {
  const bot = random.pick(BOTS)
  return {
    address: ipv4Within(bot.network, random),
    userAgent: bot.userAgent,
    url: random.oneOf(PAGES).url,
  }
}
