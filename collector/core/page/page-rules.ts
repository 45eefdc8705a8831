import { foldSlash } from './fold-slash.ts'
import { covers, type Mask, parseMask, segmentsOf } from './mask.ts'
import { percentDecoded } from './percent-decoded.ts'
import { isRefusedParameter } from './refused-parameters.ts'
import { visibleText } from './visible-text.ts'

/** What a site's owner decides about its pages. Source: wire format §3. */
export interface PageRules {
  /** `/a/` is `/a`. */
  readonly foldSlash: boolean
  /** Names of the query parameters that are a part of the page; case matters. Sessions, secrets and click ids are refused all the same. */
  readonly keepParameters: readonly string[]
  /** Patterns that are the name of every page they cover: `/shop/**`. The first that covers a page wins; case matters. */
  readonly masks: readonly string[]
  /** `*` in the place of UUIDs, long hexadecimal and random tokens. */
  readonly maskTokens: boolean
}

/** Rules of a site whose owner has decided nothing. */
export const DEFAULT_PAGE_RULES: PageRules = {
  foldSlash: true,
  keepParameters: [],
  masks: [],
  maskTokens: true,
}

/** A site's rules, ready for many pages. */
export interface CompiledPageRules {
  readonly foldSlash: boolean
  readonly maskTokens: boolean
  readonly keepParameters: readonly string[]
  /** Name of the first mask that covers the path; undefined when none does. */
  readonly maskOf: (path: string) => string | undefined
}

/** Compiles rules once per site; what is not given is as in `DEFAULT_PAGE_RULES`. Blank masks and names count for nothing. */
export function compilePageRules(rules: Partial<PageRules> = {}): CompiledPageRules {
  const { foldSlash: fold, keepParameters, masks, maskTokens } = { ...DEFAULT_PAGE_RULES, ...rules }
  const names = keepParameters.filter(name => name !== '' && !isRefusedParameter(name))
  return {
    foldSlash: fold,
    maskTokens,
    keepParameters: [...new Set(names)],
    maskOf: maskFinder(
      masks.filter(mask => mask.trim() !== '').map(mask => parseMask(patternOf(mask, fold))),
    ),
  }
}

/** Written as pages are, so that a mask copied from the browser's address bar fits. */
function patternOf(mask: string, fold: boolean): string {
  const text = visibleText(percentDecoded(mask.trim()))
  const rooted = text.startsWith('/') ? text : `/${text}`
  return fold ? foldSlash(rooted) : rooted
}

function maskFinder(masks: readonly Mask[]): (path: string) => string | undefined {
  if (masks.length === 0) return () => undefined
  const patterns = new Set(masks.map(mask => mask.pattern).filter(pattern => pattern.includes('*')))
  return path => {
    // What has been masked stays as it is, whatever an earlier mask would make of its stars.
    if (patterns.has(path)) return path
    const segments = segmentsOf(path)
    return masks.find(mask => covers(mask, segments))?.pattern
  }
}
