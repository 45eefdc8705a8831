import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const WRITES = 200
const WRITE_BYTES = 4_096

/** Median time of an append of 4 kB that is made durable, ms: what an acknowledged event cannot be faster than. */
export function probeFsync(parentDirectory: string): number {
  const directory = mkdtempSync(join(parentDirectory, 'hanki-fsync-'))
  const file = openSync(join(directory, 'probe'), 'w')
  const bytes = Buffer.alloc(WRITE_BYTES, 1)
  const times = Array.from({ length: WRITES }, () => {
    const startedAt = performance.now()
    writeSync(file, bytes)
    fdatasyncSync(file)
    return performance.now() - startedAt
  })
  closeSync(file)
  rmSync(directory, { recursive: true })
  return times.sort((a, b) => a - b)[WRITES / 2] ?? 0
}
