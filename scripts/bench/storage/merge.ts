import type { ClickHouseClient } from '@clickhouse/client'

/** Merges every month of a table into one part, as time does; settles when it is done. */
export async function mergeMonths(client: ClickHouseClient, table: string): Promise<void> {
  const answer = await client.query({
    query: `SELECT DISTINCT partition_id AS id FROM system.parts
WHERE database = currentDatabase() AND table = {table:String} AND active ORDER BY id`,
    query_params: { table },
    format: 'JSONEachRow',
  })
  for (const { id } of await answer.json<{ id: string }>()) {
    await client.command({
      query: 'OPTIMIZE TABLE {table:Identifier} PARTITION ID {id:String} FINAL',
      query_params: { table, id },
    })
  }
}
