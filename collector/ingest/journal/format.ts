import { crc32 } from 'node:zlib'

/** Version of the segment format; another version is refused in words. */
export const FORMAT_VERSION = 1

/** Magic (8) + version (4) + reserved (4) + journal id (8) + first sequence (8) + checksum (4). */
export const HEADER_BYTES = 36

/** Length (4) + checksum (4) before every record. */
const PREFIX_BYTES = 8

/** Longest record: an event has at most 30 properties of 2.3 kB, escaped. */
const MAX_RECORD_BYTES = 1_048_576

const MAGIC = Buffer.from('HANKIJNL', 'latin1')

export interface SegmentHeader {
  /** 64 random bits as a decimal string. */
  readonly journalId: string
  readonly firstSequence: number
}

/** The journal cannot be read as it is; the message says what to do. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
  readonly code = 'journal'
}

export function encodeHeader({ journalId, firstSequence }: SegmentHeader): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(header)
  header.writeUInt32LE(FORMAT_VERSION, 8)
  header.writeBigUInt64LE(BigInt(journalId), 16)
  header.writeBigUInt64LE(BigInt(firstSequence), 24)
  header.writeUInt32LE(crc32(header.subarray(0, 32)), 32)
  return header
}

/** Undefined when the header was torn by a crash. Throws `JournalError` for another format version. */
export function decodeHeader(bytes: Buffer): SegmentHeader | undefined {
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return undefined
  if (bytes.readUInt32LE(32) !== crc32(bytes.subarray(0, 32))) return undefined
  const version = bytes.readUInt32LE(8)
  if (version !== FORMAT_VERSION) {
    throw new JournalError(
      `The journal was written by another version of Hanki (format ${version}, this one reads ${FORMAT_VERSION}). Start that version once, so that it empties the journal.`,
    )
  }
  return { journalId: bytes.readBigUInt64LE(16).toString(), firstSequence: Number(bytes.readBigUInt64LE(24)) }
}

/** One record: length, checksum and the bytes themselves. */
export function encodeRecord(payload: Buffer): Buffer {
  const record = Buffer.allocUnsafe(PREFIX_BYTES + payload.length)
  record.writeUInt32LE(payload.length, 0)
  record.writeUInt32LE(crc32(payload), 4)
  payload.copy(record, PREFIX_BYTES)
  return record
}

export interface DecodedRecords {
  readonly payloads: readonly Buffer[]
  /** Bytes that hold whole, sound records; what follows is torn, damaged or not there yet. */
  readonly soundBytes: number
}

/** Reads whole records from the beginning of `bytes`, at most `limit`. */
export function decodeRecords(bytes: Buffer, limit = Number.POSITIVE_INFINITY): DecodedRecords {
  const payloads: Buffer[] = []
  let offset = 0
  while (payloads.length < limit && offset + PREFIX_BYTES <= bytes.length) {
    const length = bytes.readUInt32LE(offset)
    const end = offset + PREFIX_BYTES + length
    if (length === 0 || length > MAX_RECORD_BYTES || end > bytes.length) break
    const payload = bytes.subarray(offset + PREFIX_BYTES, end)
    if (crc32(payload) !== bytes.readUInt32LE(offset + 4)) break
    payloads.push(payload)
    offset = end
  }
  return { payloads, soundBytes: offset }
}

/** True when a sound record begins anywhere in `bytes`: what was damaged before it is no torn tail. */
export function hasSoundRecord(bytes: Buffer): boolean {
  for (let offset = 0; offset + PREFIX_BYTES < bytes.length; offset++) {
    if (decodeRecords(bytes.subarray(offset), 1).payloads.length > 0) return true
  }
  return false
}
