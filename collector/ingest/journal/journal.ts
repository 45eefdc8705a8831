import { randomBytes } from 'node:crypto'
import { rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnalyticsEvent } from '../../core/event/analytics-event.ts'
import { decodeRecord, encodeRecord } from '../../core/event/event-record.ts'
import type { SiteId } from '../../core/ids.ts'
import type { JournalledEvent } from '../../core/ports.ts'
import type { IngestObserver } from '../observer.ts'
import { type Cut, openCutFile } from './cut-file.ts'
import { openCutKeeper } from './cut-keeper.ts'
import { makeDirectory } from './durable.ts'
import { framedBytes } from './format.ts'
import { openGroupCommit } from './group-commit.ts'
import { JournalFullError, JournalUncertainError } from './journal-error.ts'
import { scanSegments } from './scan.ts'
import { addBytes, damagedFile, isEmpty, type Segment } from './segment.ts'
import { openSegmentReader } from './segment-reader.ts'
import { openSegmentWriter } from './segment-writer.ts'
import { openShares } from './shares.ts'

/** A segment is closed when it has reached this size, or a quarter of the limit, so that stored ones can be removed. */
const SEGMENT_BYTES = 8_000_000

/** How long the disk may not know how far events were acknowledged while the cut stands still, ms. */
const NOTE_MS = 3_000

export interface JournalOptions {
  readonly directory: string
  /** Largest size of all segments together, bytes. */
  readonly maxBytes: number
  readonly observer: Pick<IngestObserver, 'committed'>
  /** How soon after an append a crash finds on disk that it was acknowledged, though the cut stands still, ms. */
  readonly noteMs?: number
}

