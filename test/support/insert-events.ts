import type { ClickHouseClient } from '@clickhouse/client'
import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import { toEventRow } from '../../collector/storage/event-row.ts'

/** Stores events as a collector would have, in the order given, so that it decides between events of one second. */
export async function insertEvents(
  client: ClickHouseClient,
  events: readonly AnalyticsEvent[],
): Promise<void> {
  await client.insert({
    table: 'events',
    // Worlds lie in the past; what the retention removes is not under test here.
    values: events.map((event, index) => ({
      ...toEventRow({ event, journalId: '1', sequence: index + 1 }),
      expires_on: '2148-01-01',
    })),
    format: 'JSONEachRow',
  })
}
