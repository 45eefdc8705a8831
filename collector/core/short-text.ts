import * as v from 'valibot'

/** A text that people typed to be read again on one line: trimmed, not empty, without control characters. */
export function shortText(maxCharacters: number) {
  return v.pipe(
    v.string('must be a text'),
    v.trim(),
    v.nonEmpty('must not be empty'),
    v.maxLength(maxCharacters, `may have at most ${maxCharacters} characters`),
    v.check(text => text.isWellFormed() && !/\p{Cc}/u.test(text), 'must not hold control characters'),
  )
}
