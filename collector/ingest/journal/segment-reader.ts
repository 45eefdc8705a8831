import { open } from 'node:fs/promises'
import type { JournalledEvent } from '../../core/ports.ts'
import { decodeFrames, framedBytes, HEADER_BYTES, LONGEST_FRAME_BYTES } from './format.ts'
import { salvage } from './salvage.ts'
import { isBadSector, readBytes, readSectors } from './sectors.ts'
import { isEmpty, type Segment } from './segment.ts'

/** Read from a file and decoded at once, bytes: little enough that requests are not kept waiting. A longer record is read whole. */
const CHUNK_BYTES = 256 * 1024

/** Records of one answer together, bytes; the one that reaches it is the last. */
const ANSWER_BYTES = 8_000_000

/**
 * How often a disk that cannot read is left to the next try, which comes after a pause: a volume may come back, and
 * what is read around is lost. With the writer's pauses that is half a minute.
 */
const PATIENCE = 8

/** Reads events back; see `Journal.read`. */
export type SegmentReader = (
  first: number,
  last: number,
  limit: number,
) => Promise<readonly JournalledEvent[]>

/** A place in a segment at which the record of `sequence`, or the first one after it, begins. */
interface Place {
  readonly segment: Segment
  readonly offset: number
  readonly sequence: number
}

/** What could be saved of a segment that was damaged while it was in use, up to `bytes`. */
interface Salvaged {
  readonly segment: Segment
  readonly bytes: number
  readonly events: readonly JournalledEvent[]
}

/** Reads from the segments as they are at the moment of each call; goes on quickly where the last call ended. */
export function openSegmentReader(segments: readonly Segment[]): SegmentReader {
  let lastPlace: Place | undefined
  let lastSalvaged: Salvaged | undefined
  const failures = new WeakMap<Segment, number>()

  /** Adds events of one segment to the answer. What follows `segment.bytes` is being written at this moment. */
  async function readSegment(segment: Segment, next: number, answer: Answer): Promise<void> {
    const { bytes, lastSequence } = segment
    if (await readSound(segment, next, bytes, answer)) return
    for (const event of await salvageSegment(segment, bytes)) if (!answer.add(event)) return
    lastPlace = { segment, offset: bytes, sequence: lastSequence + 1 }
    lastSalvaged = undefined
  }

  /** False when it met damage: the answer may then have the events before it. */
  async function readSound(segment: Segment, next: number, end: number, answer: Answer): Promise<boolean> {
    let { offset } = placeOf(segment, next)
    let chunkBytes = CHUNK_BYTES
    const handle = await open(segment.file, 'r')
    try {
      while (offset < end) {
        const { records } = decodeFrames(await readBytes(handle, offset, Math.min(end, offset + chunkBytes)))
        if (records.length === 0) {
          if (chunkBytes >= LONGEST_FRAME_BYTES || offset + chunkBytes >= end) return false
          chunkBytes = LONGEST_FRAME_BYTES
          continue
        }
        chunkBytes = CHUNK_BYTES
        for (const { sequence, payload } of records) {
          if (!answer.add({ sequence, record: payload })) return true
          offset += framedBytes(payload.length)
          lastPlace = { segment, offset, sequence: sequence + 1 }
        }
      }
      return true
    } catch (error) {
      if (!isBadSector(error) || isHopeful(segment)) throw error
      return false
    } finally {
      await handle.close()
    }
  }

  function isHopeful(segment: Segment): boolean {
    const count = (failures.get(segment) ?? 0) + 1
    failures.set(segment, count)
    return count < PATIENCE
  }

  function placeOf(segment: Segment, next: number): Place {
    if (lastPlace?.segment === segment && lastPlace.sequence === next) return lastPlace
    return { segment, offset: HEADER_BYTES, sequence: segment.firstSequence }
  }

  async function salvageSegment(segment: Segment, bytes: number): Promise<readonly JournalledEvent[]> {
    if (lastSalvaged?.segment === segment && lastSalvaged.bytes === bytes) return lastSalvaged.events
    segment.isDamaged = true
    const handle = await open(segment.file, 'r')
    try {
      const { records } = salvage(await readSectors(handle, HEADER_BYTES, bytes), segment.firstSequence)
      const events = records.map(({ sequence, payload }) => ({ sequence, record: payload }))
      lastSalvaged = { segment, bytes, events }
      return events
    } finally {
      await handle.close()
    }
  }

  return async (first, last, limit) => {
    const answer = openAnswer(first, last, limit)
    let next = first
    while (next <= last && !answer.isFull()) {
      const segment = segments.find(each => each.lastSequence >= next && !isEmpty(each))
      if (segment === undefined) break
      // What is appended meanwhile is for the next round.
      const through = segment.lastSequence
      await readSegment(segment, next, answer)
      next = through + 1
    }
    return answer.events
  }
}

interface Answer {
  readonly events: readonly JournalledEvent[]
  /** False when neither this event nor one after it belongs to the answer. Earlier ones than asked for, or known, are left out. */
  add(event: JournalledEvent): boolean
  isFull(): boolean
}

function openAnswer(first: number, last: number, limit: number): Answer {
  const events: JournalledEvent[] = []
  let bytes = 0
  let through = first - 1
  const isFull = (): boolean => events.length >= limit || bytes >= ANSWER_BYTES
  return {
    events,
    isFull,
    add(event) {
      if (event.sequence > last || isFull()) return false
      if (event.sequence <= through) return true
      events.push(event)
      through = event.sequence
      bytes += event.record.length
      return true
    },
  }
}
