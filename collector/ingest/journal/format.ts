import { crc32 } from 'node:zlib'
import { RECORD_VERSION } from '../../core/event/event-record.ts'

/** Version of the framing: header and record prefix. */
const FORMAT_VERSION = 3

/** What a segment of this version says it was written by: framing and record. */
export const SEGMENT_VERSION = `${FORMAT_VERSION}.${RECORD_VERSION}`

/** Magic (8), format (4), record version (4), journal id (8), first sequence (8), checksum (4). */
export const HEADER_BYTES = 36

/** Length (4), checksum (4), sequence (6). The checksum covers sequence and payload. */
export const PREFIX_BYTES = 14
const SUMMED_FROM = 8

/** Highest bit of the sequence's six bytes: the next record belongs to the same request. */
const CONTINUED = 2 ** 47

/** Longest payload: an event has at most 30 properties of 2.3 kB, escaped. */
const MAX_PAYLOAD_BYTES = 1_048_576
/** Longest record in its frame. */
export const LONGEST_FRAME_BYTES = PREFIX_BYTES + MAX_PAYLOAD_BYTES

const MAGIC = Buffer.from('HANKIJNL', 'latin1')

export interface SegmentHeader {
  /** 64 random bits as a decimal string. */
  readonly journalId: string
  readonly firstSequence: number
}

/** One record as it was read. */
export interface DecodedRecord {
  readonly sequence: number
  readonly payload: Buffer
  /** The next record belongs to the same request: without it, the request was never acknowledged. */
  readonly isContinued: boolean
}

export interface DecodedRecords {
  readonly records: readonly DecodedRecord[]
  /** Bytes that hold whole, sound records; what follows is torn, damaged or not there yet. */
  readonly soundBytes: number
}

export function encodeHeader({ journalId, firstSequence }: SegmentHeader): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(header)
  header.writeUInt32LE(FORMAT_VERSION, 8)
  header.writeUInt32LE(RECORD_VERSION, 12)
  header.writeBigUInt64LE(BigInt(journalId), 16)
  header.writeBigUInt64LE(BigInt(firstSequence), 24)
  header.writeUInt32LE(crc32(header.subarray(0, 32)), 32)
  return header
}

/**
 * Undefined when the header was torn by a crash or damaged. When its version is not `SEGMENT_VERSION`, nothing else
 * of it may be relied on.
 */
export function decodeHeader(bytes: Buffer): (SegmentHeader & { readonly version: string }) | undefined {
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return undefined
  if (bytes.readUInt32LE(32) !== crc32(bytes.subarray(0, 32))) return undefined
  return {
    version: `${bytes.readUInt32LE(8)}.${bytes.readUInt32LE(12)}`,
    journalId: bytes.readBigUInt64LE(16).toString(),
    firstSequence: Number(bytes.readBigUInt64LE(24)),
  }
}

/** Bytes that a payload takes in a segment. */
export function framedBytes(payloadBytes: number): number {
  return PREFIX_BYTES + payloadBytes
}

/** Puts the payloads of requests, numbered from `firstSequence`, into one piece of bytes. Sequences are below 2^47. */
export function encodeFrames(requests: readonly (readonly Buffer[])[], firstSequence: number): Buffer {
  let size = 0
  for (const payloads of requests) for (const { length } of payloads) size += framedBytes(length)
  const bytes = Buffer.allocUnsafe(size)
  let offset = 0
  let sequence = firstSequence
  for (const payloads of requests) {
    for (const [index, payload] of payloads.entries()) {
      const isContinued = index < payloads.length - 1
      offset = writeFrame(bytes, offset, { sequence, payload, isContinued })
      sequence++
    }
  }
  return bytes
}

/** One record as it was framed before. */
export function encodeFrame(record: DecodedRecord): Buffer {
  const bytes = Buffer.allocUnsafe(framedBytes(record.payload.length))
  writeFrame(bytes, 0, record)
  return bytes
}

/** Returns where the frame ends. */
function writeFrame(
  bytes: Buffer,
  offset: number,
  { sequence, payload, isContinued }: DecodedRecord,
): number {
  const end = offset + framedBytes(payload.length)
  bytes.writeUInt32LE(payload.length, offset)
  bytes.writeUIntLE(isContinued ? sequence + CONTINUED : sequence, offset + SUMMED_FROM, 6)
  payload.copy(bytes, offset + PREFIX_BYTES)
  bytes.writeUInt32LE(frameChecksum(bytes, offset, end), offset + 4)
  return end
}

/** Reads whole records from the beginning of `bytes`. */
export function decodeFrames(bytes: Buffer): DecodedRecords {
  const records: DecodedRecord[] = []
  let offset = 0
  for (;;) {
    const end = frameEnd(bytes, offset)
    if (end === undefined || frameChecksum(bytes, offset, end) !== saidChecksum(bytes, offset)) break
    records.push(frameRecord(bytes, offset, end))
    offset = end
  }
  return { records, soundBytes: offset }
}

/** Where the frame at `offset` ends by its own length; undefined when the bytes do not hold it whole. */
export function frameEnd(bytes: Buffer, offset: number): number | undefined {
  if (offset + PREFIX_BYTES > bytes.length) return undefined
  const length = bytes.readUInt32LE(offset)
  const end = offset + PREFIX_BYTES + length
  return length === 0 || length > MAX_PAYLOAD_BYTES || end > bytes.length ? undefined : end
}

/** Checksum of what the frame holds, to be compared with what it says. */
export function frameChecksum(bytes: Buffer, offset: number, end: number): number {
  return crc32(bytes.subarray(offset + SUMMED_FROM, end))
}

/** Checksum that the frame at `offset` says it has. */
export function saidChecksum(bytes: Buffer, offset: number): number {
  return bytes.readUInt32LE(offset + 4)
}

/** The record of a frame that is sound. */
export function frameRecord(bytes: Buffer, offset: number, end: number): DecodedRecord {
  const number = bytes.readUIntLE(offset + SUMMED_FROM, 6)
  const isContinued = number >= CONTINUED
  return {
    sequence: isContinued ? number - CONTINUED : number,
    payload: bytes.subarray(offset + PREFIX_BYTES, end),
    isContinued,
  }
}
