import type { ClickHouseClient } from '@clickhouse/client'

/** Parts that a partition may have. A question opens a file per part and column that it reads, however little is in it. */
const MOST_PARTS = 5
/** After so long without a new part a partition's last parts become one: a month that is over. */
const QUIET_SECONDS = 2 * 86_400

/**
 * Merges the parts of these tables where there are many of them. The database merges by itself, but by what inserting
 * costs: of a month that is over it leaves half a dozen parts for good, and of a history that is sealed at once many more.
 */
export async function mergeParts(
  client: ClickHouseClient,
  tables: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const answer = await client.query({
    query: `SELECT table, partition_id AS id FROM system.parts
WHERE database = currentDatabase() AND table IN {tables:Array(String)} AND active
GROUP BY table, partition_id
HAVING count() > {most:UInt32} OR (count() > 1 AND max(modification_time) < now() - {quiet:UInt32})
ORDER BY table, id`,
    query_params: { tables, most: MOST_PARTS, quiet: QUIET_SECONDS },
    format: 'JSONEachRow',
  })
  for (const { table, id } of await answer.json<{ table: string; id: string }>()) {
    signal?.throwIfAborted()
    try {
      await client.command({
        query: 'OPTIMIZE TABLE {table:Identifier} PARTITION ID {id:String} FINAL',
        query_params: { table, id },
        ...(signal !== undefined && { abort_signal: signal }),
      })
    } catch (error) {
      // A large one takes longer than the client waits; the database goes on with it.
      if (!(error instanceof Error && error.message === 'Timeout error.')) throw error
    }
  }
}
