/** A browser as it names itself in `Sec-CH-UA`. */
export interface Brand {
  readonly name: string
  /** Major version. */
  readonly version: string
}

/** Longest header that is read, characters; real ones have about 100. */
const MAX_CHARACTERS = 500

/** Brands that say more than the User-Agent, beside the name that people know. */
const BRANDS: Readonly<Record<string, string>> = {
  Brave: 'Brave',
  'Microsoft Edge': 'Edge',
  'Microsoft Edge WebView2': 'Edge',
  Opera: 'Opera',
  'Opera GX': 'Opera',
  'Opera Air': 'Opera',
  OperaMobile: 'Opera',
  'Samsung Internet': 'Samsung Internet',
  Vivaldi: 'Vivaldi',
  DuckDuckGo: 'DuckDuckGo',
  Yandex: 'Yandex Browser',
  YaBrowser: 'Yandex Browser',
  Whale: 'Whale',
  Ecosia: 'Ecosia',
  Arc: 'Arc',
  Comet: 'Comet',
  'Huawei Browser': 'Huawei Browser',
  HuaweiBrowser: 'Huawei Browser',
  'Avast Secure Browser': 'Avast Secure Browser',
  'Norton Private Browser': 'Norton Private Browser',
  'CCleaner Browser': 'CCleaner Browser',
  'Coc Coc': 'Coc Coc',
  CocCoc: 'Coc Coc',
  'Mi Browser': 'Mi Browser',
  MiuiBrowser: 'Mi Browser',
  'Oculus Browser': 'Meta Quest Browser',
}

const HEADLESS = /"HeadlessChrome"/

/**
 * The first brand of a `Sec-CH-UA` header that names a browser; undefined for plain Chrome and Chromium, and for what is
 * there only so that nobody relies on the list. Source: User-Agent Client Hints (WICG), structured field of RFC 9651.
 */
export function brandOf(header: string): Brand | undefined {
  for (const [, text = '', version = ''] of header
    .slice(0, MAX_CHARACTERS)
    .matchAll(/"((?:[^"\\]|\\.)*)"\s*;\s*v="(\d{1,4})[^"]*"/g)) {
    const name = Object.hasOwn(BRANDS, text) ? BRANDS[text] : undefined
    if (name !== undefined) return { name, version }
  }
  return undefined
}

/** True when the browser says that nobody sees it. */
export function isHeadless(header: string): boolean {
  return HEADLESS.test(header)
}
