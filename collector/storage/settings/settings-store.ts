import type { ClickHouseClient } from '@clickhouse/client'
import * as v from 'valibot'
import type { RecordStore, SettingsStore } from '../../core/ports.ts'
import highestSiteId from './queries/highest-site-id.sql?raw'
import revision from './queries/revision.sql?raw'
import {
  API_KEYS,
  INVITATIONS,
  MEMBERSHIPS,
  PASSWORD_RESETS,
  SESSIONS,
  SETUP_LINKS,
  type SettingsTable,
  SHARE_LINKS,
  SITES,
  USERS,
} from './settings-tables.ts'
import { openVersions, type Versions } from './versions.ts'

/** Sites and people of a ClickHouse database. A write is on disk when its promise is fulfilled. */
export function openSettingsStore(client: ClickHouseClient): SettingsStore {
  const versions = openVersions()
  return {
    sites: openRecords(client, SITES, versions),
    users: openRecords(client, USERS, versions),
    sessions: openRecords(client, SESSIONS, versions),
    apiKeys: openRecords(client, API_KEYS, versions),
    setupLinks: openRecords(client, SETUP_LINKS, versions),
    memberships: openRecords(client, MEMBERSHIPS, versions),
    invitations: openRecords(client, INVITATIONS, versions),
    passwordResets: openRecords(client, PASSWORD_RESETS, versions),
    shareLinks: openRecords(client, SHARE_LINKS, versions),

    async highestSiteId() {
      return readOne(await select(client, highestSiteId), 'highest-site-id.sql', v.object({ id: v.number() }))
        .id
    },

    async revision() {
      return readOne(await select(client, revision), 'revision.sql', v.object({ revision: v.string() }))
        .revision
    },
  }
}

/** 64-bit integers come as text. */
const versionColumn = v.object({ version: v.pipe(v.string(), v.regex(/^\d+$/)) })

function openRecords<T>(
  client: ClickHouseClient,
  table: SettingsTable<T>,
  versions: Versions,
): RecordStore<T> {
  const write = async (record: T, deleted: 0 | 1): Promise<void> => {
    await client.insert({
      table: table.name,
      values: [{ ...table.toRow(record), version: versions.next().toString(), deleted }],
      format: 'JSONEachRow',
      // An asynchronous insert would be acknowledged before it is on disk.
      clickhouse_settings: { async_insert: 0 },
    })
  }
  return {
    async list() {
      const rows = await select(client, table.list)
      return rows.map(row => {
        versions.saw(BigInt(readRow(row, table.name, versionColumn).version))
        return readRow(row, table.name, table.fromRow)
      })
    },
    put: record => write(record, 0),
    remove: record => write(record, 1),
  }
}

async function select(client: ClickHouseClient, query: string): Promise<readonly unknown[]> {
  const answer = await client.query({
    query,
    format: 'JSONEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 1 },
  })
  return answer.json<unknown>()
}

function readOne<T>(rows: readonly unknown[], origin: string, schema: v.GenericSchema<unknown, T>): T {
  if (rows.length !== 1) throw new Error(`${origin} returned ${rows.length} rows instead of one`)
  return readRow(rows[0], origin, schema)
}

/** The message names columns, never values: a row may hold a password's hash. */
function readRow<T>(row: unknown, origin: string, schema: v.GenericSchema<unknown, T>): T {
  const result = v.safeParse(schema, row)
  if (result.success) return result.output
  const columns = new Set(result.issues.map(issue => v.getDotPath(issue) ?? 'the row itself'))
  throw new Error(`A row of ${origin} is missing or has wrong values in: ${[...columns].join(', ')}`)
}
