import { randomUUID } from 'node:crypto'
import { type ClickHouseClient, ClickHouseError } from '@clickhouse/client'
import type { QueryRows } from '../../core/ports.ts'
import type { Query, ResultRow } from '../../core/query/query.ts'
import { MAX_QUERY_SECONDS, QueryTooHeavyError } from '../../core/query/query-too-heavy.ts'
import { toStatement } from './select.ts'

/** TIMEOUT_EXCEEDED, TOO_SLOW, MEMORY_LIMIT_EXCEEDED. */
const TOO_HEAVY_CODES = ['159', '160', '241']

/** Answers a query from raw events. Throws `QueryTooHeavyError` when the database gives up on it. */
export async function queryEvents(
  client: ClickHouseClient,
  query: Query,
  signal?: AbortSignal,
): Promise<QueryRows> {
  const { sql, params } = toStatement(query)
  const queryId = randomUUID()
  try {
    const answer = await client.query({
      query: sql,
      query_params: { ...params },
      format: 'JSON',
      query_id: queryId,
      ...(signal !== undefined && { abort_signal: signal }),
      clickhouse_settings: {
        max_execution_time: MAX_QUERY_SECONDS,
        // Makes the JSON format count the rows before LIMIT.
        exact_rows_before_limit: 1,
        output_format_json_quote_64bit_integers: 0,
      },
    })
    const { data, rows_before_limit_at_least: totalRows } = await answer.json<Record<string, unknown>>()
    const rows = data.map(row => toResultRow(row, query))
    return query.include.totalRows ? { rows, totalRows: totalRows ?? rows.length } : { rows }
  } catch (error) {
    if (error instanceof ClickHouseError && TOO_HEAVY_CODES.includes(error.code)) {
      throw new QueryTooHeavyError({ cause: error })
    }
    // Nobody waits for it: a database that does not answer cannot be told either.
    if (signal?.aborted === true) stop(client, queryId).catch(() => undefined)
    throw error
  }
}

/** The database goes on with a question whose connection is closed; it has to be told. */
async function stop(client: ClickHouseClient, queryId: string): Promise<void> {
  await client.command({
    query: 'KILL QUERY WHERE query_id = {query_id:String} ASYNC',
    query_params: { query_id: queryId },
  })
}

function toResultRow(row: Record<string, unknown>, query: Query): ResultRow {
  return {
    dimensions: query.dimensions.map((dimension, index) => {
      const value = row[`dimension_${index}`]
      if (typeof value !== 'string') throw new Error(`The row of an answer lacks ${dimension}`)
      return value
    }),
    metrics: query.metrics.map((metric, index) => toNumber(row[`metric_${index}`], metric)),
  }
}

/** 64-bit integers may arrive as text; null is a mean without visits. */
function toNumber(value: unknown, metric: string): number | null {
  if (value === null) return null
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw new Error(`The row of an answer lacks ${metric}`)
}
