import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'

/** Rows that are put together in one go. */
const ROWS_AT_ONCE = 500

export interface Insert<Row> {
  /** The statement up to its format. */
  readonly query: string
  readonly rows: readonly Row[]
  /** Some of the rows in that format. */
  readonly toText: (rows: readonly Row[]) => Buffer | string
  readonly settings: ClickHouseSettings
  readonly queryId?: string
  readonly signal?: AbortSignal
}

/**
 * Inserts many rows, put together in several goes: between two of them, requests that came meanwhile are heard. Settles
 * when the rows are on disk, whatever an owner's server has as its default.
 */
export async function insertInPieces<Row>(
  client: ClickHouseClient,
  { query, rows, toText, settings, queryId, signal }: Insert<Row>,
): Promise<void> {
  async function* pieces() {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      if (from > 0) await nextTurn()
      yield toText(rows.slice(from, from + ROWS_AT_ONCE))
    }
  }
  const { stream } = await client.exec({
    query,
    values: Readable.from(pieces(), { objectMode: false }),
    ...(queryId !== undefined && { query_id: queryId }),
    ...(signal !== undefined && { abort_signal: signal }),
    clickhouse_settings: { async_insert: 0, wait_end_of_query: 1, ...settings },
  })
  for await (const _ of stream) {
    // An insert answers nothing; reading to the end gives the connection back.
  }
}
