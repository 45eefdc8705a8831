import type { SiteFunnels } from '../../collector/core/funnels/site-funnels.ts'
import type { Goal } from '../../collector/core/goals/goal.ts'
/** Domain of the demo's shop; `.example` belongs to nobody. */
export const SHOP_DOMAIN = 'kongas.example'

/** What the shop wants its visitors to do. */
export const SHOP_GOALS: readonly Goal[] = [
  { kind: 'event', displayName: 'Purchase', eventName: 'Purchase', currency: undefined, props: [] },
  { kind: 'event', displayName: 'Add to cart', eventName: 'Add to cart', currency: undefined, props: [] },
  {
    kind: 'event',
    displayName: 'Newsletter signup',
    eventName: 'Newsletter signup',
    currency: undefined,
    props: [],
  },
  { kind: 'page', displayName: 'Read the blog', pagePattern: '/blogi/**', props: [] },
]

/** The way to a purchase. */
export const SHOP_FUNNELS: SiteFunnels = {
  lastId: 1,
  list: [
    {
      id: 1,
      name: 'From product to purchase',
      within: 'visit',
      steps: [
        { kind: 'page', pagePattern: '/tuote/**' },
        { kind: 'goal', goal: 'Add to cart' },
        { kind: 'goal', goal: 'Purchase' },
      ],
    },
  ],
}

export const PAGE_KINDS = [
  'front',
  'category',
  'product',
  'blog',
  'info',
  'search',
  'cart',
  'checkout',
  'thanks',
] as const
export type PageKind = (typeof PAGE_KINDS)[number]

/** One page of the shop. */
export interface ShopPage {
  readonly kind: PageKind
  /** As browsers send it: percent-encoded. */
  readonly url: string
  /** Path of its category, for products and categories. */
  readonly category: string
  /** How popular it is among pages of its kind. */
  readonly weight: number
}

/** Categories with their products, the most popular first. */
const RANGE: Readonly<Record<string, readonly string[]>> = {
  '/lumikengät-ja-liukulumikengät': [
    '/tuote/kero-liukulumikenkä-145',
    '/tuote/tykky-lumikenkä-25',
    '/tuote/kero-liukulumikenkä-125',
    '/tuote/säädettävät-liukulumikenkäsauvat',
    '/tuote/tykky-lumikenkä-lapset',
  ],
  '/makuupussit': [
    '/tuote/untuvapussi-halla-5',
    '/tuote/makuupussi-routa-15',
    '/tuote/kesäpussi-yötön',
    '/tuote/silkkinen-makuupussilakana',
    '/tuote/ilmatäytteinen-makuualusta-hieta',
  ],
  '/teltat': [
    '/tuote/tunneliteltta-rova-3',
    '/tuote/kupoliteltta-saana-2',
    '/tuote/talviteltta-käsivarsi-2',
    '/tuote/laavukangas-3x4',
    '/tuote/telttakiilat-alumiini-8-kpl',
  ],
  '/rinkat-ja-reput': [
    '/tuote/rinkka-kurkkio-65',
    '/tuote/päiväreppu-lampi-22',
    '/tuote/rinkka-kurkkio-80',
    '/tuote/vedenpitävä-pussi-35-l',
    '/tuote/ahkio-vetovaljailla',
  ],
  '/retkikeittimet': [
    '/tuote/monipolttoainekeitin-roihu',
    '/tuote/kaasukeitin-kipinä',
    '/tuote/spriikeitin-nuotio',
    '/tuote/termospullo-1-l',
    '/tuote/kuksa-visakoivu',
  ],
  '/vaatteet': [
    '/tuote/merinokerrasto-miehet',
    '/tuote/merinokerrasto-naiset',
    '/tuote/kuoritakki-puhuri',
    '/tuote/untuvatakki-pyry',
    '/tuote/villasukat-2-paria',
    '/tuote/anorakki-tuulenpesä',
  ],
  '/jalkineet': [
    '/tuote/vaelluskengät-rakka',
    '/tuote/huopavuorisaappaat',
    '/tuote/nastakengät-iljanne',
    '/tuote/kumisaappaat-suo',
    '/tuote/säärystimet',
  ],
  '/valot-ja-suunnistus': [
    '/tuote/otsalamppu-kaamos-600',
    '/tuote/kompassi-suunta',
    '/tuote/heijastinliivi',
    '/tuote/ulkoilukartta-pallas',
    '/tuote/puukko-koivu',
  ],
}

