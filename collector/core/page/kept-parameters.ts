import { cutText } from './cut-text.ts'
import type { CompiledPageRules } from './page-rules.ts'
import { screenedText } from './screened-text.ts'
import { visibleText } from './visible-text.ts'

/** Longest value of a kept parameter, in characters. */
const MAX_VALUE_CHARACTERS = 200

/**
 * The kept parameters of a page as `?name=value&…`, in the order of the site's list whatever the order in the URL; of one that is
 * given twice the first. Decoded so that people can read it; only `% & # +` (and `=` in names) are encoded, so
 * that it reads back as what it was. Empty when there are none.
 */
export function keptParameters(parameters: URLSearchParams, rules: CompiledPageRules): string {
  if (rules.keepParameters.length === 0) return ''
  const pairs: string[] = []
  for (const name of rules.keepParameters) {
    const value = keptValue(parameters.get(name) ?? '', name, rules.maskTokens)
    if (value !== '') pairs.push(`${encoded(name).replaceAll('=', '%3D')}=${encoded(value)}`)
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function keptValue(value: string, name: string, masksTokens: boolean): string {
  const seen = visibleText(value).trim()
  return seen === '' ? '' : cutText(screenedText(seen, masksTokens, name), MAX_VALUE_CHARACTERS).trim()
}

function encoded(text: string): string {
  return text.replace(/[%&#+]/g, character => encodeURIComponent(character))
}
