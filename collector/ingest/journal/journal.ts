import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnalyticsEvent } from '../../core/event/analytics-event.ts'
import type { PositionedEvent } from '../../core/ports.ts'
import { type Cut, readCut, syncDirectory, writeCut } from './cut-file.ts'
import { decodeRecords, encodeHeader, encodeRecord, HEADER_BYTES } from './format.ts'
import { type Segment, scanSegments, segmentFile } from './segments.ts'

/** A segment is closed when it has reached this size, or a quarter of the limit, so that stored ones can be removed. */
const SEGMENT_BYTES = 8_000_000

/** Most that is read back at once for a batch. */
const READ_BYTES = 4_000_000

/** The journal takes no more events: it reached its limit, or the disk refused. Nothing was accepted. */
export class JournalFullError extends Error {
  override readonly name = 'JournalFullError'
  readonly code = 'journal_full'
}

export interface JournalOptions {
  readonly directory: string
  /** Largest size of all segments together, bytes. */
  readonly maxBytes: number
}

/** The append-only file in front of the database. Holds events only: no address, no User-Agent. */
export interface Journal {
  readonly id: string
  /** Settles when the events are fsynced. Rejects with `JournalFullError` when they were not taken. */
  append(events: readonly AnalyticsEvent[]): Promise<void>
  /** Durable events after `sequence`, at most `limit`, oldest first. */
  read(sequence: number, limit: number): Promise<readonly PositionedEvent[]>
  /** Every event that is not known to be stored, oldest first. */
  unstored(): AsyncGenerator<AnalyticsEvent>
  /** How many events are not known to be stored. */
  depth(): number
  cut(): Cut
  /** Moves the cut durably; segments that are stored whole are removed. */
  setCut(change: Pick<Cut, 'storedThrough' | 'sending'>): Promise<void>
  /** Called after every append that became durable. */
  onAppend(listener: () => void): void
  close(): Promise<void>
}

interface Waiting {
  readonly records: readonly Buffer[]
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** Opens the journal; a tail torn by a crash is cut off, since it was never acknowledged. */
export async function openJournal({ directory, maxBytes }: JournalOptions): Promise<Journal> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const cutFile = join(directory, 'cut.json')
  const { segments, journalId: foundId } = await scanSegments(directory)
  const savedCut = await readCut(cutFile)
  const id = foundId ?? savedCut?.journalId ?? newJournalId()
  let cut: Cut =
    savedCut?.journalId === id ? savedCut : { journalId: id, storedThrough: 0, sending: undefined }
  if (savedCut === undefined) await writeCut(cutFile, cut)

  // A sequence that was ever sent is never given again, even when its record is gone.
  let durable = Math.max(
    cut.storedThrough,
    cut.sending?.last ?? 0,
    ...segments.map(segment => segment.firstSequence + segment.records - 1),
  )
  const segmentBytes = Math.min(SEGMENT_BYTES, maxBytes / 4)
  let tail: { segment: Segment; handle: FileHandle } | undefined
  let waiting: Waiting[] = []
  let flushing: Promise<void> | undefined
  let reader: { segment: Segment; offset: number; sequence: number } | undefined
  const listeners: (() => void)[] = []

