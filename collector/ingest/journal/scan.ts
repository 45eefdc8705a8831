import { open, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { siteOfRecord } from '../../core/event/event-record.ts'
import type { SavedCut } from './cut-file.ts'
import {
  type DecodedRecord,
  decodeHeader,
  framedBytes,
  HEADER_BYTES,
  SEGMENT_VERSION,
  type SegmentHeader,
} from './format.ts'
import { JournalError } from './journal-error.ts'
import { finishRewrites, rewrite } from './rewrite.ts'
import { salvage } from './salvage.ts'
import { readSectors } from './sectors.ts'
import { addBytes, emptySegment, type Segment } from './segment.ts'

/** What was found in the journal's directory. */
export interface Scan {
  readonly segments: Segment[]
  /** Undefined when there is no segment. */
  readonly journalId: string | undefined
  /** Records in which a single wrong bit was turned back. */
  readonly mended: number
  /** Bytes cut off the end of the last segment: a request torn by a crash, which was never acknowledged. */
  readonly tornBytes: number
}

/**
 * Checks every segment of a directory, in order and one at a time, and mends what can be mended: what cannot is left
 * out, so that its sequences are missing. The file as it was is then kept beside the mended one, named `.damaged`.
 * `saved` tells the journal's id, and how far events were acknowledged: what is missing beyond that was torn by a
 * crash. Throws `JournalError` for another version's format, segments of two journals, or segments that do not tell
 * of which journal they are.
 */
export async function scanSegments(
  directory: string,
  saved: Pick<SavedCut, 'journalId' | 'givenThrough'> | undefined,
): Promise<Scan> {
  await finishRewrites(directory)
  const files = await listSegments(directory)
  const journalId = journalIdOf(files, directory, saved?.journalId)
  const givenThrough = saved !== undefined && saved.journalId === journalId ? saved.givenThrough : 0
  const scan = { segments: [] as Segment[], journalId, mended: 0, tornBytes: 0 }
  for (const [index, file] of files.entries()) {
    const next = files[index + 1]
    const checked = await check(file, next?.firstSequence, givenThrough)
    const { records, segment } = checked
    scan.mended += checked.mended
    if (next === undefined) scan.tornBytes = checked.tornBytes
    if (checked.isDamaged) await rewrite(segment, journalId ?? '', records)
    else if (segment.bytes < file.bytes) await truncate(segment)
    if (records.length > 0) scan.segments.push(segment)
    else await unlink(segment.file)
  }
  return scan
}

interface SegmentFile {
  readonly file: string
  readonly bytes: number
  /** Undefined when it is damaged. */
  readonly header: SegmentHeader | undefined
  readonly firstSequence: number
}

/**
 * Every segment, in order. One that was torn while it was created, or emptied to be begun anew, holds no record, but its
 * name says like any other's where the one before it ends: what is left there of its sequences was refused.
 */
async function listSegments(directory: string): Promise<SegmentFile[]> {
  const names = (await readdir(directory)).filter(name => /^\d{16}\.seg$/.test(name)).sort()
  const found: SegmentFile[] = []
  for (const name of names) {
    const file = join(directory, name)
    const { bytes, header } = await readHeader(file)
    // One without a record says only, by its name, where the one before it ends; any version understands that.
    if (header !== undefined && header.version !== SEGMENT_VERSION && bytes > HEADER_BYTES) {
      throw new JournalError(
        `The journal was written by another version of Hanki (format ${header.version}, this one reads ${SEGMENT_VERSION}). Start that version once and stop it, so that it empties the journal.`,
      )
    }
    found.push({ file, bytes, header, firstSequence: Number.parseInt(name, 10) })
  }
  return found
}

async function readHeader(file: string) {
  const handle = await open(file, 'r')
  try {
    const { size: bytes } = await handle.stat()
    const header = decodeHeader(await readSectors(handle, 0, Math.min(bytes, HEADER_BYTES)))
    return { bytes, header }
  } finally {
    await handle.close()
  }
}

function journalIdOf(
  files: readonly SegmentFile[],
  directory: string,
  savedId: string | undefined,
): string | undefined {
  const filled = files.filter(({ bytes }) => bytes > HEADER_BYTES)
  const ids = new Set(filled.flatMap(({ header }) => header?.journalId ?? []))
  if (ids.size > 1) {
    throw new JournalError(
      `${directory} holds segments of two journals. Keep those of one and move the others away.`,
    )
  }
  const journalId = [...ids][0] ?? (files.length > 0 ? savedId : undefined)
  if (journalId === undefined && filled.length > 0) {
    throw new JournalError(
      `The journal in ${directory} is damaged so badly that it cannot be told what is stored already. Move the directory away to start anew; events in it that were not stored yet are lost.`,
    )
  }
  return journalId
}

interface Checked {
  readonly segment: Segment
  readonly records: readonly DecodedRecord[]
  readonly isDamaged: boolean
  readonly mended: number
  readonly tornBytes: number
}

/** Reads a segment. `nextSequence` is where the one after it begins; undefined for the last one. */
async function check(
  { file, bytes, header, firstSequence }: SegmentFile,
  nextSequence: number | undefined,
  givenThrough: number,
): Promise<Checked> {
  const found = salvage(await readRecords(file, bytes), firstSequence)
  // What a refused append left behind has sequences that were given again.
  const sound =
    nextSequence === undefined
      ? found.records
      : found.records.filter(record => record.sequence < nextSequence)
  const acknowledged = nextSequence === undefined ? givenThrough : nextSequence - 1
  // Zeros where an acknowledged record was are no room.
  const isEndDamaged =
    found.tornBytes + found.roomBytes > 0 && (sound.at(-1)?.sequence ?? firstSequence - 1) < acknowledged
  const records = wholeRequests(sound, acknowledged)
  const segment = emptySegment(file, firstSequence)
  for (const { sequence, payload } of records) {
    addBytes(segment, siteOfRecord(payload), framedBytes(payload.length))
    segment.lastSequence = sequence
  }
  const isHeaderDamaged = header === undefined && bytes > HEADER_BYTES
  const isDamaged = isHeaderDamaged || found.mended > 0 || found.skippedBytes > 0 || isEndDamaged
  const cutRequest = sound.slice(records.length)
  const cutBytes = cutRequest.reduce((sum, { payload }) => sum + framedBytes(payload.length), 0)
  const tornBytes = cutBytes + (isEndDamaged ? 0 : found.tornBytes)
  return { segment, records, isDamaged, mended: found.mended, tornBytes }
}

/** What a crash has left of the last request was never acknowledged: half of it must not be taken for all of it. */
function wholeRequests(records: readonly DecodedRecord[], acknowledged: number): readonly DecodedRecord[] {
  let end = records.length
  for (; end > 0; end--) {
    const record = records[end - 1]
    if (record === undefined || !record.isContinued || record.sequence <= acknowledged) break
  }
  return records.slice(0, end)
}

async function readRecords(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    return await readSectors(handle, Math.min(HEADER_BYTES, bytes), bytes)
  } finally {
    await handle.close()
  }
}

async function truncate({ file, bytes }: Segment): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.truncate(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
