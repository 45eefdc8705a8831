import { maskWebTokens } from './mask-web-tokens.ts'

/** Shortest base64url text that is taken for a token, in characters: 240 bits. */
const MIN_TOKEN_CHARACTERS = 40
/** A text that has no run of this kind holds no token. */
const LONG_RUN = /[0-9A-Za-z_.-]{32}/
const UUID = /(?<![0-9A-Za-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9A-Za-z])/gi
const HEX = /(?<![0-9A-Za-z])[0-9a-f]{32,}(?![0-9A-Za-z])/gi
const LONG_WORD = /[\w-]{40,}={0,2}/g

/**
 * `*` for what is unmistakably a key to something and no name of a page: UUIDs, hexadecimal runs of 32 digits or more,
 * JSON Web Tokens, and long random base64url text. Links that reset a password, open an order or sign somebody in have
 * them. Words with hyphens are kept however long they are. Linear.
 */
export function maskTokens(text: string): string {
  if (text.length < 32 || !LONG_RUN.test(text)) return text
  return maskWebTokens(text)
    .replace(UUID, '*')
    .replace(HEX, '*')
    .replace(LONG_WORD, word => (isRandom(word) ? '*' : word))
}

/**
 * Random base64url changes between capitals, small letters and digits at two places of three, and has a `-` or `_` at one of 32.
 * Words change at most twice each (`Title-Case`), so eight characters a word is the most they could pretend to.
 */
function isRandom(word: string): boolean {
  const kinds = new Set<number>()
  let changes = 0
  let separators = 0
  let last = 0
  for (let index = 0; index < word.length; index++) {
    const kind = kindOf(word.charCodeAt(index))
    if (kind === 0) {
      separators++
      continue
    }
    kinds.add(kind)
    if (last !== 0 && kind !== last) changes++
    last = kind
  }
  const length = word.length
  return (
    length >= MIN_TOKEN_CHARACTERS && kinds.size === 3 && changes * 3 >= length && separators * 8 <= length
  )
}

/** 1 digit, 2 capital, 3 small letter, 0 anything else. */
function kindOf(code: number): number {
  if (code >= 48 && code <= 57) return 1
  if (code >= 65 && code <= 90) return 2
  return code >= 97 && code <= 122 ? 3 : 0
}
