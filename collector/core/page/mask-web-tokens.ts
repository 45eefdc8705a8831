/** What a JSON Web Token begins with (RFC 7519): its header is JSON, and this is `{"`. */
const START = 'eyJ'
/** Shortest header, in characters. */
const MIN_HEADER_CHARACTERS = 11
const WORD = /[\w-]*/y
const LETTER_OR_DIGIT = /[0-9A-Za-z]/
/** Payload, signature and, where it is encrypted, two more parts. */
const PARTS = /\.[\w-]+(?:\.[\w-]*){0,3}/y

/** `*` for JSON Web Tokens. By hand, since an expression walks over `-eyJ-eyJ-eyJ…` once for each of them. */
export function maskWebTokens(text: string): string {
  let masked = ''
  let done = 0
  let wordEnd = 0
  for (let at = text.indexOf(START); at !== -1; at = text.indexOf(START, at)) {
    // Every start in one word ends where the first one does.
    if (at >= wordEnd) wordEnd = endOf(WORD, text, at)
    const isStart = at === 0 || !LETTER_OR_DIGIT.test(text[at - 1] ?? '')
    const end = isStart && wordEnd - at >= MIN_HEADER_CHARACTERS ? endOf(PARTS, text, wordEnd) : wordEnd
    if (end === wordEnd) {
      at += START.length
      continue
    }
    masked += `${text.slice(done, at)}*`
    done = end
    at = end
  }
  return masked + text.slice(done)
}

/** Where what fits here ends; here, when nothing does. */
function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at
}
