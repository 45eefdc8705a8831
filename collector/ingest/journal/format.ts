import { crc32 } from 'node:zlib'
import { RECORD_VERSION } from '../../core/event/event-record.ts'
import { JournalError } from './journal-error.ts'

/** Version of the framing: header and record prefix. */
export const FORMAT_VERSION = 2

/** Magic (8), format (4), record version (4), journal id (8), first sequence (8), checksum (4). */
export const HEADER_BYTES = 36

/** Length (4), checksum (4), sequence (6). The checksum covers sequence and payload. */
export const PREFIX_BYTES = 14
const SUMMED_FROM = 8

/** Longest payload: an event has at most 30 properties of 2.3 kB, escaped. */
const MAX_PAYLOAD_BYTES = 1_048_576

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

/** Undefined when the header was torn by a crash or damaged. Throws `JournalError` for another version's format. */
export function decodeHeader(bytes: Buffer): SegmentHeader | undefined {
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return undefined
  if (bytes.readUInt32LE(32) !== crc32(bytes.subarray(0, 32))) return undefined
  const format = bytes.readUInt32LE(8)
  const record = bytes.readUInt32LE(12)
  if (format !== FORMAT_VERSION || record !== RECORD_VERSION) {
    throw new JournalError(
      `The journal was written by another version of Hanki (format ${format}.${record}, this one reads ${FORMAT_VERSION}.${RECORD_VERSION}). Start that version once and stop it, so that it empties the journal.`,
    )
  }
  return { journalId: bytes.readBigUInt64LE(16).toString(), firstSequence: Number(bytes.readBigUInt64LE(24)) }
}

/** Bytes that a payload takes in a segment. */
export function framedBytes(payloadBytes: number): number {
  return PREFIX_BYTES + payloadBytes
}

/** Puts payloads, numbered from `firstSequence`, into one piece of bytes. Sequences are below 2^48. */
export function encodeFrames(payloads: readonly Buffer[], firstSequence: number): Buffer {
  const size = payloads.reduce((sum, payload) => sum + PREFIX_BYTES + payload.length, 0)
  const bytes = Buffer.allocUnsafe(size)
  let offset = 0
  for (const [index, payload] of payloads.entries()) {
    const end = offset + PREFIX_BYTES + payload.length
    bytes.writeUInt32LE(payload.length, offset)
    bytes.writeUIntLE(firstSequence + index, offset + SUMMED_FROM, 6)
    payload.copy(bytes, offset + PREFIX_BYTES)
    bytes.writeUInt32LE(crc32(bytes.subarray(offset + SUMMED_FROM, end)), offset + 4)
    offset = end
  }
  return bytes
}

/** Reads whole records from the beginning of `bytes`, at most `limit`. */
export function decodeFrames(bytes: Buffer, limit = Number.POSITIVE_INFINITY): DecodedRecords {
  const records: DecodedRecord[] = []
  let offset = 0
  while (records.length < limit) {
    const end = frameEnd(bytes, offset)
    if (end === undefined || frameChecksum(bytes, offset, end) !== bytes.readUInt32LE(offset + 4)) break
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
  return {
    sequence: bytes.readUIntLE(offset + SUMMED_FROM, 6),
    payload: bytes.subarray(offset + PREFIX_BYTES, end),
  }
}
