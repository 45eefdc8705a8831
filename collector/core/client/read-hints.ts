import { BRANDS, PLAIN_BRANDS } from './brands.ts'
import type { ClientHints } from './client-hints.ts'
import { majorOf } from './major-of.ts'
import { type Brand, parseBrands } from './parse-brands.ts'

/** What client hints say in our own words, so that nothing a header made up gets further. */
export interface HintFacts {
  /** Name of the browser, from `Sec-CH-UA`; empty for none that is known. */
  readonly browser: string
  /** Its major version. */
  readonly browserVersion: string
  /** True when the browser is of Chrome's family and calls itself no more than that. */
  readonly plain: boolean
  /** Name of the system, from `Sec-CH-UA-Platform`; empty for none that is known. */
  readonly os: string
  readonly mobile: boolean
}

/** Values of `Sec-CH-UA-Platform` (User-Agent Client Hints §3.2); `Unknown` and all others say nothing. */
const PLATFORMS: ReadonlyMap<string, string> = new Map([
  ['Android', 'Android'],
  ['Chrome OS', 'ChromeOS'],
  ['Chromium OS', 'ChromeOS'],
  ['iOS', 'iOS'],
  ['Linux', 'Linux'],
  ['macOS', 'macOS'],
  ['Windows', 'Windows'],
])

/** The facts in client hints; unknown ones are empty. */
export function readHints({ platform, mobile, brands = '' }: ClientHints): HintFacts {
  const named = brands === '' ? undefined : nameOf(parseBrands(brands))
  return {
    browser: named?.browser ?? '',
    browserVersion: majorOf(named?.version),
    plain: named?.plain ?? false,
    os: PLATFORMS.get(platform) ?? '',
    mobile,
  }
}

function nameOf(brands: readonly Brand[]): { browser: string; version: string; plain: boolean } | undefined {
  for (const { name, version } of brands) {
    const browser = BRANDS.get(name)
    if (browser !== undefined) return { browser, version, plain: false }
  }
  for (const [plainName, browser] of PLAIN_BRANDS) {
    const brand = brands.find(({ name }) => name === plainName)
    if (brand !== undefined) return { browser, version: brand.version, plain: true }
  }
  return undefined
}
