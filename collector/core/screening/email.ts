import { FILE_ENDINGS } from './file-endings.ts'
import type { Span } from './span.ts'

/** ASCII characters of the part before the `@`. `/ = ? & !` are allowed by RFC 5322 too, but they part things in URLs. */
const LOCAL_PART = asciiTable("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-'~")
const DOMAIN = asciiTable('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-')
/** `kit@5.0`, `pkg@1.2.3-beta.next`, `icon@1.5x.png`: a version or a scale. */
const VERSION = /^v?\d+\.\d/i
const TOP_LEVEL = /^(?:xn--[a-z0-9-]+|\p{L}{2,})/iu

/**
 * E-mail addresses: something before an `@`, a host with a dot and a top-level name of letters after it. Names of
 * networks (`/@mikko`) have nothing before the `@`; packages (`kit@5.0`) and files (`image@2x.png`) have no top-level
 * name. A fediverse handle (`/@user@host.tld`) is one person and reads like an address: it is one. Linear: no
 * character is walked over twice in one direction.
 */
export function findEmails(text: string): readonly Span[] {
  const spans: Span[] = []
  let free = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > free && isIn(LOCAL_PART, text.charCodeAt(start - 1))) start--
    const length = start === at ? 0 : hostLength(text, at + 1)
    if (length === 0) continue
    free = at + 1 + length
    spans.push({ start, end: free })
  }
  return spans
}

/** Characters of the host that begins here; 0 when there is none. */
function hostLength(text: string, start: number): number {
  let end = start
  while (end < text.length && isIn(DOMAIN, text.charCodeAt(end))) end++
  const host = text.slice(start, end).split('..', 1)[0] ?? ''
  if (host.startsWith('.') || VERSION.test(host)) return 0
  const labels = host.split('.')
  let length = host.length
  for (let index = labels.length - 1; index > 0; index--) {
    const label = labels[index] ?? ''
    const name = TOP_LEVEL.exec(label)?.[0]
    if (name !== undefined && !FILE_ENDINGS.has(name.toLowerCase()))
      return length - label.length + name.length
    length -= label.length + 1
  }
  return 0
}

function asciiTable(characters: string): readonly boolean[] {
  return Array.from({ length: 128 }, (_, code) => characters.includes(String.fromCharCode(code)))
}

/** Beyond ASCII everything counts as a letter but spaces and punctuation of U+0080–00BF, U+2000–206F, U+3000–303F. */
function isIn(table: readonly boolean[], code: number): boolean {
  if (code < 128) return table[code] === true
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f)
}
