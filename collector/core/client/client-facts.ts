import type { IResult } from 'ua-parser-js'
import type { ClientFacts, Device } from '../event/analytics-event.ts'

/** The three client hints that browsers send unasked (User-Agent Client Hints, low entropy). */
export interface ClientHints {
  /** `Sec-CH-UA-Platform`, such as `"Android"`. */
  readonly platform: string
  /** `Sec-CH-UA-Mobile`: true for `?1`. */
  readonly mobile: boolean
}

/** Names that ua-parser-js gives to variants of one browser, beside the name that people know. */
const BROWSERS: Readonly<Record<string, string>> = {
  'Chrome Headless': 'Chrome',
  'Chrome WebView': 'Android webview',
  'Mobile Chrome': 'Chrome',
  'Mobile Firefox': 'Firefox',
  'Mobile Safari': 'Safari',
  'Android Browser': 'Android browser',
  'Samsung Browser': 'Samsung Internet',
  'Opera Touch': 'Opera',
  'Opera Mobi': 'Opera',
  'Opera GX': 'Opera',
  GSA: 'Google app',
  WebKit: 'iOS webview',
  IEMobile: 'Internet Explorer',
  IE: 'Internet Explorer',
}

const SYSTEMS: Readonly<Record<string, string>> = {
  'Mac OS': 'macOS',
  'Chromium OS': 'ChromeOS',
  'Chrome OS': 'ChromeOS',
}

const DEVICES: Readonly<Record<string, Device>> = {
  mobile: 'Mobile',
  tablet: 'Tablet',
  smarttv: 'TV',
  console: 'Console',
  wearable: 'Wearable',
  xr: 'Wearable',
}

/** Systems that run on desks when the User-Agent names no device. */
const DESKTOP_SYSTEMS = /^(Windows|macOS|Linux|Ubuntu|Debian|Fedora|ChromeOS|.*BSD)$/

/** The few facts that are kept of a parsed User-Agent, corrected by client hints. Unknown facts are empty. */
export function clientFacts(parsed: IResult, hints: ClientHints, language: string): ClientFacts {
  const browserName = parsed.browser.name ?? ''
  const systemName = parsed.os.name ?? ''
  const os = systemOf(systemName, hints.platform)
  return {
    browser: BROWSERS[browserName] ?? browserName,
    browserVersion: major(parsed.browser.version),
    os,
    osVersion: systemVersion(os, parsed.os.version),
    device: deviceOf(parsed.device.type, os, hints.mobile),
    language,
  }
}

function systemOf(name: string, platform: string): string {
  if (name === '' && platform !== '') return platform
  return SYSTEMS[name] ?? name
}

function major(version: string | undefined): string {
  return /^\d+/.exec(version ?? '')?.[0] ?? ''
}

/** macOS counts releases before 11 by the second number (10.15); Windows has names such as XP. */
function systemVersion(os: string, version: string | undefined): string {
  if (version === undefined) return ''
  if (os === 'macOS' && version.startsWith('10.')) return version.split('.').slice(0, 2).join('.')
  return os === 'Windows' ? version : major(version)
}

function deviceOf(type: string | undefined, os: string, mobileHint: boolean): Device {
  // Chrome on Android freezes the model, so a parser takes a phone that asks for desktop pages for a tablet.
  if (mobileHint && (type === undefined || type === 'tablet')) return 'Mobile'
  if (type !== undefined) return DEVICES[type] ?? ''
  if (os === 'Android') return 'Tablet'
  return DESKTOP_SYSTEMS.test(os) ? 'Desktop' : ''
}
