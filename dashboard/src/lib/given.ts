import { formatBucket } from './format.ts'
import { WORDS } from './wording.ts'

/** Something that was given out and can be revoked: an API key, or a link to the statistics. */
export interface Given {
  /** The first characters of it. */
  readonly id: string
  /** Empty: none. */
  readonly name: string
  /** ISO 8601; null: never. */
  readonly expires_at: string | null
  readonly is_valid: boolean
}

/** What people know it by. */
export function nameOf({ name, id }: Pick<Given, 'name' | 'id'>): string {
  return name === '' ? id : name
}

/** Until when it is good for something, in words. */
export function endOf({ expires_at: end, is_valid: isValid }: Given): string {
  if (!isValid) return WORDS.keyIsOver
  return end === null ? WORDS.keyWithoutEnd : WORDS.keyUntil(formatBucket(end.slice(0, 10), 'day'))
}
