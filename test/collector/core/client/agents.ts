/** One real form of User-Agent and what it says: `[text, browser, version, system, system's version, device]`. */
export type AgentCase = readonly [
  userAgent: string,
  browser: string,
  browserVersion: string,
  os: string,
  osVersion: string,
  device: string,
]

const KHTML = '(KHTML, like Gecko)'

/** Chrome and its kin on a desk; the text is the same everywhere but for platform, version and what is behind. */
export const chrome = (platform: string, version: string, behind = '') =>
  `Mozilla/5.0 (${platform}) AppleWebKit/537.36 ${KHTML} Chrome/${version} Safari/537.36${behind}`

/** The same on a phone. */
export const mobileChrome = (platform: string, version: string, behind = '') =>
  `Mozilla/5.0 (${platform}) AppleWebKit/537.36 ${KHTML} Chrome/${version} Mobile Safari/537.36${behind}`

/** A webview of Android, as apps open pages in. */
export const androidWebview = (platform: string, version: string, behind = '') =>
  `Mozilla/5.0 (${platform}; wv) AppleWebKit/537.36 ${KHTML} Version/4.0 Chrome/${version} Mobile Safari/537.36${behind}`

export const firefox = (platform: string, version: string) =>
  `Mozilla/5.0 (${platform}; rv:${version}) Gecko/20100101 Firefox/${version}`

/** Firefox on Android names its version where a desk has a date. */
export const mobileFirefox = (platform: string, version: string) =>
  `Mozilla/5.0 (${platform}; rv:${version}) Gecko/${version} Firefox/${version}`

export const safari = (system: string, version: string, webkit = '605.1.15') =>
  `Mozilla/5.0 (Macintosh; Intel Mac OS X ${system}) AppleWebKit/${webkit} ${KHTML} Version/${version} Safari/${webkit}`

/** Anything on an iPhone or iPad: `what` stands where Safari has its version. */
export const apple = (device: string, system: string, what: string, behind = ' Safari/604.1') =>
  `Mozilla/5.0 (${device}; CPU ${device === 'iPad' ? 'OS' : 'iPhone OS'} ${system} like Mac OS X) AppleWebKit/605.1.15 ${KHTML} ${what}Mobile/15E148${behind}`

export const WINDOWS = 'Windows NT 10.0; Win64; x64'
export const MAC = 'Macintosh; Intel Mac OS X 10_15_7'
export const LINUX = 'X11; Linux x86_64'
export const PHONE = 'Linux; Android 10; K'
