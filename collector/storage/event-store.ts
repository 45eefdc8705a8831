import type { ClickHouseClient } from '@clickhouse/client'
import { DROP_REASONS } from '../core/event/drop-reasons.ts'
import { decodeRecord } from '../core/event/event-record.ts'
import type { DropCount, EventStore } from '../core/ports.ts'
import { insertEvents, settleInserts } from './insert-events.ts'
import countStored from './queries/count-stored.sql?raw'
import dropsOfDay from './queries/drops-of-day.sql?raw'
import hasEvents from './queries/has-events.sql?raw'
import recentEvents from './queries/recent-events.sql?raw'
import storedSequences from './queries/stored-sequences.sql?raw'
import storedThrough from './queries/stored-through.sql?raw'
import { queryEvents } from './query/query-events.ts'

/** The events of a ClickHouse database, embedded or not; `ingestClient` has connections that no question takes. */
export function openEventStore(client: ClickHouseClient, ingestClient = client): EventStore {
  return {
    insert: (batch, token, signal) => insertEvents(ingestClient, batch, token, signal),
    settle: journalId => settleInserts(ingestClient, journalId),

    async countStored(journalId, first, last) {
      const [row] = await select<{ stored: string }>(ingestClient, countStored, {
        journal_id: journalId,
        first,
        last,
      })
      if (row === undefined) throw new Error('count-stored.sql returned no row')
      return Number(row.stored)
    },

    async storedSequences(journalId, first, last) {
      const rows = await select<{ sequence: number }>(ingestClient, storedSequences, {
        journal_id: journalId,
        first,
        last,
      })
      return new Set(rows.map(row => row.sequence))
    },

    async storedThrough(journalId) {
      const [row] = await select<{ through: number }>(ingestClient, storedThrough, { journal_id: journalId })
      if (row === undefined) throw new Error('stored-through.sql returned no row')
      return row.through
    },

    async markStored(journalId, through) {
      await client.insert({
        table: 'journal_marks',
        values: [{ journal_id: journalId, stored_through: through }],
        format: 'JSONEachRow',
      })
    },

    async recentEvents(fromSecond) {
      const answer = await client.query({
        query: recentEvents,
        query_params: { from_second: fromSecond },
        format: 'JSONCompactEachRow',
      })
      const lines = (await answer.text()).split('\n').filter(line => line !== '')
      return lines.map(decodeRecord)
    },

    query: (query, signal) => queryEvents(client, query, signal),

    async hasEvents(siteId) {
      const rows = await select<{ found: number }>(client, hasEvents, { site_id: siteId })
      return rows.length > 0
    },

    async addDrops(counts, token) {
      if (counts.length === 0) return
      await client.insert({
        table: 'drop_counts',
        values: counts.map(({ siteId, day, reason, count }) => ({ site_id: siteId, day, reason, count })),
        format: 'JSONEachRow',
        clickhouse_settings: { insert_deduplication_token: token, async_insert: 0 },
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
