import type { ClickHouseClient } from '@clickhouse/client'

/** One column on disk. */
export interface ColumnSize {
  readonly name: string
  readonly type: string
  /** As the table declares it; empty: ClickHouse's default, LZ4. */
  readonly codec: string
  /** Compressed bytes per event, without the marks. */
  readonly bytesPerEvent: number
  /** Bytes per event of the marks, which tell where granules begin. */
  readonly marksPerEvent: number
}

/** A table on disk, in bytes per event. */
export interface TableSize {
  readonly events: number
  readonly parts: number
  /** The largest first. */
  readonly columns: readonly ColumnSize[]
  /** All columns with their marks. */
  readonly columnsPerEvent: number
  readonly primaryKeyPerEvent: number
  /** Skip indices with their marks. */
  readonly skipIndicesPerEvent: number
  /** Every file of every active part. */
  readonly diskPerEvent: number
}

/** Name and type of a table's columns, in its order. */
export function columnTypes(
  client: ClickHouseClient,
  table: string,
): Promise<readonly { name: string; type: string }[]> {
  return select(
    client,
    table,
    `SELECT name, type FROM system.columns
WHERE database = currentDatabase() AND table = {table:String} ORDER BY position`,
  )
}

/**
 * What the active parts of a table take on disk. Columns are measured in wide parts only: small parts keep all columns in
 * one file, for which ClickHouse gives no sizes. Throws when the table is empty.
 */
export async function measureTable(client: ClickHouseClient, table: string): Promise<TableSize> {
  const [whole] = await select<Whole>(
    client,
    table,
    `SELECT
    toFloat64(sum(rows)) AS events,
    toFloat64(count()) AS parts,
    sum(primary_key_size) / sum(rows) AS primaryKeyPerEvent,
    (sum(secondary_indices_compressed_bytes) + sum(secondary_indices_marks_bytes)) / sum(rows) AS skipIndicesPerEvent,
    sum(bytes_on_disk) / sum(rows) AS diskPerEvent
FROM system.parts
WHERE database = currentDatabase() AND table = {table:String} AND active`,
  )
  if (whole === undefined || whole.events === 0) throw new Error(`Table ${table} is empty`)
  const columns = await select<ColumnSize>(
    client,
    table,
    `SELECT
    columns.name AS name,
    columns.type AS type,
    columns.compression_codec AS codec,
    sum(parts.column_data_compressed_bytes) / sum(parts.rows) AS bytesPerEvent,
    sum(parts.column_marks_bytes) / sum(parts.rows) AS marksPerEvent
FROM system.columns AS columns
INNER JOIN system.parts_columns AS parts
    ON parts.database = columns.database AND parts.table = columns.table AND parts.column = columns.name
WHERE columns.database = currentDatabase() AND columns.table = {table:String} AND parts.active AND parts.part_type = 'Wide'
GROUP BY columns.name, columns.type, columns.compression_codec
ORDER BY bytesPerEvent DESC, name`,
  )
  return { ...whole, columns, columnsPerEvent: sum(columns) }
}

type Whole = Omit<TableSize, 'columns' | 'columnsPerEvent'>

function sum(columns: readonly ColumnSize[]): number {
  return columns.reduce((total, column) => total + column.bytesPerEvent + column.marksPerEvent, 0)
}

async function select<Row>(client: ClickHouseClient, table: string, query: string): Promise<Row[]> {
  const answer = await client.query({ query, query_params: { table }, format: 'JSONEachRow' })
  return answer.json<Row>()
}
