import type { ClickHouseClient } from '@clickhouse/client'
import type { Day, SiteId } from '../core/ids.ts'
import type { RemovalStore } from '../core/ports.ts'
import type { Removal, RemovalQuestion } from '../core/repair/removal.ts'
import { asPart } from './query/as-part.ts'
import { conditionSql } from './query/conditions.ts'
import { onDays } from './query/days.ts'
import { eventContext } from './query/event-context.ts'
import { newParameters, type Parameters } from './query/parameters.ts'

/** Longest that removing may take, s: every part with such events is written anew. */
const MAX_SECONDS = 600

/** Removes raw events for good, and keeps the record of it. */
export function openRemovals(client: ClickHouseClient): RemovalStore {
  return {
    async countEvents(question) {
      const parameters = newParameters()
      const answer = await client.query({
        query: `SELECT day, toUInt32(count()) AS events, toUInt32(uniqExact(visit_id)) AS visits
FROM events WHERE ${matching(question, parameters)} GROUP BY day ORDER BY day`,
        query_params: { ...parameters.values },
        format: 'JSONEachRow',
      })
      return answer.json<{ day: Day; events: number; visits: number }>()
    },

    async removeEvents(question) {
      const parameters = newParameters()
      await mutate(client, `ALTER TABLE events DELETE WHERE ${matching(question, parameters)}`, parameters)
      // Reading time of visits of which nothing else is left.
      const rest = newParameters()
      const days = onDays('events', question.siteId, [rangeOf(question)], rest).join(' AND ')
      await mutate(
        client,
        `ALTER TABLE events DELETE WHERE ${days} AND events.name = 'engagement'
  AND events.visit_id NOT IN (SELECT events.visit_id FROM events WHERE ${days} AND events.name != 'engagement')`,
        rest,
      )
    },

    async note({ siteId, userId, removedAtSeconds, filters, firstDay, lastDay, events }) {
      await client.insert({
        table: 'removals',
        values: [
          {
            site_id: siteId,
            removed_at: removedAtSeconds,
            user_id: userId,
            filters: JSON.stringify(filters),
            first_day: firstDay,
            last_day: lastDay,
            events,
          },
        ],
        format: 'JSONEachRow',
      })
    },

    async list(siteId) {
      const answer = await client.query({
        query: `SELECT user_id, toUnixTimestamp(removed_at) AS removed_at, filters, first_day, last_day, toUInt32(events) AS events
FROM removals WHERE site_id = {site_id:UInt32} ORDER BY removed_at DESC LIMIT 1000`,
        query_params: { site_id: siteId },
        format: 'JSONEachRow',
      })
      const rows = await answer.json<RemovalRow>()
      return rows.map(row => toRemoval(siteId, row))
    },
  }
}

interface RemovalRow {
  readonly user_id: string
  readonly removed_at: number
  readonly filters: string
  readonly first_day: string
  readonly last_day: string
  readonly events: number
}

function toRemoval(siteId: SiteId, row: RemovalRow): Removal {
  return {
    siteId,
    userId: row.user_id,
    removedAtSeconds: row.removed_at,
    filters: JSON.parse(row.filters),
    firstDay: row.first_day,
    lastDay: row.last_day,
    events: row.events,
  }
}

function rangeOf({ period }: RemovalQuestion): { first: Day; last: Day } {
  return { first: period.firstDay, last: period.lastDay }
}

/** Rows that match, engagement with the page or the visit that it belongs to. */
function matching(question: RemovalQuestion, parameters: Parameters): string {
  // Whole days need no zone.
  const { part, query } = asPart({ ...question, timezone: 'UTC' })
  const context = eventContext(part, query, parameters)
  return [
    ...onDays('events', question.siteId, part.days, parameters),
    ...question.filters.map(filter => conditionSql(filter, context, parameters)),
  ].join(' AND ')
}

async function mutate(client: ClickHouseClient, query: string, parameters: Parameters): Promise<void> {
  await client.command({
    query,
    query_params: { ...parameters.values },
    clickhouse_settings: {
      mutations_sync: '2',
      max_execution_time: MAX_SECONDS,
      // What a visit has done is asked of the same table.
      allow_nondeterministic_mutations: 1,
    },
  })
}
