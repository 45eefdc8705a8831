import type { JournalledEvent } from '../../core/ports.ts'
import type { Journal } from '../journal/journal.ts'

/** Most events in one batch. */
export const MAX_BATCH = 10_000

/** Most that the records of one batch take, bytes: a database needs several times as much memory to store them. */
const MAX_BATCH_BYTES = 8_000_000

/** Most sequences of a stretch without events that are dealt with at once, so that asking what is stored of them stays cheap. */
const MAX_GAP = 100_000

/** Sequences from `first` to `last`, both included. */
export interface Range {
  readonly first: number
  readonly last: number
}

export function sizeOf({ first, last }: Range): number {
  return last - first + 1
}

export interface Batch {
  readonly range: Range
  /** What the journal has of the range, oldest first; of a new batch all of it, or nothing where it was lost. */
  readonly events: readonly JournalledEvent[]
}

type JournalReader = Pick<Journal, 'cut' | 'durableThrough' | 'read'>

/**
 * The next events after the cut, without a gap between them; a gap is a batch of its own, without events, that ends
 * before the next event the journal still has. Undefined when nothing waits. `limit` is the most events.
 */
export async function readNext(journal: JournalReader, limit: number): Promise<Batch | undefined> {
  const { storedThrough } = journal.cut()
  // Before the read: what is appended meanwhile must not look lost.
  const durable = journal.durableThrough()
  if (storedThrough >= durable) return undefined
  const first = storedThrough + 1
  const events = await journal.read(first, durable, limit)
  const firstKept = events[0]?.sequence ?? (await endOfGap(journal, durable))
  if (firstKept > first) {
    return { range: { first, last: Math.min(firstKept - 1, storedThrough + MAX_GAP) }, events: [] }
  }
  const kept = withinBytes(withoutGap(events))
  return { range: { first, last: first + kept.length - 1 }, events: kept }
}

/**
 * What the journal still has of a range that was about to be sent before. Of a range with more bytes than fit into a
 * batch, the beginning.
 */
export async function readAgain(journal: JournalReader, range: Range): Promise<Batch> {
  const events: JournalledEvent[] = []
  let bytes = 0
  for (let from = range.first; from <= range.last; ) {
    const more = await journal.read(from, range.last, MAX_BATCH)
    const latest = more.at(-1)
    if (latest === undefined) break
    for (const event of more) {
      bytes += event.record.length
      if (bytes > MAX_BATCH_BYTES && events.length > 0) {
        return { range: { first: range.first, last: event.sequence - 1 }, events }
      }
      events.push(event)
    }
    from = latest.sequence + 1
  }
  return { range, events }
}

/** The journal gives nothing up to `durable`: all of it is lost, unless the journal contradicts itself. */
async function endOfGap(journal: JournalReader, durable: number): Promise<number> {
  const last = await journal.read(durable, durable, 1)
  if (last.length > 0) throw new Error('The journal has its latest event, but gives nothing before it')
  return durable + 1
}

function withoutGap(events: readonly JournalledEvent[]): readonly JournalledEvent[] {
  const first = events[0]?.sequence ?? 0
  const end = events.findIndex(({ sequence }, index) => sequence !== first + index)
  return end === -1 ? events : events.slice(0, end)
}

/** The beginning that fits into a batch; one event at least. */
function withinBytes(events: readonly JournalledEvent[]): readonly JournalledEvent[] {
  let bytes = 0
  const end = events.findIndex(({ record }) => {
    bytes += record.length
    return bytes > MAX_BATCH_BYTES
  })
  return end === -1 ? events : events.slice(0, Math.max(1, end))
}
