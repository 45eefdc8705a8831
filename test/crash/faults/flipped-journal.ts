import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault, FaultContext } from '../fault.ts'
import { PAGES_PER_LAP } from '../ledger.ts'
import { signal } from '../processes.ts'
import { segmentsOf } from '../segments.ts'

/** Records that are damaged at each time. */
const VICTIMS = 4
/** The last records are left alone: damage there looks like a write that a crash has torn. */
const SOUND_TAIL_BYTES = 10_000

/** Wrong bits in records that are acknowledged and not stored yet, as a failing disk leaves them. */
export const flippedJournal: Fault = {
  name: 'flipped-journal',
  words: 'Bits of waiting records are wrong when the collector starts again: one bit, or several bytes.',
  async run(context) {
    for (let round = context.times(2, 8); round > 0; round--) {
      const first = context.ledger.size()
      await stopWithWaitingEvents(context)
      damage(context, first, round % 2 === 0)
      await startOrGiveUp(context)
      await context.sender.acknowledged(20, 60_000)
    }
  },
}

async function stopWithWaitingEvents({ server, sender, pause }: FaultContext): Promise<void> {
  const engine = server.engine()
  signal(engine, 'SIGSTOP')
  try {
    // The first ones may be in an insert that is stored after all.
    await sender.acknowledged(200, 60_000)
    await pause(100, 600)
  } finally {
    await server.kill()
    signal(engine, 'SIGKILL')
  }
}

/** Damages some records among the events from `first` on, each found by its page, which stands in its record. */
function damage({ server, ledger, random }: FaultContext, first: number, oneBit: boolean): void {
  const files = segmentsOf(server.dataDirectory)
  const segments = files.map(file => ({ file, bytes: readFileSync(file) }))
  let left = VICTIMS
  for (let tries = 0; tries < 1_000 && left > 0; tries++) {
    const number = first + random.below(ledger.size() - first)
    // Its page must be its own, since records are found by it.
    if (number >= PAGES_PER_LAP) continue
    const text = `"${ledger.page(number)}"`
    const found = segments.find(({ bytes }) => bytes.includes(text))
    const offset = found?.bytes.indexOf(text) ?? -1
    if (found === undefined || ledger.fate(number) !== 'acknowledged' || ledger.isDestroyed(number)) continue
    if (offset > found.bytes.length - SOUND_TAIL_BYTES) continue
    // In the number of the page: a record taken as it is would be another event's.
    const at = offset + text.length - 2
    if (oneBit) found.bytes[at] = (found.bytes[at] ?? 0) ^ (1 << random.below(3))
    else for (let byte = at - 5; byte <= at; byte++) found.bytes[byte] = random.below(256)
    ledger.destroy(number)
    left--
  }
  if (left > 0) throw new Error('Too few events were waiting in the journal')
  for (const { file, bytes } of segments) writeFileSync(file, bytes)
}

/** What an operator does who reads that the journal cannot be used: moves it away. */
async function startOrGiveUp({ server, progress, complain }: FaultContext): Promise<void> {
  try {
    await server.start()
  } catch (error) {
    progress(error instanceof Error ? error.message : String(error))
    complain('the collector refused to start with a damaged record, so all waiting events were given up')
    renameSync(join(server.dataDirectory, 'journal'), join(server.dataDirectory, `journal.${Date.now()}`))
    await server.start()
  }
}
