import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ClickHouseClient, ClickHouseError } from '@clickhouse/client'
import { RECORD_FIELDS } from '../core/event/event-record.ts'
import { type EventBatch, RefusedBatchError } from '../core/ports.ts'
import { insertInPieces } from './insert-in-pieces.ts'
import runningInserts from './queries/running-inserts.sql?raw'

/** Longest that one batch may take before its outcome counts as uncertain, ms. */
const INSERT_TIMEOUT_MS = 30_000

/** Longest wait for an insert to end that was told to, ms. */
const SETTLE_TIMEOUT_MS = 10_000

/** Journal and number first: they are put before the record as it lies in the journal. */
const INSERT = `INSERT INTO events (journal_id, sequence, ${RECORD_FIELDS.join(', ')}) FORMAT JSONCompactEachRow`

/**
 * What ClickHouse says of rows that it will never take, by the numbers of its `ErrorCodes.cpp`; whatever else it
 * says may be over tomorrow.
 */
const REFUSALS: ReadonlySet<string> = new Set([
  '6', // CANNOT_PARSE_TEXT
  '25', // CANNOT_PARSE_ESCAPE_SEQUENCE
  '26', // CANNOT_PARSE_QUOTED_STRING
  '27', // CANNOT_PARSE_INPUT_ASSERTION_FAILED
  '38', // CANNOT_PARSE_DATE
  '41', // CANNOT_PARSE_DATETIME
  '53', // TYPE_MISMATCH
  '69', // ARGUMENT_OUT_OF_BOUND
  '72', // CANNOT_PARSE_NUMBER
  '117', // INCORRECT_DATA
  '130', // CANNOT_READ_ARRAY_FROM_TEXT
  '190', // SIZES_OF_ARRAYS_DONT_MATCH
  '321', // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
  '349', // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
  '467', // CANNOT_PARSE_BOOL
])

/** Stores a batch; see `EventStore.insert`. */
export async function insertEvents(
  client: ClickHouseClient,
  { journalId, events }: EventBatch,
  token: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const timeout = AbortSignal.timeout(INSERT_TIMEOUT_MS)
  try {
    await insertInPieces(client, {
      query: INSERT,
      rows: events,
      toText: some => toRows(journalId, some),
      queryId: `${queryIdPrefix(journalId)}${randomUUID()}`,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      settings: {
        insert_deduplication_token: token,
        insert_deduplicate: 1,
        // One block per batch: a token covers a block, so a batch must be one.
        max_insert_block_size: '1048576',
        min_insert_block_size_rows: '1048576',
        min_insert_block_size_bytes: '0',
      },
    })
  } catch (error) {
    if (error instanceof ClickHouseError && REFUSALS.has(error.code)) {
      throw new RefusedBatchError(`clickhouse_${error.code}`)
    }
    throw error
  }
}

/** Ends inserts of a journal that may still run; see `EventStore.settle`. */
export async function settleInserts(client: ClickHouseClient, journalId: string): Promise<void> {
  const prefix = queryIdPrefix(journalId)
  const deadline = Date.now() + SETTLE_TIMEOUT_MS
  for (;;) {
    const answer = await client.query({
      query: runningInserts,
      query_params: { prefix },
      format: 'JSONEachRow',
    })
    const [row] = await answer.json<{ running: string }>()
    if (row?.running === '0') return
    if (Date.now() > deadline) throw new Error('An insert that was given up still runs in the database')
    await client.command({
      query: 'KILL QUERY WHERE startsWith(query_id, {prefix:String}) ASYNC',
      query_params: { prefix },
    })
    await sleep(100)
  }
}

function queryIdPrefix(journalId: string): string {
  return `hanki-journal-${journalId}-`
}

/** Lines of JSON arrays: `[journal, sequence, …record]`. */
function toRows(journalId: string, events: EventBatch['events']): Buffer {
  let size = 0
  for (const { record } of events) size += PREFIX_BYTES + record.length
  const rows = Buffer.allocUnsafe(size)
  let offset = 0
  for (const { sequence, record } of events) {
    offset += rows.write(`["${journalId}",${sequence},`, offset, 'latin1')
    offset += record.copy(rows, offset, 1)
    offset = rows.writeUInt8(NEW_LINE, offset)
  }
  return rows.subarray(0, offset)
}

/** Room for `["<20 digits>",<16 digits>,` and the end of the line. */
const PREFIX_BYTES = 48
const NEW_LINE = 10
