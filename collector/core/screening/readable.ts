import type { Span } from './span.ts'

/** A text as a person would read it: nothing percent-encoded, plain dashes and spaces. */
export interface Readable {
  readonly text: string
  /** For each character, and for the end, where it was in the original; undefined when nothing has moved. */
  readonly origins: readonly number[] | undefined
}

/** Dashes, spaces and full-width forms that stand for an ASCII character. */
const LOOKALIKES = /[\u00a0\u2000-\u200a\u2010-\u2015\u202f\u2212\u3000\uff01-\uff5e]/g
/** One byte, encoded once or more often (`%2540` is `%40` is `@`); a no-break space is two bytes. */
const ESCAPE = /%(?:25)*c2%(?:25)*a0|%(?:25)*([0-9a-f]{2})/gi
/** Any byte beyond ASCII is a part of a letter to us. */
const SOME_LETTER = 'ö'

/** Reads a text for the search only; what is found is taken out of the original by `originOf`. Linear. */
export function readable(text: string): Readable {
  const plain = /[^ -~]/.test(text) ? text.replace(LOOKALIKES, asciiOf) : text
  return plain.includes('%') ? unescaped(plain) : { text: plain, origins: undefined }
}

/** Where a find was in the original text. */
export function originOf({ origins }: Readable, { start, end }: Span): Span {
  if (origins === undefined) return { start, end }
  return { start: origins[start] ?? 0, end: origins[end] ?? 0 }
}

function asciiOf(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? '-' : ' '
}

function unescaped(text: string): Readable {
  const origins: number[] = []
  let read = ''
  let done = 0
  for (const match of text.matchAll(ESCAPE)) {
    for (let index = done; index < match.index; index++) origins.push(index)
    origins.push(match.index)
    read += text.slice(done, match.index) + characterOf(match[1])
    done = match.index + match[0].length
  }
  for (let index = done; index <= text.length; index++) origins.push(index)
  return { text: read + text.slice(done), origins }
}

/** One character per escape, so that places can be told. */
function characterOf(hex: string | undefined): string {
  const byte = hex === undefined ? 0x20 : Number.parseInt(hex, 16)
  if (byte >= 0x80) return SOME_LETTER
  return byte < 0x20 ? ' ' : String.fromCharCode(byte)
}
