import type { Random } from '../../demo/random.ts'
import type { DemoBody } from '../../demo/visit.ts'
import type { SiteKind } from './sites.ts'

const PLANS = ['monthly', 'monthly', 'yearly', 'team']
const PAYMENTS = ['card', 'card', 'card', 'wallet', 'invoice', 'bank']
const CURRENCIES = ['EUR', 'EUR', 'EUR', 'SEK', 'GBP']
const FILES = ['price-list.pdf', 'manual.pdf', 'annual-report.pdf', 'sources.zip']

/** Something that a reader does on a page, with properties of few and of very many values. */
export function customEvent(kind: SiteKind, random: Random): Pick<DemoBody, 'n' | 'p'> {
  if (random.chance(0.35)) return { n: 'Outbound Link: Click', p: { url: outboundUrl(random) } }
  switch (kind) {
    case 'shop':
      return random.chance(0.75)
        ? {
            n: 'Add to cart',
            p: { sku: String(10_000 + random.below(6_000)), quantity: String(1 + random.below(3)) },
          }
        : {
            n: 'Purchase',
            p: {
              payment: random.oneOf(PAYMENTS),
              currency: random.oneOf(CURRENCIES),
              amount: random.around(60, 0.8).toFixed(2),
            },
          }
    case 'documentation':
      return random.chance(0.6)
        ? { n: 'Copy code', p: { block: String(random.below(40)) } }
        : { n: 'File Download', p: { url: random.oneOf(FILES) } }
    case 'magazine':
    case 'blog':
      return random.chance(0.5)
        ? { n: 'Newsletter signup', p: { place: random.oneOf(['top', 'end', 'popup']) } }
        : { n: 'Sign up', p: { plan: random.oneOf(PLANS) } }
  }
}

function outboundUrl(random: Random): string {
  return `https://partner-${Math.floor(random.around(20, 1.2))}.example/item/${random.below(2_000)}`
}
