import { withoutPersonalData } from '../screening/personal-data.ts'
import { maskTokens } from './mask-tokens.ts'

/** What is taken out can lay bare a token beside it, once; more often only in texts that were made for it. */
const MAX_PASSES = 4

/** A part of a page without personal data and, if the site wants it, without tokens. `key` is the name of the parameter whose value it is. */
export function screenedText(text: string, masksTokens: boolean, key?: string): string {
  let last = text
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const open = masksTokens ? maskTokens(last) : last
    const screened = withoutPersonalData(open, key).text
    if (screened === open) return screened
    last = screened
  }
  return last
}
