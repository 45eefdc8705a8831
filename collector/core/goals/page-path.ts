import * as v from 'valibot'

const MAX_PATTERN = 2_000
/** More of them could take long to match. */
const MAX_WILDCARDS = 8

/** A page, or a pattern of pages (see page-pattern.ts), as somebody types it. */
export const PAGE_PATH_SCHEMA = v.pipe(
  v.string('must be a text'),
  v.trim(),
  v.regex(/^\//, 'must begin with "/", such as /thanks or /blog/**'),
  v.maxLength(MAX_PATTERN, `may have at most ${MAX_PATTERN} characters`),
  v.check(text => text.isWellFormed(), 'must be well-formed Unicode text'),
  v.check(
    text => (text.match(/\*+/g) ?? []).length <= MAX_WILDCARDS,
    `may have at most ${MAX_WILDCARDS} wildcards`,
  ),
)
