import type { FileHandle } from 'node:fs/promises'

/** What a disk reads, or fails to read, as a whole, bytes. */
const SECTOR_BYTES = 4_096

/** True for the answer of a disk that cannot read what was written. */
export function isBadSector(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EIO'
}

/** The bytes of a file from `from` up to `end`; zeros for what the file does not hold. Throws what the disk answers. */
export async function readBytes(handle: FileHandle, from: number, end: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(end - from)
  let done = 0
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, from + done)
    if (bytesRead === 0) return bytes.fill(0, done)
    done += bytesRead
  }
  return bytes
}

/** The same, with zeros also for sectors that cannot be read: most of what lies around them is sound. */
export async function readSectors(handle: FileHandle, from: number, end: number): Promise<Buffer> {
  try {
    return await readBytes(handle, from, end)
  } catch (error) {
    if (!isBadSector(error)) throw error
  }
  const sectors: Buffer[] = []
  for (let at = from; at < end; ) {
    const next = Math.min(end, at - (at % SECTOR_BYTES) + SECTOR_BYTES)
    sectors.push(await readSector(handle, at, next))
    at = next
  }
  return Buffer.concat(sectors)
}

async function readSector(handle: FileHandle, from: number, end: number): Promise<Buffer> {
  try {
    return await readBytes(handle, from, end)
  } catch (error) {
    if (!isBadSector(error)) throw error
    return Buffer.alloc(end - from)
  }
}
