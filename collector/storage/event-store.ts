import type { ClickHouseClient } from '@clickhouse/client'
import { DAILY_NOTES } from '../core/event/daily-count.ts'
import { DROP_REASONS } from '../core/event/drop-reasons.ts'
import { decodeRecord } from '../core/event/event-record.ts'
import type { Day } from '../core/ids.ts'
import type { EventStore } from '../core/ports.ts'
import { insertEvents, settleInserts } from './insert-events.ts'
import countStored from './queries/count-stored.sql?raw'
import countsOfDays from './queries/counts-of-days.sql?raw'
import hasEvents from './queries/has-events.sql?raw'
import idempotencyKeys from './queries/idempotency-keys.sql?raw'
import networksOfDays from './queries/networks-of-days.sql?raw'
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

    addDailyCounts: (counts, token) =>
      insertCounts(
        client,
        'daily_counts',
        counts.map(({ siteId, day, reason, name, count }) => ({ site_id: siteId, day, reason, name, count })),
        token,
      ),

    async dailyCounts(siteId, first, last) {
      const rows = await select<{ day: Day; reason: string; name: string; count: string }>(
        client,
        countsOfDays,
        { site_id: siteId, first, last },
      )
      return rows.flatMap(({ day, reason, name, count }) => {
        const known = [...DROP_REASONS, ...DAILY_NOTES].find(candidate => candidate === reason)
        // A later version's reasons are in the table after a way back to this one.
        return known === undefined ? [] : [{ siteId, day, reason: known, name, count: Number(count) }]
      })
    },

    addNetworkCounts: (counts, token) =>
      insertCounts(
        client,
        'networks',
        counts.map(({ siteId, day, network, count }) => ({ site_id: siteId, day, network, events: count })),
        token,
      ),

    async networks(siteId, first, last, limit) {
      const rows = await select<{ network: string; events: string }>(client, networksOfDays, {
        site_id: siteId,
        first,
        last,
        limit,
      })
      return rows.map(({ network, events }) => ({ network, events: Number(events) }))
    },

    async idempotencyKeys(least) {
      const rows = await select<{ key: string }>(client, idempotencyKeys, { least })
      return rows.map(({ key }) => key)
    },
  }
}

/** Adds counters durably; a batch that is repeated under its token is added once. */
async function insertCounts(
  client: ClickHouseClient,
  table: string,
  values: readonly object[],
  token: string,
): Promise<void> {
  if (values.length === 0) return
  await client.insert({
    table,
    values,
    format: 'JSONEachRow',
    clickhouse_settings: { insert_deduplication_token: token, async_insert: 0 },
  })
}

async function select<Row>(
  client: ClickHouseClient,
  query: string,
  parameters: Record<string, unknown>,
): Promise<Row[]> {
  const answer = await client.query({ query, query_params: parameters, format: 'JSONEachRow' })
  return answer.json<Row>()
}
