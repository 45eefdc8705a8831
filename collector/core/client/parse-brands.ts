import { MAX_BRANDS_LENGTH } from './client-hints.ts'

/** One brand of `Sec-CH-UA`: a browser, its engine, or a made-up name that keeps servers honest (GREASE). */
export interface Brand {
  readonly name: string
  /** As it was sent: `141`, `28.0`; empty when there is none. */
  readonly version: string
}

/** Brands that are read; browsers send two to four. */
const MAX_BRANDS = 8

/** A structured-field string, from one quotation mark to the next; a backslash takes the next character as it is (RFC 9651 §3.3.3). */
const STRING = /"((?:[^"\\]|\\.)*)"/y

/**
 * The brands of a `Sec-CH-UA` header in its order, a list of strings with a parameter `v` (RFC 9651 §3.1).
 * What does not follow the grammar ends the list; never throws.
 */
export function parseBrands(header: string): Brand[] {
  const text = header.slice(0, MAX_BRANDS_LENGTH)
  const brands: Brand[] = []
  let at = skip(text, 0)
  while (brands.length < MAX_BRANDS) {
    const name = stringAt(text, at)
    if (name === undefined) break
    at = skip(text, name.end)
    let version = ''
    while (text[at] === ';') {
      at = skip(text, at + 1)
      const equals = text.indexOf('=', at)
      const value = equals < 0 ? undefined : stringAt(text, equals + 1)
      if (value === undefined) break
      if (text.slice(at, equals) === 'v') version = value.text
      at = skip(text, value.end)
    }
    brands.push({ name: name.text, version })
    at = skip(text, at)
    if (text[at] !== ',') break
    at = skip(text, at + 1)
  }
  return brands
}

function stringAt(text: string, at: number): { text: string; end: number } | undefined {
  if (text[at] !== '"') return undefined
  const close = text.indexOf('"', at + 1)
  const plain = text.slice(at + 1, close)
  if (close >= 0 && !plain.includes('\\')) return { text: plain, end: close + 1 }
  STRING.lastIndex = at
  const inner = STRING.exec(text)?.[1]
  if (inner === undefined) return undefined
  return { text: inner.replace(/\\(.)/g, '$1'), end: at + inner.length + 2 }
}

/** Spaces and tabs are skipped alike; the grammar has no place where it matters. */
function skip(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at
}
