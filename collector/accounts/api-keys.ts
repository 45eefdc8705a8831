import { API_KEY_SCOPES, type ApiKeyScope } from '../core/access/scopes.ts'
import type { ApiKey, Site, User } from '../core/ports.ts'
import type { Checked } from './checked.ts'
import type { Directory } from './directory.ts'
import { randomToken, tokenHash } from './tokens.ts'

/** What every key begins with, so that scanners find keys in places where they do not belong. */
const KEY_PREFIX = 'hanki_'
/** Characters of a key that its public name shows: 48 of 256 bits. */
const ID_CHARACTERS = KEY_PREFIX.length + 8
/** Keys of one site at most, and of all sites. */
export const MAX_KEYS = 100
/** Longest name of a key, characters. */
const MAX_NAME_CHARACTERS = 60
/** Longest life of a key that has an end, days. */
export const MAX_KEY_DAYS = 3_650

export interface ApiKeyDeps {
  readonly directory: Pick<Directory, 'keyById' | 'addKey'>
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** What a key is to be. */
export interface KeyWishes {
  /** What it is for, in the words of whoever makes it; may be empty. */
  readonly name: string
  /** At least one. */
  readonly scopes: readonly ApiKeyScope[]
  /** Days until it is over; undefined: never. */
  readonly days: number | undefined
  /** Undefined: the command line makes it. */
  readonly creator: User | undefined
}

/** A key as it is shown once, and what is stored of it. */
export interface NewApiKey {
  readonly key: string
  readonly record: ApiKey
}

/** Invents a key for one site, or for every one; it is good once it is added. */
export function newApiKey(deps: ApiKeyDeps, site: Site | undefined, wishes: KeyWishes): NewApiKey {
  const key = `${KEY_PREFIX}${randomToken()}`
  const id = key.slice(0, ID_CHARACTERS)
  if (deps.directory.keyById(id) !== undefined) return newApiKey(deps, site, wishes)
  const { name, scopes, days, creator } = wishes
  const now = deps.nowSeconds()
  const record: ApiKey = {
    id,
    keyHash: tokenHash(key),
    name,
    siteId: site?.id,
    scopes,
    createdBy: creator?.id,
    createdAtSeconds: now,
    expiresAtSeconds: days === undefined ? undefined : now + days * 86_400,
  }
  return { key, record }
}

/** Makes a key of the command line without an end. Throws when the database does not answer. */
export async function createApiKey(
  deps: ApiKeyDeps,
  site: Site,
  scopes: readonly ApiKeyScope[],
): Promise<NewApiKey> {
  const made = newApiKey(deps, site, { name: '', scopes, days: undefined, creator: undefined })
  await deps.directory.addKey(made.record)
  return made
}

/** The stored key that a program sent; undefined for one that is unknown, revoked or over. */
export function findApiKey(directory: Pick<Directory, 'keyByHash'>, key: string): ApiKey | undefined {
  return key.startsWith(KEY_PREFIX) ? directory.keyByHash(tokenHash(key)) : undefined
}

/** What a key is for, in one line; may be empty. */
export function parseKeyName(typed: unknown): Checked<string> {
  const name = typeof typed === 'string' ? typed.trim() : typed === undefined ? '' : undefined
  if (name === undefined || [...name].length > MAX_NAME_CHARACTERS || /\p{C}/u.test(name)) {
    return { ok: false, error: `A name is one line of at most ${MAX_NAME_CHARACTERS} characters.` }
  }
  return { ok: true, value: name }
}

/** After how many days a key is over; undefined or null: never. */
export function parseKeyDays(typed: unknown): Checked<number | undefined> {
  if (typed === undefined || typed === null) return { ok: true, value: undefined }
  const isDays = typeof typed === 'number' && Number.isInteger(typed) && typed >= 1 && typed <= MAX_KEY_DAYS
  return isDays
    ? { ok: true, value: typed }
    : {
        ok: false,
        error: `Use a whole number of days from 1 to ${MAX_KEY_DAYS}, or none for a key without an end.`,
      }
}

/** What a key may do, by the names of scopes; at least one. */
export function parseScopes(typed: unknown): Checked<readonly ApiKeyScope[]> {
  const names: readonly unknown[] = Array.isArray(typed) ? typed : []
  const known = API_KEY_SCOPES.filter(scope => names.includes(scope))
  const unknown = names.filter(name => !API_KEY_SCOPES.some(scope => scope === name))
  if (unknown.length === 0 && known.length > 0) return { ok: true, value: known }
  const fault =
    unknown.length > 0
      ? `There is no scope "${unknown.map(name => String(name).slice(0, 40)).join('", "')}".`
      : 'A key needs at least one scope.'
  return { ok: false, error: `${fault} Scopes are ${API_KEY_SCOPES.join(', ')}.` }
}
