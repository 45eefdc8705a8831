import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtBeside } from '../../../collector/hanki.ts'
import { openEngine } from '../../../collector/storage/engine.ts'
import { CONVENTIONAL_TABLE, fillConventional } from './conventional.ts'
import { fill } from './fill.ts'
import { measureTable } from './measure.ts'
import { mergeMonths } from './merge.ts'
import { type StorageResult, storageReport } from './report.ts'
import { countShape } from './shape.ts'

/**
 * `npm run bench:storage -- [--events N] [--days N] [--json]`: how many bytes an event takes, by column.
 *
 * The events are invented, but go the whole way through a collector with the embedded database: one big shop (half of
 * all events), a dozen sites of middle size and a hundred small ones, interleaved as they arrive, over two months of
 * simulated time. About 46,000 pages in long tails, of which magazines publish new ones every day; 5,000 referrers in
 * long tails and changing campaigns with search terms; visitors from all over the world, with some 700 combinations of
 * browser and system. Half of the visits see one page, the others up to 60 over minutes to hours, many at once. One event
 * in twenty has properties, amounts and addresses among them. Ids are the collector's own.
 *
 * Figures are of compressed data on disk after each month has been merged into one part, as time does. Beside them
 * stands what the same rows take in a table of the same order with plain types and the default codec.
 */
const DEFAULT_EVENTS = 1_000_000
const DEFAULT_DAYS = 60
/** With fewer, ClickHouse keeps a month's columns in one file and cannot tell their sizes apart. */
const LEAST_EVENTS = 200_000
const ENGINE_MEMORY_BYTES = 3_000_000_000

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: String(DEFAULT_EVENTS) },
    days: { type: 'string', default: String(DEFAULT_DAYS) },
    json: { type: 'boolean', default: false },
  },
})
const events = wholeNumber('--events', values.events, LEAST_EVENTS)
const days = wholeNumber('--days', values.days, 1)

const directory = mkdtempSync(join(tmpdir(), 'hanki-bench-'))
const removeData = (): void => rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
const quit = (): void => {
  removeData()
  process.exit(130)
}
process.on('SIGINT', quit).on('SIGTERM', quit)

try {
  await fill({
    directory,
    programDirectory: import.meta.dirname,
    events,
    days,
    onProgress: sent =>
      say(`Sending events … ${sent.toLocaleString('en-US')} of about ${events.toLocaleString('en-US')}`),
  })
  const result = await measure()
  console.log(values.json ? JSON.stringify(result) : storageReport(result))
} finally {
  removeData()
}

async function measure(): Promise<StorageResult> {
  const engine = await openEngine({
    dataDirectory: directory,
    program: builtBeside(import.meta.dirname).engineProgram,
    maxMemoryBytes: ENGINE_MEMORY_BYTES,
    mode: 'start',
  })
  try {
    const { client } = engine
    const unmerged = await measureTable(client, 'events')
    say('Merging each month …')
    await mergeMonths(client, 'events')
    const shape = await countShape(client)
    say('Copying into the conventional table …')
    await fillConventional(client)
    await mergeMonths(client, CONVENTIONAL_TABLE)
    const hanki = await measureTable(client, 'events')
    const conventional = await measureTable(client, CONVENTIONAL_TABLE)
    return {
      shape,
      unmergedPerEvent: unmerged.diskPerEvent,
      unmergedParts: unmerged.parts,
      hanki,
      conventional,
      ratio: conventional.diskPerEvent / hanki.diskPerEvent,
    }
  } finally {
    await engine.close()
  }
}

/** Progress goes to standard error, so that `--json` prints nothing but its object. */
function say(words: string): void {
  process.stderr.write(`${words}\n`)
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least) return value
  console.error(`${option} takes a whole number from ${least}`)
  process.exit(2)
}
