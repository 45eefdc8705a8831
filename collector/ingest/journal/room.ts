import type { FileHandle } from 'node:fs/promises'
import { writeDurably } from './durable.ts'

/** A segment of fewer bytes belongs to a journal in which little happens: it stays as long as its records. */
const ROOM_FROM_BYTES = 128 * 1024
/** Zeros that are written at once. */
const ROOM_BYTES = 1024 * 1024
const ZEROS = Buffer.alloc(ROOM_BYTES)

/** What the disk answers when there is no space, or none for this user. */
const NO_SPACE = ['ENOSPC', 'EDQUOT']

/**
 * Writes zeros behind the last record of a segment, which ends at `end`, and tells how far they reach. What is appended
 * then makes the file no longer, so that the file system has nothing to note for it: an fsync takes about 0.6 of the time,
 * and does not wait for what others have written to the same disk (ext4 puts both in one transaction). Where there is no
 * space for zeros there may be some for records: then there is no room.
 *
 * A power cut while records are written into room may leave the last of them and not the first: what is missing is then
 * reported as lost, although it was not acknowledged yet. The other way round nothing would be reported.
 */
export async function makeRoom(handle: FileHandle, end: number): Promise<number> {
  if (end < ROOM_FROM_BYTES) return end
  try {
    await writeDurably(handle, ZEROS, end)
  } catch (error) {
    if (!isWithoutSpace(error)) throw error
    return end
  }
  return end + ROOM_BYTES
}

function isWithoutSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NO_SPACE.includes(String(error.code))
}

/** Zeros at the end. */
export function roomBehind(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return bytes.length - end
}