/** What the journal found when it was opened. */
export interface JournalFindings {
  /** Records in which a single wrong bit was turned back. */
  readonly mended: number
  /** Bytes of a torn request, never acknowledged, that were cut off the end. */
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
  /**
   * Sequences up to this one are never given: the database knows them from a time that the journal, which came back
   * as it once was, does not remember. They count as given before this process. Throws after the first `append`.
   */
  skipTo(sequence: number): void
  /**
   * Settles when the events, which are one request, are fsynced: after a crash all of them are there or none. Rejects
   * with `JournalFullError` when none of them was taken, with `JournalUncertainError` when nobody can tell.
   */
  append(events: readonly AnalyticsEvent[]): Promise<void>
  /**
   * Durable events from `first` to `last`, oldest first: at most `limit`, and no more when they are 8 MB together.
   * It goes around damage: what lies between two events of the answer, or before its first one, is lost for good, and
   * so is all that was asked for when the answer is empty. Of what comes after its last event it says nothing.
   * Rejects with what the disk answers while there is hope that it can be read later.
   */
  read(first: number, last: number, limit: number): Promise<readonly JournalledEvent[]>
  /** Every event after the cut, oldest first; a record that holds none is left to the database to refuse. */
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

/** The events of one request, on their way to the disk. */
interface Append {
  readonly payloads: readonly Buffer[]
  /** Bytes of each of its sites, each once. */
  readonly bytesBySite: readonly (readonly [SiteId, number])[]
  readonly bytes: number
}

/**
 * Opens the journal, mends what a crash or a bad disk did to it, and goes on where it ended.
 * Throws `JournalError` with what to do when it cannot be read.
 */
export async function openJournal({
  directory,
  maxBytes,
  observer,
  noteMs = NOTE_MS,
}: JournalOptions): Promise<Journal> {
  await makeDirectory(directory)
  const cutFile = await openCutFile(join(directory, 'cut'))
  const scan = await scanSegments(directory, cutFile.saved).catch(async (error: unknown) => {
    await cutFile.close()
    throw error
  })
  const { segments } = scan
  const id = scan.journalId ?? cutFile.saved?.journalId ?? newJournalId()
  const saved = cutFile.saved?.journalId === id ? cutFile.saved : undefined
  const firstCut: Cut = {
    storedThrough: saved?.storedThrough ?? (segments[0]?.firstSequence ?? 1) - 1,
    sending: saved?.sending,
  }
  // A sequence that was ever given is never given again, even when its record is gone.
  let durable = Math.max(firstCut.storedThrough, saved?.givenThrough ?? 0, segments.at(-1)?.lastSequence ?? 0)
  let foundThrough = durable
  const keeper = openCutKeeper(
    { file: cutFile, journalId: id, givenThrough: () => durable, noteMs },
    firstCut,
  )
  if (saved === undefined) await keeper.save()

  const shares = openShares(maxBytes)
  for (const { bytesBySite } of segments) for (const entry of bytesBySite) shares.add(...entry)
  const writer = openSegmentWriter({
    directory,
    journalId: id,
    segmentBytes: Math.min(SEGMENT_BYTES, maxBytes / 4),
    segments,
  })
  const read = openSegmentReader(segments)
  const commit = openGroupCommit(write)
  const listeners: (() => void)[] = []
  let hasAppended = false
  let isClosed = false

  async function write(group: readonly Append[]): Promise<void> {
    const startedAt = performance.now()
    const requests = group.map(append => append.payloads)
    // Nobody may tell by its time that a request kept nothing: it waits for the disk like any other.
    if (requests.every(payloads => payloads.length === 0)) return keeper.save()
    const segment = await writer.append(requests, durable + 1)
    for (const { bytesBySite } of group) for (const entry of bytesBySite) addBytes(segment, ...entry)
    for (const { length } of requests) durable += length
    segment.lastSequence = durable
    keeper.noteSoon()
    observer.committed(performance.now() - startedAt)
    for (const listener of listeners) listener()
  }

  async function removeStored(): Promise<void> {
    const { storedThrough } = keeper.cut()
    // An empty one is written anew by the next append.
    await remove(
      segments.filter(
        segment => !writer.isOpen(segment) && !isEmpty(segment) && segment.lastSequence <= storedThrough,
      ),
    )
  }

  async function remove(some: readonly Segment[]): Promise<void> {
    // Taken out of the list before the first wait: an append may begin a segment meanwhile.
    for (const segment of some) {
      segments.splice(segments.indexOf(segment), 1)
      for (const entry of segment.bytesBySite) shares.remove(...entry)
    }
    for (const { file, isDamaged } of some) await (isDamaged ? rename(file, damagedFile(file)) : unlink(file))
  }

  return {
    id,
    findings: {
      mended: scan.mended,
      tornBytes: scan.tornBytes,
      cutWasMissing: saved === undefined && segments.length > 0,
    },
    get foundThrough() {
      return foundThrough
    },

    skipTo(sequence) {
      if (hasAppended) throw new Error('Sequences can be skipped before the first append only')
      durable = Math.max(durable, sequence)
      foundThrough = durable
      keeper.noteSoon()
    },

    async append(events) {
      if (isClosed) throw new JournalFullError('The journal is closed')
      if (writer.isStuck()) throw new JournalFullError('The disk fails')
      hasAppended = true
      const append = toAppend(events)
      for (const entry of append.bytesBySite) {
        if (shares.admits(...entry)) continue
        throw new JournalFullError('The journal, or the share of a site in it, is full')
      }
      for (const entry of append.bytesBySite) shares.add(...entry)
      try {
        await commit.add(append)
      } catch (cause) {
        for (const entry of append.bytesBySite) shares.remove(...entry)
        if (cause instanceof JournalUncertainError || cause instanceof JournalFullError) throw cause
        throw new JournalFullError('The journal cannot be written', { cause })
      }
    },

    read,

    async *unstored() {
      let sequence = keeper.cut().storedThrough
      for (;;) {
        const events = await read(sequence + 1, Number.POSITIVE_INFINITY, 10_000)
        for (const { record } of events) {
          const event = eventOf(record)
          if (event !== undefined) yield event
        }
        const last = events.at(-1)
        if (last === undefined) return
        sequence = last.sequence
      }
    },

    durableThrough: () => durable,
    depth: () => durable - keeper.cut().storedThrough,
    bytes: shares.total,
    cut: keeper.cut,

    async setCut(next) {
      await keeper.set(next)
      // A segment that is full and stored would count against the limit until the next event, which the limit may refuse.
      if (next.storedThrough === durable) await commit.ifIdle(writer.endFull)
      await removeStored()
    },

    onAppend: listener => listeners.push(listener),

    async trim() {
      await commit.ifIdle(async () => {
        await writer.close()
        await removeStored()
        // One without a record may void what a failed append has left in the one before it.
        if (segments.every(isEmpty)) await remove([...segments])
      })
      await removeStored()
    },

    async close() {
      isClosed = true
      await commit.idle()
      try {
        // Every event was acknowledged: what is missing at the next start was not torn by a crash.
        await keeper.save()
      } finally {
        await keeper.close()
        await writer.close()
        await cutFile.close()
      }
    },
  }
}

/** Undefined when the record holds no event: sound, but not of a shape that is known. */
function eventOf(record: Buffer): AnalyticsEvent | undefined {
  try {
    return decodeRecord(record.toString())
  } catch {
    return undefined
  }
}

function toAppend(events: readonly AnalyticsEvent[]): Append {
  const payloads = events.map(event => Buffer.from(encodeRecord(event)))
  const [only] = events
  if (events.length === 1 && only !== undefined) {
    const bytes = framedBytes(payloads[0]?.length ?? 0)
    return { payloads, bytesBySite: [[only.siteId, bytes]], bytes }
  }
  const bytesBySite = new Map<SiteId, number>()
  let bytes = 0
  for (const [index, { siteId }] of events.entries()) {
    const framed = framedBytes(payloads[index]?.length ?? 0)
    bytes += framed
    bytesBySite.set(siteId, (bytesBySite.get(siteId) ?? 0) + framed)
  }
  return { payloads, bytesBySite: [...bytesBySite], bytes }
}

function newJournalId(): string {
  return randomBytes(8).readBigUInt64BE(0).toString()
}
