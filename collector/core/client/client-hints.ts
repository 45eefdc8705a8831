/** The three client hints that browsers send unasked (User-Agent Client Hints, low entropy). */
export interface ClientHints {
  /** `Sec-CH-UA-Platform` without its quotation marks, such as `Android`; empty for none. */
  readonly platform: string
  /** `Sec-CH-UA-Mobile`: true for `?1`. */
  readonly mobile: boolean
  /** `Sec-CH-UA` as it was sent, such as `"Chromium";v="141", "Brave";v="141"`; undefined or empty for none. */
  readonly brands?: string
}

/** Characters of `Sec-CH-UA` that are read; browsers send 60 to 160. */
export const MAX_BRANDS_LENGTH = 512

/** What a request says that has no client hints: every one from Firefox or Safari, or over plain HTTP. */
export const NO_HINTS: ClientHints = { platform: '', mobile: false, brands: '' }
