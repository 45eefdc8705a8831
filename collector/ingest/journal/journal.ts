import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnalyticsEvent } from '../../core/event/analytics-event.ts'
import { decodeRecord, encodeRecord } from '../../core/event/event-record.ts'
import type { SiteId } from '../../core/ids.ts'
import type { JournalledEvent } from '../../core/ports.ts'
import type { IngestObserver } from '../observer.ts'
import { type Cut, openCutFile } from './cut-file.ts'
import { framedBytes } from './format.ts'
import { openGroupCommit } from './group-commit.ts'
import { JournalFullError, JournalUncertainError } from './journal-error.ts'
import { openSegmentReader } from './segment-reader.ts'
import { openSegmentWriter } from './segment-writer.ts'
import { addBytes, type Segment, scanSegments } from './segments.ts'
import { openShares } from './shares.ts'

/** A segment is closed when it has reached this size, or a quarter of the limit, so that stored ones can be removed. */
const SEGMENT_BYTES = 8_000_000

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
  /** Settles when the events are fsynced. Rejects with `JournalFullError` when none of them was taken, with `JournalUncertainError` when nobody can tell. */
  append(events: readonly AnalyticsEvent[]): Promise<void>
  /** Durable events from `first` to `last`, at most `limit`, oldest first. Sequences that were lost are left out. */
  read(first: number, last: number, limit: number): Promise<readonly JournalledEvent[]>
  /** Every event after the cut, oldest first; those that cannot be understood are left out. */
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
  /** Gives no sequence up to this one any more: the database has had them. To be called before the first append. */
  skipTo(sequence: number): void
  /** Called after every append that became durable. */
  onAppend(listener: () => void): void
  /** Removes every segment before the cut, also the latest, so that a later version finds none of this one's. */
  trim(): Promise<void>
  close(): Promise<void>
}

/** The events of one call, on their way to the disk. */
interface Append {
  readonly payloads: readonly Buffer[]
  readonly bytesBySite: ReadonlyMap<SiteId, number>
  readonly bytes: number
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
  const saved = cutFile.saved?.journalId === id ? cutFile.saved : undefined
  let cut: Cut = {
    storedThrough: saved?.storedThrough ?? (segments[0]?.firstSequence ?? 1) - 1,
    sending: saved?.sending,
  }
  // A sequence that was ever given is never given again, even when its record is gone.
  let durable = Math.max(cut.storedThrough, saved?.givenThrough ?? 0, segments.at(-1)?.lastSequence ?? 0)
  let foundThrough = durable
  if (saved === undefined) await saveCut(cut)

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

  function saveCut(next: Cut): Promise<void> {
    return cutFile.write({ journalId: id, givenThrough: durable, ...next })
  }

  async function write(group: readonly Append[]): Promise<void> {
    const startedAt = performance.now()
    const payloads = group.flatMap(append => append.payloads)
    const segment = await writer.append(payloads, durable + 1)
    for (const { bytesBySite } of group) for (const entry of bytesBySite) addBytes(segment, ...entry)
    durable += payloads.length
    segment.lastSequence = durable
    observer.committed(performance.now() - startedAt)
    for (const listener of listeners) listener()
  }

  /** A segment without records, left by a failed append, is no stored one: the next append writes it anew. */
  function isStored({ firstSequence, lastSequence }: Segment): boolean {
    return lastSequence >= firstSequence && lastSequence <= cut.storedThrough
  }

  async function removeStored(): Promise<void> {
    // Taken out of the list before the first wait: an append may begin a segment meanwhile.
    const stored = segments.filter(segment => !writer.isOpen(segment) && isStored(segment))
    for (const segment of stored) {
      segments.splice(segments.indexOf(segment), 1)
      for (const entry of segment.bytesBySite) shares.remove(...entry)
    }
    for (const segment of stored) await unlink(segment.file)
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

    async append(events) {
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
        if (cause instanceof JournalUncertainError) throw cause
        throw new JournalFullError('The journal cannot be written', { cause })
      }
    },

    read,

    async *unstored() {
      let sequence = cut.storedThrough
      for (;;) {
        const events = await read(sequence + 1, Number.POSITIVE_INFINITY, 10_000)
        for (const { record } of events) {
          const event = decoded(record)
          if (event !== undefined) yield event
        }
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
      await saveCut(next)
      cut = next
      // A segment that is full and stored would count against the limit until the next event, which the limit may refuse.
      if (cut.storedThrough === durable) await commit.ifIdle(writer.endFull)
      await removeStored()
    },

    skipTo(sequence) {
      durable = Math.max(durable, sequence)
      foundThrough = Math.max(foundThrough, sequence)
    },

    onAppend: listener => listeners.push(listener),

    async trim() {
      await commit.ifIdle(writer.close)
      await removeStored()
    },

    async close() {
      await commit.idle()
      await writer.close()
      await cutFile.close()
    },
  }
}

function toAppend(events: readonly AnalyticsEvent[]): Append {
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
  return { payloads, bytesBySite, bytes }
}

/** Undefined for a record that nobody understands: the store will refuse it, and it must not keep Hanki from starting. */
function decoded(record: Buffer): AnalyticsEvent | undefined {
  try {
    return decodeRecord(record.toString())
  } catch {
    return undefined
  }
}

function newJournalId(): string {
  return randomBytes(8).readBigUInt64BE(0).toString()
}
