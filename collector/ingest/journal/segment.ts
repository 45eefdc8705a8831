import { join } from 'node:path'
import type { SiteId } from '../../core/ids.ts'
import { HEADER_BYTES } from './format.ts'

/** One file of the journal. `bytes` counts what is durable and sound, header included. */
export interface Segment {
  readonly file: string
  readonly firstSequence: number
  /** One less than `firstSequence` while there is no record. */
  lastSequence: number
  bytes: number
  /** Bytes of `bytes` by the site they belong to. */
  readonly bytesBySite: Map<SiteId, number>
  /** The disk damaged it since it was opened: it is kept when its turn to be removed comes. */
  isDamaged: boolean
}

/** File of the segment that begins with this sequence; names sort in order. */
export function segmentFile(directory: string, firstSequence: number): string {
  return join(directory, `${String(firstSequence).padStart(16, '0')}.seg`)
}

/** Where a damaged segment is kept as it was. */
export function damagedFile(file: string): string {
  return `${file}.damaged`
}

/** A segment with a header and no record. */
export function emptySegment(file: string, firstSequence: number): Segment {
  return {
    file,
    firstSequence,
    lastSequence: firstSequence - 1,
    bytes: HEADER_BYTES,
    bytesBySite: new Map(),
    isDamaged: false,
  }
}

/** True when no record was appended to it: left by a failed append, or by one without events. */
export function isEmpty({ firstSequence, lastSequence }: Segment): boolean {
  return lastSequence < firstSequence
}

/** Counts bytes of one site to a segment. */
export function addBytes(segment: Segment, siteId: SiteId, bytes: number): void {
  segment.bytes += bytes
  segment.bytesBySite.set(siteId, (segment.bytesBySite.get(siteId) ?? 0) + bytes)
}
