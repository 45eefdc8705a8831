import type { ClickHouseClient } from '@clickhouse/client'

/** Every migration by file name; bundled, so that a built collector needs no SQL files beside it. */
const FILES = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** The migrations this version knows, in order. */
export const MIGRATIONS: readonly Migration[] = Object.entries(FILES)
  .map(([path, sql]) => {
    const match = /(\d{4})_(\w+)\.sql$/.exec(path)
    if (match === null) throw new Error(`Migration file "${path}" is not named NNNN_words.sql`)
    return { number: Number(match[1]), name: String(match[2]), sql }
  })
  .sort((a, b) => a.number - b.number)

/**
 * Applies what is missing, in order, and tells of each. Forward only.
 * Throws when the database was migrated by a newer Hanki than this one.
 */
export async function migrate(client: ClickHouseClient, onApply?: (name: string) => void): Promise<void> {
  await client.command({
    query: `CREATE TABLE IF NOT EXISTS migrations (number UInt32, name String, applied_at DateTime('UTC') DEFAULT now())
            ENGINE = MergeTree ORDER BY number`,
  })
  const applied = new Set(await appliedMigrations(client))
  const newest = MIGRATIONS.at(-1)?.number ?? 0
  if ([...applied].some(number => number > newest)) {
    throw new Error(
      'The database belongs to a newer version of Hanki. Start that version, or restore a backup.',
    )
  }
  for (const migration of MIGRATIONS) {
    if (applied.has(migration.number)) continue
    onApply?.(migration.name)
    await client.command({ query: migration.sql })
    await client.insert({
      table: 'migrations',
      values: [{ number: migration.number, name: migration.name }],
      format: 'JSONEachRow',
    })
  }
}

/** Numbers of the migrations that this database has. */
export async function appliedMigrations(client: ClickHouseClient): Promise<readonly number[]> {
  const answer = await client.query({
    query: 'SELECT number FROM migrations ORDER BY number',
    format: 'JSONEachRow',
  })
  const rows = await answer.json<{ number: number }>()
  return rows.map(row => row.number)
}
