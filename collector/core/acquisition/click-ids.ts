/**
 * Parameters that advertisers' platforms add to links: Google, Bing, Facebook, Twitter.
 * Only that one is there is ever known: a value names one click of one person and is not read.
 */
export const CLICK_IDS = ['gclid', 'gbraid', 'wbraid', 'msclkid', 'fbclid', 'twclid'] as const
export type ClickId = (typeof CLICK_IDS)[number]

/** The source that a click id alone tells. */
export const SOURCE_OF_CLICK_ID: Readonly<Record<ClickId, string>> = {
  gclid: 'Google',
  gbraid: 'Google',
  wbraid: 'Google',
  msclkid: 'Bing',
  fbclid: 'Facebook',
  twclid: 'Twitter',
}

/** Whose pages show the advertisements of which platform: its own, and search engines that rent them. */
const GOOGLE_ADS = new Set(['Google', 'Google Maps', 'YouTube', 'Startpage', 'Ask.com'])
const MICROSOFT_ADS = new Set(['Bing', 'Yahoo!', 'DuckDuckGo', 'Ecosia', 'Qwant', 'AOL', 'MSN'])

/** On which sources a click id says that an advertisement was clicked. Facebook adds its own to every link, paid or not. */
const AD_SOURCES: Readonly<Record<ClickId, ReadonlySet<string>>> = {
  gclid: GOOGLE_ADS,
  gbraid: GOOGLE_ADS,
  wbraid: GOOGLE_ADS,
  msclkid: MICROSOFT_ADS,
  fbclid: new Set(),
  twclid: new Set(['Twitter']),
}

/** Names of the click ids among a URL's parameters, in the order of `CLICK_IDS`. */
export function clickIdsOf(parameters: URLSearchParams): readonly ClickId[] {
  return CLICK_IDS.filter(name => parameters.has(name))
}

/** True when one of these click ids says that an advertisement on this source was clicked. */
export function isAdClick(source: string, clickIds: readonly ClickId[]): boolean {
  return clickIds.some(name => AD_SOURCES[name].has(source))
}
