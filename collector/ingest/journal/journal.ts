import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnalyticsEvent } from '../../core/event/analytics-event.ts'
import { decodeRecord, encodeRecord } from '../../core/event/event-record.ts'
import type { SiteId } from '../../core/ids.ts'
import type { JournalledEvent } from '../../core/ports.ts'
import type { IngestObserver } from '../observer.ts'
import { type Cut, openCutFile } from './cut-file.ts'
import { syncDirectory, writeAll } from './durable.ts'
import { decodeFrames, encodeFrames, encodeHeader, framedBytes, HEADER_BYTES } from './format.ts'
import { JournalFullError } from './journal-error.ts'
import { addBytes, type Segment, scanSegments, segmentFile } from './segments.ts'
import { openShares } from './shares.ts'

/** A segment is closed when it has reached this size, or a quarter of the limit, so that stored ones can be removed. */
const SEGMENT_BYTES = 8_000_000

/** Most that is read back at once for a batch. */
const READ_BYTES = 4_000_000

/** Most that one group commit writes; what waits beyond it is the next group. */
const GROUP_BYTES = 4_000_000

export interface JournalOptions {
  readonly directory: string
  /** Largest size of all segments together, bytes. */
  readonly maxBytes: number
  readonly observer: Pick<IngestObserver, 'committed'>
}

/** What the journal found when it was opened. */
export interface JournalFindings {
  /** Records in which a single wrong bit was turned back. */
  readonly mended: number
  /** Bytes of a torn record, never acknowledged, that were cut off. */
  readonly tornBytes: number
  /** True when segments were there, but no cut that belongs to them: what is stored must be asked of the database. */
  readonly cutWasMissing: boolean
}

/** The append-only file in front of the database. Holds events only: no address, no User-Agent. */
export interface Journal {
  /** 64 random bits as a decimal string; never used again for another journal. */
  readonly id: string
  readonly findings: JournalFindings
  /** Latest sequence that was given before this process: whether those are stored, only the database knows. */
  readonly foundThrough: number
  /** Settles when the events are fsynced. Rejects with `JournalFullError` when none of them was taken. */
  append(events: readonly AnalyticsEvent[]): Promise<void>
  /** Durable events from `first` to `last`, at most `limit`, oldest first. Sequences that were lost are left out. */
  read(first: number, last: number, limit: number): Promise<readonly JournalledEvent[]>
  /** Every event after the cut, oldest first. */
  unstored(): AsyncGenerator<AnalyticsEvent>
  /** Latest durable sequence; 0 for none. */
  durableThrough(): number
  /** How many events are not dealt with yet. */
  depth(): number
  /** Size of all segments, bytes. */
  bytes(): number
  cut(): Cut
  /** Moves the cut durably; segments before it are removed. */
  setCut(cut: Cut): Promise<void>
  /** Called after every append that became durable. */
  onAppend(listener: () => void): void
  /** Removes every segment before the cut, also the latest, so that a later version finds none of this one's. */
  trim(): Promise<void>
  close(): Promise<void>
}

interface Waiting {
  readonly payloads: readonly Buffer[]
  readonly bytesBySite: ReadonlyMap<SiteId, number>
  readonly bytes: number
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/**
 * Opens the journal, mends what a crash or a bad disk did to it, and goes on where it ended.
 * Throws `JournalError` with what to do when it cannot be read.
 */
export async function openJournal({ directory, maxBytes, observer }: JournalOptions): Promise<Journal> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const cutFile = await openCutFile(join(directory, 'cut'))
  const scan = await scanSegments(directory, cutFile.saved?.journalId).catch(async (error: unknown) => {
    await cutFile.close()
    throw error
  })
  const { segments } = scan
  const id = scan.journalId ?? cutFile.saved?.journalId ?? newJournalId()
  const isCutMissing = cutFile.saved?.journalId !== id
  let cut: Cut =
    cutFile.saved === undefined || isCutMissing
      ? { storedThrough: (segments[0]?.firstSequence ?? 1) - 1, sending: undefined }
      : { storedThrough: cutFile.saved.storedThrough, sending: cutFile.saved.sending }
  // A sequence that was ever sent is never given again, even when its record is gone.
  let durable = Math.max(
    cut.storedThrough,
    isCutMissing ? 0 : (cutFile.saved?.givenThrough ?? 0),
    segments.at(-1)?.lastSequence ?? 0,
  )
  const foundThrough = durable
  if (isCutMissing) await cutFile.write({ journalId: id, givenThrough: durable, ...cut })
  const segmentBytes = Math.min(SEGMENT_BYTES, maxBytes / 4)
  const shares = openShares(maxBytes)
  for (const { bytesBySite } of segments) for (const entry of bytesBySite) shares.add(...entry)
  let tail: { segment: Segment; handle: FileHandle } | undefined
  let waiting: Waiting[] = []
  let flushing: Promise<void> | undefined
  let reader: { segment: Segment; offset: number; sequence: number } | undefined
  const listeners: (() => void)[] = []

