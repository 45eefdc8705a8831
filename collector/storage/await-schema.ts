import { setTimeout as sleep } from 'node:timers/promises'
import type { ClickHouseClient } from '@clickhouse/client'
import { appliedMigrations, MIGRATIONS } from './migrate.ts'

/** The tables are not those of this version; the message says what to do. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError'
  readonly code = 'schema'
}

export interface AwaitSchemaOptions {
  /** How long another collector may take to migrate, ms. */
  readonly patienceMs: number
  /** Told once when there is something to wait for. */
  readonly onWait?: () => void
}

const LOOK_EVERY_MS = 500

/**
 * Settles when the database has exactly this version's tables. Waits for the collector that migrates it while they are
 * older. Throws `SchemaError` when they are newer, or still older in the end.
 */
export async function awaitSchema(
  client: ClickHouseClient,
  { patienceMs, onWait }: AwaitSchemaOptions,
): Promise<void> {
  const deadline = performance.now() + patienceMs
  const newest = MIGRATIONS.at(-1)?.number ?? 0
  for (let looks = 0; ; looks++) {
    const applied = await knownMigrations(client)
    if ([...applied].some(number => number > newest)) {
      throw new SchemaError(
        'The database belongs to a newer version of Hanki. Start that version here, too: collectors on one database must be of one version.',
      )
    }
    if (MIGRATIONS.every(({ number }) => applied.has(number))) return
    if (performance.now() > deadline) {
      throw new SchemaError(
        'The database belongs to an older version of Hanki, or to none. Start the control collector of this version first: it makes the tables, and this one only uses them.',
      )
    }
    if (looks === 0) onWait?.()
    await sleep(LOOK_EVERY_MS)
  }
}

/** None while there is no database, or no table that says so. */
async function knownMigrations(client: ClickHouseClient): Promise<ReadonlySet<number>> {
  try {
    return new Set(await appliedMigrations(client))
  } catch (error) {
    const type = error instanceof Error && 'type' in error ? error.type : undefined
    if (type === 'UNKNOWN_TABLE' || type === 'UNKNOWN_DATABASE') return new Set()
    throw error
  }
}
