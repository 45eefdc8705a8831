import type { ClickHouseClient } from '@clickhouse/client'
import { DROP_REASONS } from '../core/event/drop-reasons.ts'
import type { DropCount, EventStore } from '../core/ports.ts'
import { fromEventRow, type StoredEventRow, toEventRow } from './event-row.ts'
import countStored from './queries/count-stored.sql?raw'
import dropsOfDay from './queries/drops-of-day.sql?raw'
import hasEvents from './queries/has-events.sql?raw'
import recentEvents from './queries/recent-events.sql?raw'
import { queryEvents } from './query/query-events.ts'

/** Longest that one batch may take before its outcome counts as uncertain, ms. */
const INSERT_TIMEOUT_MS = 30_000

/** The events of a ClickHouse database, embedded or not. */
export function openEventStore(client: ClickHouseClient): EventStore {
  return {
    async insert(batch, token) {
      await client.insert({
        table: 'events',
        values: batch.map(toEventRow),
        format: 'JSONEachRow',
        abort_signal: AbortSignal.timeout(INSERT_TIMEOUT_MS),
        clickhouse_settings: {
          insert_deduplication_token: token,
          insert_deduplicate: 1,
          async_insert: 0,
          // One block per batch: a token covers a block, so a batch must be one.
          max_insert_block_size: '1048576',
          min_insert_block_size_rows: '1048576',
          min_insert_block_size_bytes: '0',
        },
      })
    },

    async countStored(journalId, first, last) {
      const rows = await select<{ stored: string }>(client, countStored, {
        journal_id: journalId,
        first,
        last,
      })
      const stored = rows[0]?.stored
      if (stored === undefined) throw new Error('count-stored.sql returned no row')
      return Number(stored)
    },

    async recentEvents(fromSecond) {
      const rows = await select<StoredEventRow>(client, recentEvents, { from_second: fromSecond })
      return rows.map(fromEventRow)
    },

    query: (query, signal) => queryEvents(client, query, signal),

    async hasEvents(siteId) {
      const rows = await select<{ found: number }>(client, hasEvents, { site_id: siteId })
      return rows.length > 0
    },

    isReady: async () => (await client.ping()).success,

    async addDrops(counts) {
      if (counts.length === 0) return
      await client.insert({
        table: 'drop_counts',
        values: counts.map(({ siteId, day, reason, count }) => ({ site_id: siteId, day, reason, count })),
        format: 'JSONEachRow',
      })
    },

    async dropsOfDay(siteId, day) {
      const rows = await select<{ reason: string; count: string }>(client, dropsOfDay, {
        site_id: siteId,
        day,
      })
      return rows.flatMap(row => {
        const reason = DROP_REASONS.find(known => known === row.reason)
        return reason === undefined
          ? []
          : [{ siteId, day, reason, count: Number(row.count) } satisfies DropCount]
      })
    },
  }
}

async function select<Row>(
  client: ClickHouseClient,
  query: string,
  parameters: Record<string, unknown>,
): Promise<Row[]> {
  const answer = await client.query({ query, query_params: parameters, format: 'JSONEachRow' })
  return answer.json<Row>()
}
