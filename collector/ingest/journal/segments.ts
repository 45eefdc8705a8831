import { open, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeHeader, decodeRecords, HEADER_BYTES, hasSoundRecord, JournalError } from './format.ts'

/** One file of the journal. `bytes` counts what is durable and sound, header included. */
export interface Segment {
  readonly file: string
  readonly firstSequence: number
  records: number
  bytes: number
}

export interface ScannedSegments {
  readonly segments: Segment[]
  /** Undefined when there is no segment. */
  readonly journalId: string | undefined
}

/** File of the segment that begins with this sequence; names sort in order. */
export function segmentFile(directory: string, firstSequence: number): string {
  return join(directory, `${String(firstSequence).padStart(16, '0')}.seg`)
}

/**
 * Checks every segment of a directory, in order. The last one may end in a torn record, which is cut off.
 * Throws `JournalError` when a record before the tail is damaged or segments of two journals are mixed.
 */
export async function scanSegments(directory: string): Promise<ScannedSegments> {
  const names = (await readdir(directory)).filter(name => name.endsWith('.seg')).sort()
  const segments: Segment[] = []
  let journalId: string | undefined
  for (const [index, name] of names.entries()) {
    const file = join(directory, name)
    const bytes = await readFile(file)
    const header = decodeHeader(bytes)
    const isLast = index === names.length - 1
    if (header === undefined) {
      if (!isLast || bytes.length > HEADER_BYTES) throw damaged(file)
      // Torn while it was being created: no record was ever in it.
      await unlink(file)
      continue
    }
    if (journalId !== undefined && journalId !== header.journalId) {
      throw new JournalError(
        `${directory} holds segments of two journals. Keep those of one and move the others away.`,
      )
    }
    journalId = header.journalId
    const { payloads, soundBytes } = decodeRecords(bytes.subarray(HEADER_BYTES))
    const sound = HEADER_BYTES + soundBytes
    if (sound < bytes.length) {
      // A crash tears the end only: a sound record after the damage was acknowledged.
      if (!isLast || hasSoundRecord(bytes.subarray(sound))) throw damaged(file)
      await truncate(file, sound)
    }
    segments.push({ file, firstSequence: header.firstSequence, records: payloads.length, bytes: sound })
  }
  return { segments, journalId }
}

async function truncate(file: string, length: number): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.truncate(length)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function damaged(file: string): JournalError {
  return new JournalError(
    `The journal's segment ${file} is damaged in the middle. Move the whole journal directory away to start anew; events in it that were not stored yet are lost.`,
  )
}
