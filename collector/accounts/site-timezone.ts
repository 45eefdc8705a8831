import { isTimezone } from '../core/time/zone.ts'
import type { Checked } from './checked.ts'

/** Longer than every name of the IANA database, in characters. */
const MAX_NAME_CHARACTERS = 64

/** A time zone as the IANA database spells it; capitals may be typed in any way. */
export function parseSiteTimezone(typed: unknown): Checked<string> {
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '') return { ok: false, error: 'Enter the time zone of the site, such as Europe/Helsinki.' }
  if (text.length > MAX_NAME_CHARACTERS || !isTimezone(text)) {
    return { ok: false, error: 'This time zone is unknown. Enter a name such as Europe/Helsinki or UTC.' }
  }
  return { ok: true, value: wellSpelled(text) }
}

/** Node.js ignores capitals, ClickHouse does not. */
function wellSpelled(name: string): string {
  const canonical = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  if (canonical.toLowerCase() === name.toLowerCase()) return canonical
  // A newer name of the same zone, such as Europe/Kyiv, is kept when its capitals are right.
  return /^[A-Z][a-z]+([/_][A-Z][a-z]+)+$/.test(name) ? name : canonical
}