  /** Group commit: everything that waits is written and fsynced together. */
  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = takeGroup()
      try {
        const startedAt = performance.now()
        await write(group)
        observer.committed(performance.now() - startedAt)
        for (const entry of group) entry.resolve()
        for (const listener of listeners) listener()
      } catch (cause) {
        const error = new JournalFullError('The journal cannot be written', { cause })
        for (const { bytesBySite, reject } of group) {
          for (const entry of bytesBySite) shares.remove(...entry)
          reject(error)
        }
      }
    }
    flushing = undefined
  }

  function takeGroup(): Waiting[] {
    let bytes = 0
    const end = waiting.findIndex(entry => {
      bytes += entry.bytes
      return bytes > GROUP_BYTES
    })
    const group = waiting.slice(0, end === -1 ? undefined : Math.max(1, end))
    waiting = end === -1 ? [] : waiting.slice(group.length)
    return group
  }

  async function write(group: readonly Waiting[]): Promise<void> {
    const { segment, handle } = await openTail()
    const payloads = group.flatMap(entry => entry.payloads)
    const bytes = encodeFrames(payloads, durable + 1)
    try {
      await writeAll(handle, bytes, segment.bytes)
      await handle.datasync()
    } catch (error) {
      await giveUpTail(segment, handle)
      throw error
    }
    for (const { bytesBySite } of group) for (const entry of bytesBySite) addBytes(segment, ...entry)
    durable += payloads.length
    segment.lastSequence = durable
  }

  /**
   * After a failed write or fsync the file's state is unknown: it is cut back, and the next append begins a new
   * segment. Should even that fail, the new segment's sequences void what was left behind.
   */
  async function giveUpTail(segment: Segment, handle: FileHandle): Promise<void> {
    tail = undefined
    await handle
      .truncate(segment.bytes)
      .then(() => handle.sync())
      .catch(() => undefined)
    await handle.close().catch(() => undefined)
  }

  async function openTail(): Promise<{ segment: Segment; handle: FileHandle }> {
    if (tail !== undefined && tail.segment.bytes < segmentBytes) return tail
    await tail?.handle.close()
    tail = undefined
    const firstSequence = durable + 1
    const file = segmentFile(directory, firstSequence)
    const handle = await open(file, 'w', 0o600)
    try {
      await writeAll(handle, encodeHeader({ journalId: id, firstSequence }), 0)
      await handle.sync()
      await syncDirectory(directory)
    } catch (error) {
      await handle.close()
      throw error
    }
    const segment: Segment = {
      file,
      firstSequence,
      lastSequence: durable,
      bytes: HEADER_BYTES,
      bytesBySite: new Map(),
    }
    // A segment without a record, left by a failed append, begins with the same sequence.
    const same = segments.findIndex(existing => existing.firstSequence === firstSequence)
    if (same === -1) segments.push(segment)
    else segments[same] = segment
    tail = { segment, handle }
    return tail
  }

  /** A segment without records, left by a failed append, is no stored one: the next append writes it anew. */
  function isStored({ firstSequence, lastSequence }: Segment): boolean {
    return lastSequence >= firstSequence && lastSequence <= cut.storedThrough
  }

  async function removeStored(): Promise<void> {
    // Taken out of the list before the first wait: an append may begin a segment meanwhile.
    const stored = segments.filter(segment => segment !== tail?.segment && isStored(segment))
    for (const segment of stored) {
      segments.splice(segments.indexOf(segment), 1)
      for (const entry of segment.bytesBySite) shares.remove(...entry)
    }
    for (const segment of stored) await unlink(segment.file)
  }

  /** The place to read `sequence` from, or the first record after it. */
  function findRecord(sequence: number): { segment: Segment; offset: number; sequence: number } | undefined {
    if (reader?.sequence === sequence && reader.offset < reader.segment.bytes) return reader
    const segment = segments.find(
      candidate => candidate.lastSequence >= sequence && candidate.lastSequence >= candidate.firstSequence,
    )
    return segment && { segment, offset: HEADER_BYTES, sequence: segment.firstSequence }
  }

  async function read(first: number, last: number, limit: number): Promise<readonly JournalledEvent[]> {
    const start = findRecord(first)
    if (start === undefined) return []
    const { segment } = start
    const batch: JournalledEvent[] = []
    const handle = await open(segment.file, 'r')
    try {
      let { offset } = start
      // Bytes beyond are being written at this moment.
      const end = segment.bytes
      while (batch.length < limit && offset < end) {
        const length = Math.min(READ_BYTES, end - offset)
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, offset)
        const { records, soundBytes } = decodeFrames(buffer.subarray(0, bytesRead))
        if (records.length === 0) break
        for (const { sequence, payload } of records) {
          if (sequence > last || batch.length === limit) return batch
          if (sequence >= first) batch.push({ sequence, record: payload })
          offset += framedBytes(payload.length)
          reader = { segment, offset, sequence: sequence + 1 }
        }
        if (soundBytes === 0) break
      }
    } finally {
      await handle.close()
    }
    return batch
  }

  async function closeTail(): Promise<void> {
    await flushing
    await tail?.handle.close()
    tail = undefined
  }

  function admits(bytesBySite: ReadonlyMap<SiteId, number>): boolean {
    return [...bytesBySite].every(([siteId, bytes]) => shares.admits(siteId, bytes))
  }

  return {
    id,
    findings: {
      mended: scan.mended,
      tornBytes: scan.tornBytes,
      cutWasMissing: isCutMissing && segments.length > 0,
    },
    foundThrough,

    append(events) {
      const payloads: Buffer[] = []
      const bytesBySite = new Map<SiteId, number>()
      let bytes = 0
      for (const event of events) {
        const payload = Buffer.from(encodeRecord(event))
        const framed = framedBytes(payload.length)
        payloads.push(payload)
        bytes += framed
        bytesBySite.set(event.siteId, (bytesBySite.get(event.siteId) ?? 0) + framed)
      }
      if (!admits(bytesBySite)) {
        return Promise.reject(new JournalFullError('The journal, or the share of a site in it, is full'))
      }
      for (const entry of bytesBySite) shares.add(...entry)
      return new Promise((resolve, reject) => {
        waiting.push({ payloads, bytesBySite, bytes, resolve, reject })
        flushing ??= flush()
      })
    },

    read,

    async *unstored() {
      let sequence = cut.storedThrough
      for (;;) {
        const events = await read(sequence + 1, Number.POSITIVE_INFINITY, 10_000)
        for (const { record } of events) yield decodeRecord(Buffer.from(record).toString())
        const last = events.at(-1)
        if (last === undefined) return
        sequence = last.sequence
      }
    },

    durableThrough: () => durable,
    depth: () => durable - cut.storedThrough,
    bytes: shares.total,
    cut: () => cut,

    async setCut(next) {
      await cutFile.write({ journalId: id, givenThrough: durable, ...next })
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

    async trim() {
      await closeTail()
      await removeStored()
    },

    async close() {
      await closeTail()
      await cutFile.close()
    },
  }
}

function newJournalId(): string {
  return randomBytes(8).readBigUInt64BE(0).toString()
}
