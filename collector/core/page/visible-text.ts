/** Controls, and format characters: bidirectional marks and overrides, zero-width characters, soft hyphens, tags; line separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** Only what can be seen, in one spelling (Unicode NFC): two addresses that look alike are one, and none runs backwards in a table. */
export function visibleText(text: string): string {
  return /[^ -~]/.test(text) ? text.toWellFormed().replace(INVISIBLE, '').normalize('NFC') : text
}