const ARTICLES = [
  '/blogi/näin-nukut-lämpimästi-pakkasessa',
  '/blogi/liukulumikenkä-vai-metsäsuksi',
  '/blogi/ensimmäinen-talviretki',
  '/blogi/merinovillan-pesu',
  '/blogi/hankikannolla-lapin-kevääseen',
  '/blogi/keittimen-huolto',
  '/blogi/tulenteko-märillä-puilla',
  '/blogi/lasten-kanssa-laavulle',
  '/blogi/kevyt-rinkka-kolmeksi-päiväksi',
] as const

/** The article that a forum discovers. */
export const TALKED_ABOUT_ARTICLE = page('blog', '/blogi/yö-lumikammissa-30-asteen-pakkasessa', '', 0.4)

export const FRONT_PAGE = page('front', '/', '', 1)
export const CART = page('cart', '/ostoskori', '', 1)
export const CHECKOUT = page('checkout', '/kassa', '', 1)
export const THANKS = page('thanks', '/kassa/kiitos', '', 1)

export const CATEGORIES: readonly ShopPage[] = [
  ...Object.keys(RANGE).map((path, rank) => page('category', path, path, 1 / (rank + 1.5))),
  page('category', '/tarjoukset', '/tarjoukset', 0.5),
  page('category', '/uutuudet', '/uutuudet', 0.25),
]

/** Popularity falls with the rank, as it does in shops (Zipf), in the category and within it. */
export const PRODUCTS: readonly ShopPage[] = Object.entries(RANGE).flatMap(
  ([category, paths], categoryRank) =>
    paths.map((path, rank) => page('product', path, category, 1 / ((categoryRank + 2) * (rank + 1)))),
)

export const BLOG: readonly ShopPage[] = [
  ...ARTICLES.map((path, rank) => page('blog', path, '', 1 / (rank + 1))),
  page('blog', '/blogi', '', 0.5),
  TALKED_ABOUT_ARTICLE,
]

export const INFO: readonly ShopPage[] = [
  page('info', '/toimitus-ja-palautus', '', 5),
  page('info', '/myymälä-tampere', '', 4),
  page('info', '/yhteystiedot', '', 2),
  page('info', '/kokotaulukko', '', 3),
  page('info', '/tietosuojaseloste', '', 0.5),
]

/** What people type into the shop's search; the collector drops the query. */
export const SEARCHES: readonly ShopPage[] = [
  'otsalamppu',
  'lumikengät',
  'makuupussi',
  'merino',
  'ahkio',
  'spriikeitin',
].map(words => page('search', `/haku?q=${words}`, '', 1))

const OF_CATEGORY = new Map(CATEGORIES.map(category => [category.category, category]))
const PRODUCTS_OF = new Map(
  Object.keys(RANGE).map(path => [path, PRODUCTS.filter(product => product.category === path)]),
)

/** The page of a product's category. */
export function categoryPage(path: string): ShopPage {
  return OF_CATEGORY.get(path) ?? FRONT_PAGE
}

/** Products listed on a category's page; offers and news list all of them. */
export function productsOf(category: string): readonly ShopPage[] {
  return PRODUCTS_OF.get(category) ?? PRODUCTS
}

function page(kind: PageKind, path: string, category: string, weight: number): ShopPage {
  return {
    kind,
    url: new URL(path, `https://${SHOP_DOMAIN}`).href,
    category,
    weight,
  }
}
