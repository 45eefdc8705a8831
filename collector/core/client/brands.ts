/**
 * Brands of `Sec-CH-UA` that name a browser, and the name that people know. A brand that is not in this list says
 * nothing: GREASE such as `Not/A)Brand`, and whatever else a header may hold.
 */
export const BRANDS: ReadonlyMap<string, string> = new Map([
  ['Microsoft Edge', 'Edge'],
  ['Opera', 'Opera'],
  ['Opera GX', 'Opera'],
  ['OperaMobile', 'Opera'],
  ['Opera Mini', 'Opera Mini'],
  ['Opera Mini Android', 'Opera Mini'],
  ['Brave', 'Brave'],
  ['Brave Browser', 'Brave'],
  ['Vivaldi', 'Vivaldi'],
  ['Samsung Internet', 'Samsung Internet'],
  ['DuckDuckGo', 'DuckDuckGo'],
  ['YaBrowser', 'Yandex Browser'],
  ['Yandex', 'Yandex Browser'],
  ['YandexBrowser', 'Yandex Browser'],
  ['Ecosia', 'Ecosia'],
  ['Whale', 'Whale'],
  ['Amazon Silk', 'Silk'],
  ['Silk', 'Silk'],
  ['HuaweiBrowser', 'Huawei Browser'],
  ['MiuiBrowser', 'MIUI Browser'],
  ['Oculus Browser', 'Meta Quest Browser'],
  ['Meta Quest Browser', 'Meta Quest Browser'],
  ['Avast Secure Browser', 'Avast Secure Browser'],
  ['AVG Secure Browser', 'AVG Secure Browser'],
  ['Norton Private Browser', 'Norton Private Browser'],
  ['CCleaner Browser', 'CCleaner Browser'],
  ['Avira Secure Browser', 'Avira Secure Browser'],
  ['CocCoc', 'Cốc Cốc'],
  ['Coc Coc', 'Cốc Cốc'],
  ['Arc', 'Arc'],
])

/** Brands of engines, and of the browser that most others pretend to be: they name it only when nothing else does. */
export const PLAIN_BRANDS: ReadonlyMap<string, string> = new Map([
  ['Android WebView', 'Android webview'],
  ['Google Chrome', 'Chrome'],
  ['HeadlessChrome', 'Chrome'],
  // Last: every browser of the family sends it beside its own name; alone it is Chromium itself.
  ['Chromium', 'Chromium'],
])