  /** Group commit: everything that waits is written and fsynced together. */
  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        await write(group.flatMap(entry => entry.records))
        for (const entry of group) entry.resolve()
        for (const listener of listeners) listener()
      } catch (cause) {
        const error = new JournalFullError('The journal cannot be written', { cause })
        for (const entry of group) entry.reject(error)
      }
    }
    flushing = undefined
  }

  async function write(records: readonly Buffer[]): Promise<void> {
    const { segment, handle } = await openTail()
    const bytes = Buffer.concat(records)
    try {
      await writeAll(handle, bytes, segment.bytes)
      await handle.datasync()
    } catch (error) {
      // After a failed fsync the file's state is unknown: it is cut back, and the next append starts a new segment.
      tail = undefined
      await handle.truncate(segment.bytes).catch(() => undefined)
      await handle.close().catch(() => undefined)
      throw error
    }
    segment.bytes += bytes.length
    segment.records += records.length
    durable += records.length
  }

  async function openTail(): Promise<{ segment: Segment; handle: FileHandle }> {
    if (tail !== undefined && tail.segment.bytes < segmentBytes) return tail
    await tail?.handle.close()
    tail = undefined
    const firstSequence = durable + 1
    const file = segmentFile(directory, firstSequence)
    const handle = await open(file, 'w', 0o600)
    try {
      await handle.write(encodeHeader({ journalId: id, firstSequence }), 0, HEADER_BYTES, 0)
      await handle.sync()
      await syncDirectory(directory)
    } catch (error) {
      await handle.close()
      throw error
    }
    const segment: Segment = { file, firstSequence, records: 0, bytes: HEADER_BYTES }
    // A segment without a record, left by a failed append, begins with the same sequence.
    const same = segments.findIndex(existing => existing.firstSequence === firstSequence)
    if (same === -1) segments.push(segment)
    else segments[same] = segment
    tail = { segment, handle }
    return tail
  }

  /** A segment without records, left by a failed append, is no stored one: the next append writes it anew. */
  function isStored({ firstSequence, records }: Segment): boolean {
    return records > 0 && firstSequence + records - 1 <= cut.storedThrough
  }

  async function removeStored(): Promise<void> {
    // Taken out of the list before the first wait: an append may begin a segment meanwhile.
    const stored = segments.filter(segment => segment !== tail?.segment && isStored(segment))
    for (const segment of stored) segments.splice(segments.indexOf(segment), 1)
    for (const segment of stored) await unlink(segment.file)
  }

  function findRecord(sequence: number): { segment: Segment; offset: number; sequence: number } | undefined {
    if (reader?.sequence === sequence && reader.offset < reader.segment.bytes) return reader
    const segment = segments.find(
      candidate =>
        sequence >= candidate.firstSequence && sequence < candidate.firstSequence + candidate.records,
    )
    return segment && { segment, offset: HEADER_BYTES, sequence: segment.firstSequence }
  }

  async function read(sequence: number, limit: number): Promise<readonly PositionedEvent[]> {
    const start = findRecord(sequence + 1)
    if (start === undefined) return []
    const { segment } = start
    const batch: PositionedEvent[] = []
    const handle = await open(segment.file, 'r')
    try {
      let { offset, sequence: next } = start
      while (batch.length < limit && offset < segment.bytes) {
        const length = Math.min(READ_BYTES, segment.bytes - offset)
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, offset)
        const skipped = Math.max(0, sequence + 1 - next)
        const { payloads, soundBytes } = decodeRecords(
          buffer.subarray(0, bytesRead),
          limit - batch.length + skipped,
        )
        if (payloads.length === 0) break
        for (const payload of payloads) {
          if (next > sequence) batch.push({ journalId: id, sequence: next, event: parseEvent(payload) })
          next++
        }
        offset += soundBytes
      }
      reader = { segment, offset, sequence: next }
    } finally {
      await handle.close()
    }
    return batch
  }

  await removeStored()

  return {
    id,
    append(events) {
      const size = segments.reduce((sum, segment) => sum + segment.bytes, 0)
      if (size >= maxBytes) return Promise.reject(new JournalFullError('The journal has reached its limit'))
      const records = events.map(event => encodeRecord(Buffer.from(JSON.stringify(event))))
      return new Promise((resolve, reject) => {
        waiting.push({ records, resolve, reject })
        flushing ??= flush()
      })
    },

    read,

    async *unstored() {
      let sequence = cut.storedThrough
      for (;;) {
        const events = await read(sequence, 10_000)
        for (const { event } of events) yield event
        const last = events.at(-1)
        if (last === undefined) return
        sequence = last.sequence
      }
    },

    depth: () => durable - cut.storedThrough,
    cut: () => cut,

    async setCut(change) {
      const next = { journalId: id, ...change }
      await writeCut(cutFile, next)
      cut = next
      // A tail that is full and stored would count against the limit until the next event, which the limit may refuse.
      if (tail !== undefined && cut.storedThrough === durable && tail.segment.bytes >= segmentBytes) {
        const { handle } = tail
        tail = undefined
        await handle.close()
      }
      await removeStored()
    },

    onAppend: listener => listeners.push(listener),

    async close() {
      await flushing
      await tail?.handle.close()
      tail = undefined
    },
  }
}

/** One call may write less than it was given. */
async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** The journal holds what this version wrote, checked by its checksum, so its shape is known. */
function parseEvent(payload: Buffer): AnalyticsEvent {
  return JSON.parse(payload.toString()) as AnalyticsEvent
}

function newJournalId(): string {
  return randomBytes(8).readBigUInt64BE(0).toString()
}
