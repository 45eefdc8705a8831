import { open } from 'node:fs/promises'
import type { JournalledEvent } from '../../core/ports.ts'
import { decodeFrames, framedBytes, HEADER_BYTES } from './format.ts'
import type { Segment } from './segments.ts'

/** Most that is read at once, bytes. */
const READ_BYTES = 4_000_000

/** Most that one call gives, bytes of whole reads. */
const ANSWER_BYTES = 8_000_000

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

/** Reads from the segments as they are at the moment of each call; goes on quickly where the last call ended. */
export function openSegmentReader(segments: readonly Segment[]): SegmentReader {
  let lastPlace: Place | undefined

  function find(sequence: number): Place | undefined {
    if (lastPlace?.sequence === sequence && lastPlace.offset < lastPlace.segment.bytes) return lastPlace
    const segment = segments.find(
      ({ firstSequence, lastSequence }) => lastSequence >= sequence && lastSequence >= firstSequence,
    )
    return segment && { segment, offset: HEADER_BYTES, sequence: segment.firstSequence }
  }

  /** Adds events of one segment to `events`. */
  async function readSegment(place: Place, request: Request, events: JournalledEvent[]): Promise<void> {
    const { segment } = place
    // Bytes beyond are being written at this moment.
    const end = segment.bytes
    const handle = await open(segment.file, 'r')
    try {
      let { offset } = place
      while (offset < end) {
        const length = Math.min(READ_BYTES, end - offset)
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, offset)
        const { records } = decodeFrames(buffer.subarray(0, bytesRead), request.limit)
        if (records.length === 0) return
        for (const { sequence, payload } of records) {
          if (sequence > request.last || events.length === request.limit) return
          if (sequence >= request.first) events.push({ sequence, record: payload })
          offset += framedBytes(payload.length)
          lastPlace = { segment, offset, sequence: sequence + 1 }
        }
        if (offset - place.offset >= ANSWER_BYTES) return
      }
    } finally {
      await handle.close()
    }
  }

  return async (first, last, limit) => {
    const events: JournalledEvent[] = []
    const isFull = (): boolean => events.reduce((sum, { record }) => sum + record.length, 0) >= ANSWER_BYTES
    let next = first
    while (next <= last && events.length < limit && !isFull()) {
      const before = events.length
      const place = find(next)
      if (place === undefined) break
      await readSegment(place, { first, last, limit }, events)
      if (events.length === before) break
      next = (events.at(-1)?.sequence ?? next) + 1
    }
    return events
  }
}

interface Request {
  readonly first: number
  readonly last: number
  readonly limit: number
}
