import { matchesOf } from './matches-of.ts'
import { PHONE_FORMS } from './phone-forms.ts'
import { isPhoneKey } from './phone-key.ts'
import type { Span } from './span.ts'

/** Any 6–15 digits, when something says that they are a telephone number. */
const ANY_NUMBER = '\\(?\\+?\\(?\\d(?:[ ()/.+-]{0,2}\\d){5,14}(?!\\d)'
const BY_KEY = new RegExp(ANY_NUMBER, 'g')
/** `tel:0401234567`, `puh. 0401234567`, `wa.me/358401234567`. */
const BY_WORD = new RegExp(
  `(?=[tpgscw])(?<![0-9A-Za-z\\u00c0-\\u024f])(?:tel|puh|gsm|sms|callto|whatsapp|wa\\.me)(?:[.:/] ?| )(${ANY_NUMBER})`,
  'gi',
)
/** Not inside a word, nor the later part of a longer number. */
const BY_FORM = new RegExp(
  `(?=[+(0])(?<![0-9A-Za-z\\u00c0-\\u024f+]|\\d[ .,:-])(?:${PHONE_FORMS.map(row => row.pattern).join('|')})(?![0-9A-Za-z]|[-.]\\d)`,
  'g',
)

/**
 * Telephone numbers. Precision comes before recall: with nothing said about it, a number is one only when it is written
 * like one (`PHONE_FORMS`: a plus, 00 and a country, or a national prefix and groups); a bare run of digits is an order or an
 * article. After `tel:` and the like, or when the `key` (name of the parameter or property) says so, any 6–15 digits are.
 */
export function findPhones(text: string, key?: string): readonly Span[] {
  const spans: Span[] = []
  if (key !== undefined && isPhoneKey(key)) {
    for (const match of matchesOf(text, BY_KEY)) spans.push(spanOf(match.index, match[0]))
    return spans
  }
  for (const match of matchesOf(text, BY_FORM)) spans.push(spanOf(match.index, match[0]))
  for (const match of matchesOf(text, BY_WORD)) {
    const number = match[1] ?? ''
    spans.push(spanOf(match.index + match[0].length - number.length, number))
  }
  return spans
}

function spanOf(start: number, found: string): Span {
  return { start, end: start + found.length }
}
