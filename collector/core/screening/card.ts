import { hasLuhnCheckDigit } from './luhn.ts'
import { matchesOf } from './matches-of.ts'
import type { Span } from './span.ts'

/** Plain, or in the groups that are printed on cards, with one kind of space or dash; not the decimals of a number. */
const CANDIDATE =
  /(?=\d)(?<![0-9A-Za-z]|\d\.)(?:\d{15,16}|\d{19}|\d{4}([ +-])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ +-])\d{6}\2\d{4,5})(?![0-9A-Za-z]|\.\d)/g

/** By length: 14 Diners Club, 15 American Express, 16 Visa, Mastercard, Discover, JCB and Diners, 19 Visa and Discover. */
const PREFIXES: Readonly<Record<number, RegExp>> = {
  14: /^(?:36|38|39|30[0-5])/,
  15: /^3[47]/,
  16: /^(?:4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|6011|64[4-9]|65|35(?:2[89]|[3-8])|36|38|30[0-5])/,
  19: /^(?:4|6011|64[4-9]|65)/,
}

/**
 * Payment card numbers: known prefix and length, Luhn digit. Plain numbers of 13 or 14 digits are articles and orders
 * (EAN-13, GTIN-14) and no cards to us. By accident: 1 of 40 plain numbers of 16 digits, 1 of 500 of 15, 1 of 80 of 19.
 */
export function findCards(text: string): readonly Span[] {
  const spans: Span[] = []
  for (const match of matchesOf(text, CANDIDATE)) {
    const digits = match[0].replace(/\D/g, '')
    if (PREFIXES[digits.length]?.test(digits) !== true || !hasLuhnCheckDigit(digits)) continue
    spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return spans
}
