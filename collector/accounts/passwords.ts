import { hash, verify } from '@node-rs/argon2'
import { isCommonPassword } from '../core/access/common-password.ts'
import type { Checked } from './checked.ts'
import { openTurns } from './turns.ts'

/** Shortest and longest password, in characters as people count them. */
export const MIN_PASSWORD_CHARACTERS = 12
export const MAX_PASSWORD_CHARACTERS = 256

/** Argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. Memory is in KiB. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes at once: leaves half of the thread pool to the journal, and bounds memory to about 40 MB. */
const HASHES_AT_ONCE = 2
/** Hashes that may wait; about a second's work. Beyond it `BusyError` tells the caller to come back. */
const HASHES_WAITING = 32

const turns = openTurns(HASHES_AT_ONCE, HASHES_WAITING)

/**
 * A password fit to be one: long enough, not among the first that anybody would try, in one Unicode form however the
 * keyboard sends it. `email` is the account's.
 */
export function parsePassword(typed: unknown, email = ''): Checked<string> {
  const text = typeof typed === 'string' ? normalized(typed) : ''
  const characters = [...text].length
  if (characters < MIN_PASSWORD_CHARACTERS) {
    return {
      ok: false,
      error: `Use at least ${MIN_PASSWORD_CHARACTERS} characters; a few words together are easy to remember.`,
    }
  }
  if (characters > MAX_PASSWORD_CHARACTERS) {
    return { ok: false, error: `Use at most ${MAX_PASSWORD_CHARACTERS} characters.` }
  }
  if (isCommonPassword(text, email.split('@'))) {
    return {
      ok: false,
      error:
        'This password is among the first that others would try. Use a few words that only you would put together.',
    }
  }
  return { ok: true, value: text }
}

/**
 * Hash of a password in PHC form, with a salt of its own. Throws `BusyError` when too many wait. For people who have shown
 * that they may: they share a lane.
 */
export function hashPassword(password: string): Promise<string> {
  return turns.take('', () => hash(normalized(password), PARAMETERS))
}

/** True when the password belongs to the hash. Throws `BusyError` when too many wait; each `lane` gets its share of turns. */
export function isPassword(password: string, passwordHash: string, lane: string): Promise<boolean> {
  return turns.take(lane, () => verify(passwordHash, normalized(password)))
}

/** One form for letters that keyboards compose differently (NIST SP 800-63B). */
function normalized(password: string): string {
  return password.normalize('NFKC')
}
