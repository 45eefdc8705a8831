import { cutText } from './cut-text.ts'
import { foldSlash } from './fold-slash.ts'
import { keptParameters } from './kept-parameters.ts'
import type { CompiledPageRules } from './page-rules.ts'
import { screenedText } from './screened-text.ts'

/** Longest page that is kept, in characters. */
export const MAX_PAGE_CHARACTERS = 1_000

/** What a page is made of. */
export interface PageParts {
  /** Decoded path, with a hash route if the site has them; begins with `/`. */
  readonly path: string
  readonly parameters: URLSearchParams
}

/**
 * The page that is kept: path by the site's rules (slash, masks, tokens), screened for personal data, with the kept
 * parameters. Begins with `/`, at most 1,000 characters; made of its own result it stays the same. Source: wire format §3.
 */
export function pageOf({ path, parameters }: PageParts, rules: CompiledPageRules): string {
  const page = ownPath(path, rules) + keptParameters(parameters, rules)
  if (page.length <= MAX_PAGE_CHARACTERS) return page
  // A number that is cut in two can look like another one.
  const cut = screenedText(cutText(page, MAX_PAGE_CHARACTERS), rules.maskTokens)
  return cutText(cut, MAX_PAGE_CHARACTERS).trimEnd()
}

function ownPath(path: string, rules: CompiledPageRules): string {
  const folded = rules.foldSlash ? foldSlash(path) : path
  const mask = rules.maskOf(folded)
  if (mask !== undefined) return mask
  const screened = screenedText(folded, rules.maskTokens)
  return screened === folded ? folded : (rules.maskOf(screened) ?? screened)
}
