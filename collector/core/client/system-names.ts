import type { Device } from '../event/analytics-event.ts'

/**
 * Names of systems as people know them. Distributions are all Linux: few browsers say which one, so that a share of
 * them would be a share of those few.
 */
export const SYSTEM_NAMES: Readonly<Record<string, string>> = {
  'Mac OS': 'macOS',
  'Chromium OS': 'ChromeOS',
  'Chrome OS': 'ChromeOS',
  Ubuntu: 'Linux',
  Debian: 'Linux',
  Fedora: 'Linux',
  Arch: 'Linux',
  SUSE: 'Linux',
  openSUSE: 'Linux',
  Mint: 'Linux',
  Mageia: 'Linux',
  Gentoo: 'Linux',
  CentOS: 'Linux',
  RedHat: 'Linux',
  'Red Hat': 'Linux',
  Raspbian: 'Linux',
  GNU: 'Linux',
  PCLinuxOS: 'Linux',
  Manjaro: 'Linux',
  'Windows Phone': 'Windows Phone',
  'Windows Mobile': 'Windows Phone',
  'Firefox OS': 'Firefox OS',
  KAIOS: 'KaiOS',
  WebOS: 'webOS',
  NetTV: 'NetTV',
  OpenHarmony: 'HarmonyOS',
  'Android-x86': 'Android',
  Fuchsia: 'Fuchsia',
  Sailfish: 'Sailfish OS',
  PlayStation: 'PlayStation',
  Nintendo: 'Nintendo',
  Xbox: 'Xbox',
}

/** Platforms that `Sec-CH-UA-Platform` names, where they are called otherwise here. */
export const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  'Chrome OS': 'ChromeOS',
  'Chromium OS': 'ChromeOS',
  'Mac OS X': 'macOS',
  Unknown: '',
}

/** Kinds of devices by their name in ua-parser-js. */
export const DEVICE_KINDS: Readonly<Record<string, Device>> = {
  mobile: 'Mobile',
  tablet: 'Tablet',
  smarttv: 'TV',
  console: 'Console',
  wearable: 'Wearable',
  xr: 'Wearable',
  embedded: '',
}

/** Systems that run on desks when the User-Agent names no device. */
export const DESKTOP_SYSTEMS = /^(Windows|macOS|Linux|ChromeOS|Haiku|Solaris|.*BSD)$/
