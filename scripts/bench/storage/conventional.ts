import type { ClickHouseClient } from '@clickhouse/client'
import { columnTypes } from './measure.ts'

/** The comparison: the same rows and order, but plain types under ClickHouse's default codec. */
export const CONVENTIONAL_TABLE = 'events_conventional'

/** Makes the comparison's table and copies every row of `events` into it. */
export async function fillConventional(client: ClickHouseClient): Promise<void> {
  const columns = (await columnTypes(client, 'events')).map(
    ({ name, type }) => `${name} ${plainType(type)} CODEC(LZ4)`,
  )
  await client.command({
    query: `CREATE TABLE ${CONVENTIONAL_TABLE} (${columns.join(', ')})
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (site_id, day, timestamp)`,
  })
  await client.command({
    query: `INSERT INTO ${CONVENTIONAL_TABLE} SELECT * FROM events`,
    clickhouse_settings: { max_insert_threads: '1' },
  })
}

/** `LowCardinality(String)` and the like without what makes them small. */
function plainType(type: string): string {
  return type.replaceAll(/LowCardinality\((\w+)\)/g, '$1')
}
