import {
  type DecodedRecord,
  decodeFrames,
  frameChecksum,
  framedBytes,
  frameEnd,
  frameRecord,
  PREFIX_BYTES,
  saidChecksum,
} from './format.ts'
import { roomBehind } from './room.ts'

/** What could be read of a damaged segment. */
export interface Salvage {
  readonly records: readonly DecodedRecord[]
  /** Records in which a single wrong bit was found and turned back. */
  readonly mended: number
  /** Bytes between sound records that say nothing any more. */
  readonly skippedBytes: number
  /** Bytes at the end after which no sound record follows: torn by a crash, or damaged beyond telling. */
  readonly tornBytes: number
  /** Zeros behind all that: room for records to come, or what is left of a sector that is gone. */
  readonly roomBytes: number
}

/** Longest frame in which one wrong bit can be told for sure, bytes (91,607 bits). */
const MENDABLE_BYTES = 11_000

/** Most that sequences may leap inside a segment; more is chance, not a record. */
const MAX_LEAP = 1_000_000

/**
 * Reads all that is sound in the records of a segment, from `firstSequence` on. `bytes` are mended in place.
 * A single wrong bit is turned back: CRC-32 has a Hamming distance of at least 4 up to 11 kB (Koopman 2002), so the one
 * change that makes the checksum right is the true one. Worse damage is skipped up to the next sound record.
 */
export function salvage(bytes: Buffer, firstSequence: number): Salvage {
  const records: DecodedRecord[] = []
  let expected = firstSequence
  let mended = 0
  let skippedBytes = 0
  let offset = 0
  const roomAt = bytes.length - roomBehind(bytes)
  while (offset < roomAt) {
    for (const record of decodeFrames(bytes.subarray(offset)).records) {
      // A sequence that comes again is what the disk had there before: blocks of a file that is gone.
      if (record.sequence < expected) break
      records.push(record)
      expected = record.sequence + 1
      offset += framedBytes(record.payload.length)
    }
    if (offset >= roomAt) break
    if (mendFrame(bytes, offset, expected)) {
      mended++
      continue
    }
    const next = nextSound(bytes, offset + 1, expected)
    if (next === undefined) {
      return { records, mended, skippedBytes, tornBytes: roomAt - offset, roomBytes: bytes.length - roomAt }
    }
    skippedBytes += next - offset
    offset = next
  }
  // A record may end with zeros of its own.
  return { records, mended, skippedBytes, tornBytes: 0, roomBytes: bytes.length - Math.max(offset, roomAt) }
}

/** Turns back one wrong bit of the frame at `offset`, in place; false when that does not make it sound. */
function mendFrame(bytes: Buffer, offset: number, sequence: number): boolean {
  const isMended = (): boolean => {
    const end = frameEnd(bytes, offset)
    if (end === undefined) return false
    if (end - offset > MENDABLE_BYTES || frameRecord(bytes, offset, end).sequence !== sequence) return false
    return frameChecksum(bytes, offset, end) === saidChecksum(bytes, offset)
  }
  const end = frameEnd(bytes, offset)
  // The prefix first: when its length is wrong, nothing else says where the frame ends.
  const last = Math.min(end ?? offset + PREFIX_BYTES, offset + MENDABLE_BYTES, bytes.length)
  for (let at = offset; at < last; at++) if (flipsRight(bytes, at, isMended)) return true
  return false
}

/** Tries the eight bits of one byte; leaves the byte changed only when that made the frame sound. */
function flipsRight(bytes: Buffer, at: number, isRight: () => boolean): boolean {
  const original = bytes[at] ?? 0
  for (let bit = 0; bit < 8; bit++) {
    bytes[at] = original ^ (1 << bit)
    if (isRight()) return true
  }
  bytes[at] = original
  return false
}

/** Where the next sound record with a believable sequence begins. */
function nextSound(bytes: Buffer, from: number, expected: number): number | undefined {
  for (let offset = from; offset < bytes.length; offset++) {
    const end = frameEnd(bytes, offset)
    if (end === undefined) continue
    const { sequence } = frameRecord(bytes, offset, end)
    if (sequence < expected || sequence > expected + MAX_LEAP) continue
    if (frameChecksum(bytes, offset, end) === saidChecksum(bytes, offset)) return offset
  }
  return undefined
}
