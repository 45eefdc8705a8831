import type { Checked } from './checked.ts'

/** Longest address that mail can be sent to (RFC 5321), in characters. */
const MAX_EMAIL_CHARACTERS = 254

/** An e-mail address in lower case; only its form is checked. */
export function parseEmail(typed: unknown): Checked<string> {
  const text = typeof typed === 'string' ? typed.trim().toLowerCase() : ''
  if (text === '') return { ok: false, error: 'Enter your e-mail address.' }
  if (text.length > MAX_EMAIL_CHARACTERS || !/^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(text)) {
    return { ok: false, error: 'This is not an e-mail address. It looks like name@example.com.' }
  }
  return { ok: true, value: text }
}
