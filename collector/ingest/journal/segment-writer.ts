import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDurable, syncDirectory, writeDurably } from './durable.ts'
import { encodeFrames, encodeHeader } from './format.ts'
import { JournalUncertainError } from './journal-error.ts'
import { makeRoom } from './room.ts'
import { emptySegment, type Segment, segmentFile } from './segment.ts'

/** How often, and with what pause, a disk that fails is asked to forget what it was given. */
const VOID_TRIES = 20
const VOID_PAUSE_MS = 100

export interface SegmentWriterOptions {
  readonly directory: string
  readonly journalId: string
  /** A segment is full when it has reached this size, bytes. */
  readonly segmentBytes: number
  /** The journal's segments, in order; new ones are put at the end. */
  readonly segments: Segment[]
}

/** Appends to the journal's latest segment, and begins another when that is full or was spoilt. */
export interface SegmentWriter {
  /**
   * Writes and fsyncs the payloads of requests as the sequences from `firstSequence` on. Throws when the disk refuses:
   * none was taken; but `JournalUncertainError` when that cannot be made sure.
   */
  append(requests: readonly (readonly Buffer[])[], firstSequence: number): Promise<Segment>
  /** True while a disk that fails is asked to forget what it was given: an append would wait for seconds, and in vain. */
  isStuck(): boolean
  /** True for the segment that is being appended to. */
  isOpen(segment: Segment): boolean
  /** Ends the segment when it is full, so that it can be removed. */
  endFull(): Promise<void>
  close(): Promise<void>
}

/** The segment that is being appended to. */
interface Tail {
  readonly segment: Segment
  readonly handle: FileHandle
  /** How far the file reaches, zeros behind the last record included, bytes. */
  roomEnd: number
}

export function openSegmentWriter(options: SegmentWriterOptions): SegmentWriter {
  const { directory, journalId, segmentBytes, segments } = options
  let tail: Tail | undefined
  /** First sequence of the segment that was made last, or begun to be made. */
  let latestMade: number | undefined
  let isStuck = false

  async function close(): Promise<void> {
    const closing = tail
    tail = undefined
    if (closing === undefined) return
    const { segment, handle, roomEnd } = closing
    // Only for tidiness: whoever reads the file knows zeros behind the last record.
    if (roomEnd > segment.bytes) await handle.truncate(segment.bytes).catch(() => undefined)
    await handle.close()
  }

  async function openTail(firstSequence: number): Promise<Tail> {
    if (tail !== undefined && tail.segment.bytes < segmentBytes) return tail
    await close()
    const file = segmentFile(directory, firstSequence)
    // Only a failed append leaves one of this name, without a record; any other is not ours to empty.
    const whenThere = latestMade === firstSequence ? constants.O_TRUNC : constants.O_EXCL
    const handle = await openDurable(file, constants.O_WRONLY | constants.O_CREAT | whenThere)
    latestMade = firstSequence
    try {
      await writeDurably(handle, encodeHeader({ journalId, firstSequence }), 0)
      await handle.sync()
      await syncDirectory(directory)
    } catch (error) {
      await handle.close()
      throw error
    }
    const segment = emptySegment(file, firstSequence)
    // A segment without a record, left by a failed append, begins with the same sequence.
    const same = segments.findIndex(existing => existing.firstSequence === firstSequence)
    if (same === -1) segments.push(segment)
    else segments[same] = segment
    tail = { segment, handle, roomEnd: segment.bytes }
    return tail
  }

  /**
   * After a failed write or fsync the file's state is unknown: it is cut back, and the next append begins a new
   * segment. Where that fails too, the new segment is begun at once: its sequences void what was left behind.
   */
  async function giveUp({ bytes }: Segment, handle: FileHandle, firstSequence: number): Promise<void> {
    tail = undefined
    // Only when that is on disk too: else a power cut could bring back what was cut off.
    const isCutBack = await handle
      .truncate(bytes)
      .then(() => handle.sync())
      .then(
        () => true,
        () => false,
      )
    await handle.close().catch(() => undefined)
    if (isCutBack) return
    isStuck = true
    const isVoid = await voidRest(firstSequence)
    isStuck = false
    if (!isVoid) throw new JournalUncertainError('The disk neither takes events nor forgets them')
  }

  async function voidRest(firstSequence: number): Promise<boolean> {
    for (let tries = 0; tries < VOID_TRIES; tries++) {
      const isVoid = await openTail(firstSequence).then(
        () => true,
        () => false,
      )
      if (isVoid) return true
      await sleep(VOID_PAUSE_MS)
    }
    return false
  }

  return {
    async append(requests, firstSequence) {
      const tail = await openTail(firstSequence)
      const { segment, handle } = tail
      const frames = encodeFrames(requests, firstSequence)
      const end = segment.bytes + frames.length
      try {
        await writeDurably(handle, frames, segment.bytes)
        if (end > tail.roomEnd) tail.roomEnd = await makeRoom(handle, end)
      } catch (error) {
        await giveUp(segment, handle, firstSequence)
        throw error
      }
      return segment
    },
    isStuck: () => isStuck,
    isOpen: segment => segment === tail?.segment,
    async endFull() {
      if (tail !== undefined && tail.segment.bytes >= segmentBytes) await close()
    },
    close,
  }
}
