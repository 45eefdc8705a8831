import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { roomBehind } from '../../../collector/ingest/journal/room.ts'
import type { Fault, FaultContext } from '../fault.ts'
import type { Ledger } from '../ledger.ts'
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

/** Damages some records among the events from `first` on. */
function damage({ server, ledger, random }: FaultContext, first: number, oneBit: boolean): void {
  const files = segmentsOf(server.dataDirectory)
  const segments = files.map(file => {
    const bytes = readFileSync(file)
    return { file, bytes, tailFrom: bytes.length - roomBehind(bytes) - SOUND_TAIL_BYTES }
  })
  let left = VICTIMS
  for (let tries = 0; tries < 1_000 && left > 0; tries++) {
    const number = first + random.below(ledger.size() - first)
    if (ledger.fate(number) !== 'acknowledged' || ledger.isDestroyed(number)) continue
    for (const { bytes, tailFrom } of segments) {
      const at = lastDigitOfPage(bytes, ledger, number)
      if (at === undefined || at > tailFrom) continue
      // In the number of the page: a record taken as it is would be another event's.
      if (oneBit) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(3))
      else for (let byte = at - 5; byte <= at; byte++) bytes[byte] = random.below(256)
      ledger.destroy(number)
      left--
    }
  }
  if (left > 0) throw new Error('Too few events were waiting in the journal')
  for (const { file, bytes } of segments) writeFileSync(file, bytes)
}

/** Where the number of an event's page ends in its record; the event's name tells it from others of the page. */
function lastDigitOfPage(bytes: Buffer, ledger: Ledger, number: number): number | undefined {
  const page = `"${ledger.page(number)}"`
  const name = `"${ledger.eventName(number)}"`
  for (let at = bytes.indexOf(page); at !== -1; at = bytes.indexOf(page, at + 1)) {
    const before = bytes.subarray(bytes.lastIndexOf('[', at), at).toString()
    if (before.includes(name)) return at + page.length - 2
  }
  return undefined
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
