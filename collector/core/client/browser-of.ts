import { BROWSER_NAMES } from './browser-names.ts'
import { BROWSER_TOKENS } from './browser-tokens.ts'
import { IN_APP_BROWSERS } from './in-app-browsers.ts'
import { majorOf } from './major-of.ts'
import { tokenIn, versionIn } from './token-row.ts'

/** A browser as people know it; both empty when unknown. */
export interface BrowserFacts {
  readonly name: string
  /** Major version. */
  readonly version: string
  /** True for an app that shows pages inside itself: it knows its name better than the web view's client hints do. */
  readonly inApp: boolean
}

/**
 * The browser that a User-Agent names. `parse` is ua-parser-js, asked only when our own lists know nothing;
 * `os` is the system's name, by which a bare web view is told.
 */
export function browserOf(
  userAgent: string,
  os: string,
  parse: () => { readonly name?: string | undefined; readonly version?: string | undefined },
): BrowserFacts {
  const app = tokenIn(IN_APP_BROWSERS, userAgent)
  if (app !== undefined) return { ...app, inApp: true }
  const token = tokenIn(BROWSER_TOKENS, userAgent)
  if (token !== undefined) return { ...token, inApp: false }
  const { name = '', version } = parse()
  if (name === 'WebKit') return { name: bareWebKit(os), version: '', inApp: false }
  if (name === 'Android Browser' && userAgent.includes(' Chrome/')) {
    // Web views of Android 4.4 have the old browser's `Version/4.0` and no `wv` yet.
    return { name: 'Android webview', version: versionIn(userAgent, ' Chrome/'), inApp: false }
  }
  const known = BROWSER_NAMES.get(name.toLowerCase()) ?? name
  const other = known === 'Safari' ? NOT_SAFARI.get(os) : undefined
  return { name: other ?? known, version: other === undefined ? majorOf(version) : '', inApp: false }
}

/** Where WebKit has a browser that calls itself Safari and is not; everywhere else it is Safari. */
const NOT_SAFARI: ReadonlyMap<string, string> = new Map([
  ['BlackBerry', 'BlackBerry browser'],
  ['Linux', 'WebKit'],
  ['Tizen', 'Samsung Internet'],
  ['webOS', 'webOS browser'],
])

/** WebKit without a browser's name is an app's web view; its version is frozen. */
function bareWebKit(os: string): string {
  if (os === 'iOS' || os === 'iPadOS') return 'iOS webview'
  return os === 'macOS' ? 'macOS webview' : 'WebKit'
}
