import { API_KEY_SCOPES, type ApiKey, type ApiKeyScope, type Site } from '../core/ports.ts'
import type { Checked } from './checked.ts'
import type { Directory } from './directory.ts'
import { randomToken, tokenHash } from './tokens.ts'

/** What every key begins with, so that scanners find keys in places where they do not belong. */
const KEY_PREFIX = 'hanki_'
/** Characters of a key that its public name shows: 48 of 256 bits. */
const ID_CHARACTERS = KEY_PREFIX.length + 8

export interface ApiKeyDeps {
  readonly directory: Directory
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** A key as it is shown once, and what is stored of it. */
export interface CreatedApiKey {
  readonly key: string
  readonly record: ApiKey
}

/** Makes a key for one site. Throws when the database does not answer. */
export async function createApiKey(
  { directory, nowSeconds }: ApiKeyDeps,
  site: Site,
  scopes: readonly ApiKeyScope[],
): Promise<CreatedApiKey> {
  const key = `${KEY_PREFIX}${randomToken()}`
  const id = key.slice(0, ID_CHARACTERS)
  if (directory.keyById(id) !== undefined) return createApiKey({ directory, nowSeconds }, site, scopes)
  const record: ApiKey = {
    id,
    keyHash: tokenHash(key),
    siteId: site.id,
    scopes,
    createdAtSeconds: nowSeconds(),
  }
  await directory.addKey(record)
  return { key, record }
}

/** The stored key that a program sent; undefined for an unknown or revoked one. */
export function findApiKey(directory: Pick<Directory, 'keyByHash'>, key: string): ApiKey | undefined {
  return key.startsWith(KEY_PREFIX) ? directory.keyByHash(tokenHash(key)) : undefined
}

/** What a key may do, from a list separated by commas; at least one scope. */
export function parseScopes(typed: string): Checked<readonly ApiKeyScope[]> {
  const names = typed
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
  const known = API_KEY_SCOPES.filter(scope => names.includes(scope))
  const unknown = names.filter(name => !API_KEY_SCOPES.some(scope => scope === name))
  if (unknown.length === 0 && known.length > 0) return { ok: true, value: known }
  const fault =
    unknown.length > 0 ? `There is no scope "${unknown.join('", "')}".` : 'A key needs at least one scope.'
  return { ok: false, error: `${fault} Scopes are ${API_KEY_SCOPES.join(', ')}.` }
}
