import { randomUUID } from 'node:crypto'
import { type ClickHouseClient, ClickHouseError } from '@clickhouse/client'
import type { Statement } from '../../core/ports.ts'
import { BadExpressionError } from '../../core/query/bad-expression.ts'
import { MAX_QUERY_SECONDS, QueryTooHeavyError } from '../../core/query/query-too-heavy.ts'
import { PRIORITIES } from '../priorities.ts'

/** TIMEOUT_EXCEEDED, TOO_SLOW, MEMORY_LIMIT_EXCEEDED. */
const TOO_HEAVY_CODES = ['159', '160', '241']
const CANNOT_COMPILE_REGEXP = '427'

/** Of questions that want the same cores, those that go first and the others. */
export type Urgency = Exclude<keyof typeof PRIORITIES, 'sealing'>

export type Row = Readonly<Record<string, unknown>>

/** Rows of an answer, and how many there were before its limit. */
export interface Rows {
  readonly data: readonly Row[]
  readonly totalRows: number
}

/**
 * Asks the database a question of somebody who waits. Throws `QueryTooHeavyError` when it gives up on it, and
 * `BadExpressionError`. When the signal is aborted the database is told to stop.
 */
export async function ask(
  client: ClickHouseClient,
  { sql, params }: Statement,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<Rows> {
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
        priority: PRIORITIES[urgency],
        // Makes the JSON format count the rows before LIMIT.
        exact_rows_before_limit: 1,
        output_format_json_quote_64bit_integers: 0,
        // A bucket or a row without its counterpart has no visitors, and no rate.
        join_use_nulls: 1,
      },
    })
    const { data, rows_before_limit_at_least: totalRows } = await answer.json<Row>()
    return { data, totalRows: totalRows ?? data.length }
  } catch (error) {
    if (error instanceof ClickHouseError && TOO_HEAVY_CODES.includes(error.code)) {
      throw new QueryTooHeavyError({ cause: error })
    }
    if (error instanceof ClickHouseError && error.code === CANNOT_COMPILE_REGEXP) {
      const [, reason = 'it is malformed'] = /error: ([^.:]+?)(?:: |\. |, |$)/.exec(error.message) ?? []
      throw new BadExpressionError(reason, { cause: error })
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
