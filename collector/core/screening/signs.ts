/** The fewest digits that any number we look for has. */
const MIN_DIGITS = 6

/** What a text has that personal data cannot do without; nearly every text has neither. */
export interface Signs {
  readonly at: boolean
  readonly digits: boolean
}

const NONE: Signs = { at: false, digits: false }
const AT: Signs = { at: true, digits: false }
const DIGITS: Signs = { at: false, digits: true }
const BOTH: Signs = { at: true, digits: true }

/**
 * The cheap question before the dear ones: is there an `@` (also as `%40`, however often encoded, or full-width), and
 * are there six digits? One walk over the text, no memory.
 */
export function signsOf(text: string): Signs {
  let digits = 0
  let at = false
  let percent = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x30 && code <= 0x39) digits++
    else if (code === 0x40) at = true
    else if (code === 0x25) percent = true
    else if (code >= 0xff10) {
      if (code <= 0xff19) digits++
      else if (code === 0xff20) at = true
    }
  }
  if (percent && !at) at = /%(?:25)*40/.test(text)
  if (digits >= MIN_DIGITS) return at ? BOTH : DIGITS
  return at ? AT : NONE
}
