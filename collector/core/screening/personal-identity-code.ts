import { isBalticIdentityCode } from './baltic-identity-code.ts'
import { isDanishIdentityCode } from './danish-identity-code.ts'
import { isFinnishIdentityCode } from './finnish-identity-code.ts'
import { matchesOf } from './matches-of.ts'
import { isNorwegianIdentityCode } from './norwegian-identity-code.ts'
import type { Span } from './span.ts'
import { isSwedishIdentityCode } from './swedish-identity-code.ts'

/** Anything that is as long as one; found without being used up, so that the next may begin after a hyphen. */
const CANDIDATE = /(?=\d{6})(?<![0-9A-Za-z])(?=(\d{6,12}(?:[-+A-FU-Y]\d{3}[0-9A-Y])?)(?![0-9A-Za-z]))\d{6}/gi

/** Whose check digits make an accident rare enough; those of most other countries (PESEL, BSN, Steuer-ID) do not. */
const CHECKS: readonly ((code: string) => boolean)[] = [
  isFinnishIdentityCode,
  isSwedishIdentityCode,
  isDanishIdentityCode,
  isNorwegianIdentityCode,
  isBalticIdentityCode,
]

/** Personal identity codes of Finland, Sweden, Denmark, Norway, Estonia and Lithuania that stand by themselves. */
export function findPersonalIdentityCodes(text: string): readonly Span[] {
  const spans: Span[] = []
  for (const match of matchesOf(text, CANDIDATE)) {
    const code = match[1] ?? ''
    if (code.length < 10 || !CHECKS.some(isCode => isCode(code))) continue
    spans.push({ start: match.index, end: match.index + code.length })
  }
  return spans
}
