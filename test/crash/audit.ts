import { join } from 'node:path'
import type { ClickHouseClient } from '@clickhouse/client'
import { openEngine } from '../../collector/storage/engine.ts'
import { type Ledger, PAGES_PER_LAP } from './ledger.ts'

const ENGINE_PROGRAM = join(import.meta.dirname, '../../dist/collector/engine.js')
const MEMORY_BYTES = 1_500_000_000

/** A page or a name that no sender ever sent. */
const STRAYS = `SELECT count() AS strays FROM events
WHERE NOT match(page, '^/k/[a-z0-9]+-[0-9]+$') OR NOT match(name, '^(pageview|lap-[0-9]+)$')`

const STORED = `SELECT
    toUInt32OrZero(substring(page, length({prefix:String}) + 1))
        + ${PAGES_PER_LAP} * if(name = 'pageview', 0, toUInt32OrZero(substring(name, length('lap-') + 1))) AS number,
    count() AS times
FROM events
WHERE startsWith(page, {prefix:String})
GROUP BY number`

/** What the database holds of a run, beside what its clients were told. */
export interface Audit {
  /** Different events that are stored. */
  readonly stored: number
  /** Acknowledged, not stored, and not destroyed by the fault itself. */
  readonly lost: number
  /** Stored more than once. */
  readonly doubled: number
  /** Refused, yet stored: a client that sends again would be counted twice. */
  readonly refusedButStored: number
  /** Destroyed by the fault itself and not stored. */
  readonly destroyed: number
  /** Rows that nobody sent. */
  readonly strays: number
  /** The first few numbers of what is wrong, for whoever looks for the cause. */
  readonly examples: Readonly<Record<'lost' | 'doubled' | 'refusedButStored', readonly number[]>>
}

const MOST_EXAMPLES = 10

/** Compares a run's ledger with the database of a data directory, through the engine that runs there or a new one. */
export async function auditDirectory(dataDirectory: string, ledger: Ledger): Promise<Audit> {
  const engine = await openEngine({
    dataDirectory,
    program: ENGINE_PROGRAM,
    maxMemoryBytes: MEMORY_BYTES,
    mode: 'attach-or-start',
  })
  try {
    return await audit(engine.client, ledger)
  } finally {
    await engine.close()
  }
}

/** Compares a run's ledger with the table of events. */
export async function audit(client: ClickHouseClient, ledger: Ledger): Promise<Audit> {
  const { times, foreign } = await readStored(client, ledger)
  const strays = await client.query({ query: STRAYS, format: 'JSONEachRow' })
  const [counted] = await strays.json<{ strays: string }>()
  const examples = { lost: [] as number[], doubled: [] as number[], refusedButStored: [] as number[] }
  const counts = { stored: 0, lost: 0, doubled: 0, refusedButStored: 0, destroyed: 0 }
  const find = (what: keyof typeof examples, number: number): void => {
    counts[what]++
    if (examples[what].length < MOST_EXAMPLES) examples[what].push(number)
  }
  for (let number = 0; number < ledger.size(); number++) {
    const stored = times[number] ?? 0
    const fate = ledger.fate(number)
    if (stored > 0) counts.stored++
    if (stored > 1) find('doubled', number)
    if (stored > 0 && fate === 'refused') find('refusedButStored', number)
    if (stored > 0 || fate !== 'acknowledged') continue
    if (ledger.isDestroyed(number)) counts.destroyed++
    else find('lost', number)
  }
  return { ...counts, strays: Number(counted?.strays) + foreign, examples }
}

/** How often each event of the run is stored, at most 255; and rows of the run whose number was never given. */
async function readStored(
  client: ClickHouseClient,
  ledger: Ledger,
): Promise<{ times: Uint8Array; foreign: number }> {
  const times = new Uint8Array(ledger.size())
  let foreign = 0
  const answer = await client.query({
    query: STORED,
    query_params: { prefix: ledger.prefix },
    format: 'JSONCompactEachRow',
  })
  for await (const rows of answer.stream<[number, string]>()) {
    for (const row of rows) {
      const [number, count] = row.json()
      if (number < times.length) times[number] = Math.min(Number(count), 255)
      else foreign++
    }
  }
  return { times, foreign }
}
