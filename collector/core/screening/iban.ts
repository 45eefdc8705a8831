import { IBAN_FORMS } from './iban-forms.ts'
import { matchesOf } from './matches-of.ts'
import type { Span } from './span.ts'

const BEGINNING = /(?<![0-9A-Za-z])[A-Z]{2}\d\d/gi
/** Between groups of four people write a space, which some URLs write as `+`, or a hyphen. */
const SEPARATORS = ' +-.'
/** Per country: for each character after the check digits `n` digit, `a` letter, `c` either. */
const CLASSES = new Map(IBAN_FORMS.map(row => [row.country, expanded(row.form)]))

/** IBANs (ISO 13616): known country, its length and form, check digits of modulus 97; either case, single separators. By accident: 1 of 97 of what has the form. */
export function findIbans(text: string): readonly Span[] {
  const spans: Span[] = []
  for (const { index } of matchesOf(text, BEGINNING)) {
    const end = ibanEnd(text, index)
    if (end !== undefined) spans.push({ start: index, end })
  }
  return spans
}

/** Where the IBAN that begins here ends; reads at most twice its length. */
function ibanEnd(text: string, start: number): number | undefined {
  const head = text.slice(start, start + 4).toUpperCase()
  const classes = CLASSES.get(head.slice(0, 2))
  if (classes === undefined) return undefined
  let index = start + 4
  let remainder = 0
  for (const kind of classes) {
    if (SEPARATORS.includes(text[index] ?? '?')) index++
    const value = characterValue(text.charCodeAt(index++), kind)
    if (value === undefined) return undefined
    remainder = appended(remainder, value)
  }
  if (/[0-9A-Za-z]/.test(text[index] ?? '')) return undefined
  for (const character of head) remainder = appended(remainder, Number.parseInt(character, 36))
  return remainder === 1 ? index : undefined
}

/** 0–35, letters after the digits; undefined when it is not of this kind. */
function characterValue(code: number, kind: string): number | undefined {
  if (code >= 48 && code <= 57) return kind === 'a' ? undefined : code - 48
  const letter = (code | 32) - 97
  return letter >= 0 && letter < 26 && code < 128 && kind !== 'n' ? letter + 10 : undefined
}

function appended(remainder: number, value: number): number {
  return (remainder * (value > 9 ? 100 : 10) + value) % 97
}

/** `4a6n` is `aaaannnnnn`. */
function expanded(form: string): string {
  return form.replace(/(\d+)([nac])/g, (_, count: string, kind: string) => kind.repeat(Number(count)))
}
