import { newApiKey, parseKeyDays, parseKeyName, parseScopes } from '../accounts/api-keys.ts'
import type { Directory } from '../accounts/directory.ts'
import type { ApiKey } from '../core/ports.ts'
import { type Command, CommandError, UsageError, withDirectory } from './command.ts'
import { findSite, toDate, toIso } from './site-commands.ts'
import { toTable } from './table.ts'

/** `key add`. */
export const keyAdd: Command = {
  words: 'key add',
  parameters: '(--site DOMAIN | --all-sites) --scope SCOPES [--name TEXT] [--days N]',
  summary: 'Make an API key and print it once.',
  details: [
    '--site DOMAIN   the one site that the key is for',
    '--all-sites     a key for every site, also of those that are added later',
    '--scope SCOPES  what it may do, separated by commas:',
    '                stats:read     ask for statistics',
    '                events:write   send events on behalf of visitors',
    '                events:import  send events of the past',
    '                sites:manage   change sites, goals, segments and settings;',
    '                               with --all-sites, also add sites',
    '--name TEXT     what it is for',
    '--days N        after how many days it is over; without it: never',
  ],
  positionals: [],
  options: {
    site: { required: false },
    'all-sites': { required: false, isFlag: true },
    scope: { required: true },
    name: { required: false },
    days: { required: false },
  },
  async run(world, { options }) {
    if ((options['site'] === undefined) === (options['all-sites'] === undefined))
      throw new UsageError('Say which site the key is for by --site DOMAIN, or --all-sites.')
    const scopes = parseScopes(listOf(options['scope'] ?? ''))
    if (!scopes.ok) throw new UsageError(scopes.error)
    const name = parseKeyName(options['name'])
    if (!name.ok) throw new UsageError(name.error)
    const days = parseKeyDays(
      options['days'] === undefined ? undefined : Number(options['days'] || Number.NaN),
    )
    if (!days.ok) throw new UsageError(days.error)
    const { key, record } = await withDirectory(world, async (directory, note) => {
      const site = options['site'] === undefined ? undefined : findSite(directory, options['site'])
      const wishes = { name: name.value, scopes: scopes.value, days: days.value, creator: undefined }
      const made = newApiKey({ directory, nowSeconds: world.nowSeconds }, site, wishes)
      const outcome = scopes.value.join(', ')
      await note({
        action: 'key_added',
        ...(site !== undefined && { site: site.domain }),
        subject: made.record.id,
        outcome,
      })
      await directory.addKey(made.record)
      return made
    })
    return {
      lines: [
        key,
        '',
        'Keep this key: it is stored only as a hash and is not shown again.',
        `Its name is ${record.id}.`,
      ],
      json: { key },
    }
  },
}

/** `key list`. */
export const keyList: Command = {
  words: 'key list',
  parameters: '',
  summary: 'Show the names of the API keys.',
  details: [],
  positionals: [],
  options: {},
  async run(world) {
    return withDirectory(world, async directory => {
      const keys = directory.keys().map(key => toJson(directory, key))
      if (keys.length === 0) {
        return {
          lines: ['There are no keys. "hanki key add --site DOMAIN --scope stats:read" makes one.'],
          json: [],
        }
      }
      const rows = keys.map(key => [
        key.id,
        key.site,
        key.scopes.join(','),
        key.created_at.slice(0, 10),
        key.expires_at?.slice(0, 10) ?? 'never',
        key.name,
      ])
      return { lines: toTable(['id', 'site', 'scopes', 'since', 'over', 'name'], rows), json: keys }
    })
  },
}

/** `key revoke`. */
export const keyRevoke: Command = {
  words: 'key revoke',
  parameters: 'ID',
  summary: 'Make an API key worthless.',
  details: [
    'ID  name of the key as "key list" shows it',
    'A running collector follows within a few seconds.',
  ],
  positionals: ['ID'],
  options: {},
  async run(world, { positionals }) {
    const id = positionals[0] ?? ''
    return withDirectory(world, async (directory, note) => {
      const key = directory.keyById(id)
      if (key === undefined)
        throw new CommandError(`There is no key ${id.slice(0, 14)}. "hanki key list" shows all.`)
      const site = domainOf(directory, key)
      await note({ action: 'key_revoked', subject: key.id, ...(site !== ALL_SITES && { site }) })
      await directory.removeKey(key)
      return {
        lines: [`The key ${key.id} of ${toDate(key.createdAtSeconds)} is revoked.`],
        json: toJson(directory, key),
      }
    })
  },
}

/** What a list of keys calls the site of a key for every one. */
const ALL_SITES = 'all sites'

function domainOf(directory: Directory, { siteId }: ApiKey): string {
  return siteId === undefined ? ALL_SITES : (directory.siteById(siteId)?.domain ?? '')
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}

function toJson(directory: Directory, key: ApiKey) {
  const { id, name, scopes, createdAtSeconds, expiresAtSeconds } = key
  return {
    id,
    name,
    site: domainOf(directory, key),
    scopes,
    created_at: toIso(createdAtSeconds),
    expires_at: expiresAtSeconds === undefined ? null : toIso(expiresAtSeconds),
  }
}
