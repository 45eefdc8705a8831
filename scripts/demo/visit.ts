import type { Random, Weighted } from './random.ts'
import {
  BLOG,
  CART,
  CATEGORIES,
  CHECKOUT,
  categoryPage,
  FRONT_PAGE,
  INFO,
  type PageKind,
  productsOf,
  SEARCHES,
  SHOP_DOMAIN,
  type ShopPage,
  THANKS,
} from './shop.ts'
import type { Source } from './sources.ts'

/** What the tracking script posts. */
export interface DemoBody {
  readonly n: string
  readonly u: string
  readonly d: string
  readonly r?: string
  readonly p?: Record<string, string>
}

/** One event of a visit, in seconds after its first. */
export interface VisitStep {
  readonly afterSeconds: number
  readonly body: DemoBody
}

/** Where people go from a page of each kind, and how long half of them look at it, in seconds. */
const WALK: Readonly<
  Record<
    PageKind,
    {
      seconds: number
      leaves: number
      next: readonly (Weighted & { to: PageKind })[]
    }
  >
> = {
  front: {
    seconds: 16,
    leaves: 0.24,
    next: [to('category', 60), to('product', 22), to('blog', 8), to('search', 4), to('info', 4)],
  },
  category: {
    seconds: 28,
    leaves: 0.28,
    next: [to('product', 68), to('category', 22), to('search', 3), to('front', 5)],
  },
  product: {
    seconds: 47,
    leaves: 0.37,
    next: [to('product', 40), to('category', 38), to('info', 10), to('front', 7), to('search', 3)],
  },
  blog: {
    seconds: 115,
    leaves: 0.5,
    next: [to('blog', 28), to('product', 30), to('category', 30), to('front', 12)],
  },
  info: {
    seconds: 38,
    leaves: 0.48,
    next: [to('product', 45), to('category', 35), to('front', 20)],
  },
  search: {
    seconds: 13,
    leaves: 0.24,
    next: [to('product', 78), to('category', 16), to('search', 4)],
  },
  cart: {
    seconds: 24,
    leaves: 0.34,
    next: [to('checkout', 60), to('product', 22), to('category', 18)],
  },
  checkout: {
    seconds: 82,
    leaves: 0.42,
    next: [to('thanks', 84), to('cart', 10), to('info', 6)],
  },
  thanks: { seconds: 15, leaves: 0.8, next: [to('front', 60), to('blog', 40)] },
}

/** Pages that end more or fewer visits at once than their source alone says. */
const LEAVES_AT_ONCE: Readonly<Partial<Record<PageKind, number>>> = {
  blog: 0.2,
  product: 0.03,
  front: -0.06,
}

const MAX_PAGES = 40
/** Below the 30 minutes that end a visit. */
const LONGEST_LOOK_SECONDS = 1_500

/** Share of looks at a product that put it in the cart, and of looks at an article that sign up. */
const ADD_TO_CART = 0.1
const SIGN_UP = 0.03
const PAYMENTS = [
  { weight: 44, name: 'MobilePay' },
  { weight: 30, name: 'Card' },
  { weight: 18, name: 'Bank' },
  { weight: 8, name: 'Invoice' },
]
const DELIVERIES = [
  { weight: 68, name: 'Pick-up point' },
  { weight: 20, name: 'Home' },
  { weight: 12, name: 'Shop' },
]

/** One visit from its source to its end: page views, and what is put in the cart, bought or signed up for. */
export function walkVisit(source: Source, random: Random): VisitStep[] {
  const steps: VisitStep[] = []
  let page = random.pick(random.pick(source.entries).pages)
  let url = page.url + source.query
  let referrer = source.referrers.length === 0 ? '' : random.oneOf(source.referrers)
  let seconds = 0
  let inCart = 0

  steps.push(pageview(0, url, referrer))
  if (random.chance(source.leaves + (LEAVES_AT_ONCE[page.kind] ?? 0))) return steps
  for (let seen = 1; seen < MAX_PAGES; seen++) {
    const look = Math.min(Math.round(random.around(WALK[page.kind].seconds, 0.8)) + 2, LONGEST_LOOK_SECONDS)
    if (page.kind === 'product' && random.chance(ADD_TO_CART)) {
      inCart++
      steps.push(
        custom(seconds + Math.ceil(look * 0.8), url, 'Add to cart', {
          category: page.category.slice(1),
        }),
      )
    } else if ((page.kind === 'blog' || page.kind === 'thanks') && random.chance(SIGN_UP)) {
      steps.push(
        custom(seconds + Math.ceil(look * 0.9), url, 'Newsletter signup', {
          place: page.kind,
        }),
      )
    }
    seconds += look
    if (seen > 1 && random.chance(WALK[page.kind].leaves * (inCart > 0 ? 0.6 : 1))) return steps

    const next = nextPage(page, inCart, random)
    referrer = url
    url = next.url
    page = next
    steps.push(pageview(seconds, url, referrer))
    if (page.kind === 'thanks') {
      steps.push(custom(seconds + 1, url, 'Purchase', purchase(inCart, random)))
      inCart = 0
    }
  }
  return steps
}

/** Someone with something in the cart often opens it next. */
function nextPage(page: ShopPage, inCart: number, random: Random): ShopPage {
  if (inCart > 0 && page.kind === 'product' && random.chance(0.5)) return CART
  switch (random.pick(WALK[page.kind].next).to) {
    case 'front':
      return FRONT_PAGE
    case 'category':
      return page.kind === 'product' && random.chance(0.6)
        ? categoryPage(page.category)
        : random.pick(CATEGORIES)
    case 'product':
      return random.pick(productsOf(page.category))
    case 'blog':
      return random.pick(BLOG)
    case 'info':
      return random.pick(INFO)
    case 'search':
      return random.oneOf(SEARCHES)
    case 'cart':
      return CART
    case 'checkout':
      return CHECKOUT
    case 'thanks':
      return THANKS
  }
}

function purchase(items: number, random: Random): Record<string, string> {
  return {
    payment: random.pick(PAYMENTS).name,
    delivery: random.pick(DELIVERIES).name,
    items: String(Math.max(items, 1)),
  }
}

function pageview(afterSeconds: number, url: string, referrer: string): VisitStep {
  const body = { n: 'pageview', u: url, d: SHOP_DOMAIN }
  return {
    afterSeconds,
    body: referrer === '' ? body : { ...body, r: referrer },
  }
}

function custom(afterSeconds: number, url: string, name: string, props: Record<string, string>): VisitStep {
  return { afterSeconds, body: { n: name, u: url, d: SHOP_DOMAIN, p: props } }
}

function to(kind: PageKind, weight: number): Weighted & { to: PageKind } {
  return { to: kind, weight }
}
