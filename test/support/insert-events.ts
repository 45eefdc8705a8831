import type { ClickHouseClient } from '@clickhouse/client'
import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import { encodeRecord, RECORD_FIELDS } from '../../collector/core/event/event-record.ts'

/** Stores events as a collector would have, in the order given, so that it decides between events of one second. */
export async function insertEvents(
  client: ClickHouseClient,
  events: readonly AnalyticsEvent[],
): Promise<void> {
  await client.insert({
    table: 'events',
    columns: ['journal_id', 'sequence', ...RECORD_FIELDS],
    // Worlds lie in the past; what the retention removes is not under test here.
    values: events.map((event, index) => [
      '1',
      index + 1,
      ...JSON.parse(encodeRecord(event)).with(-1, '2148-01-01'),
    ]),
    format: 'JSONCompactEachRow',
  })
}
