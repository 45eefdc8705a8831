import { open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { siteOfRecord } from '../../core/event/event-record.ts'
import type { SiteId } from '../../core/ids.ts'
import { syncDirectory, writeAll } from './durable.ts'
import {
  type DecodedRecord,
  decodeHeader,
  encodeFrames,
  encodeHeader,
  framedBytes,
  HEADER_BYTES,
  type SegmentHeader,
} from './format.ts'
import { JournalError } from './journal-error.ts'
import { salvage } from './salvage.ts'

/** One file of the journal. `bytes` counts what is durable and sound, header included. */
export interface Segment {
  readonly file: string
  readonly firstSequence: number
  /** One less than `firstSequence` while there is no record. */
  lastSequence: number
  bytes: number
  /** Bytes of `bytes` by the site they belong to. */
  readonly bytesBySite: Map<SiteId, number>
}

/** What was found in the journal's directory. */
export interface Scan {
  readonly segments: Segment[]
  /** Undefined when there is no segment. */
  readonly journalId: string | undefined
  /** Records in which a single wrong bit was turned back. */
  readonly mended: number
  /** Bytes cut off the end of the last segment: a record torn by a crash, which was never acknowledged. */
  readonly tornBytes: number
}

/** File of the segment that begins with this sequence; names sort in order. */
export function segmentFile(directory: string, firstSequence: number): string {
  return join(directory, `${String(firstSequence).padStart(16, '0')}.seg`)
}

/**
 * Checks every segment of a directory, in order, and mends what can be mended: what cannot is left out, so that its
 * sequences are missing. The file as it was is then kept beside the mended one, named `.damaged`.
 * `savedId` is the journal's id as the cut knows it. Throws `JournalError` for another version's format, segments of
 * two journals, or segments that do not tell of which journal they are.
 */
export async function scanSegments(directory: string, savedId: string | undefined): Promise<Scan> {
  const files = await readSegments(directory)
  const ids = new Set(files.flatMap(({ header }) => header?.journalId ?? []))
  if (ids.size > 1) {
    throw new JournalError(
      `${directory} holds segments of two journals. Keep those of one and move the others away.`,
    )
  }
  const journalId = [...ids][0] ?? (files.length > 0 ? savedId : undefined)
  if (journalId === undefined && files.length > 0) {
    throw new JournalError(
      `The journal in ${directory} is damaged so badly that it cannot be told what is stored already. Move the directory away to start anew; events in it that were not stored yet are lost.`,
    )
  }
  const scan = { segments: [] as Segment[], journalId, mended: 0, tornBytes: 0 }
  for (const [index, { file, bytes, header, firstSequence }] of files.entries()) {
    const found = salvage(bytes.subarray(HEADER_BYTES), firstSequence)
    // What a refused append left behind has sequences that were given again.
    const end = files[index + 1]?.firstSequence ?? Number.POSITIVE_INFINITY
    const records = found.records.filter(({ sequence }) => sequence < end)
    const segment = toSegment(file, firstSequence, records)
    scan.mended += found.mended
    scan.tornBytes += found.tornBytes
    const isDamaged = header === undefined || found.mended > 0 || found.skippedBytes > 0
    if (isDamaged) await rewrite(segment, journalId ?? '', records)
    else if (segment.bytes < bytes.length) await truncate(file, segment.bytes)
    if (records.length > 0) scan.segments.push(segment)
    else await unlink(file)
  }
  return scan
}

interface SegmentBytes {
  readonly file: string
  readonly bytes: Buffer
  /** Undefined when it is damaged. */
  readonly header: SegmentHeader | undefined
  readonly firstSequence: number
}

/** Every segment that was created whole; one that was torn meanwhile never held a record and is removed. */
async function readSegments(directory: string): Promise<SegmentBytes[]> {
  const names = (await readdir(directory)).filter(name => /^\d{16}\.seg$/.test(name)).sort()
  const found: SegmentBytes[] = []
  for (const name of names) {
    const file = join(directory, name)
    const bytes = await readFile(file)
    const header = decodeHeader(bytes)
    if (header === undefined && bytes.length <= HEADER_BYTES) await unlink(file)
    else found.push({ file, bytes, header, firstSequence: Number.parseInt(name, 10) })
  }
  return found
}

function toSegment(file: string, firstSequence: number, records: readonly DecodedRecord[]): Segment {
  const segment: Segment = {
    file,
    firstSequence,
    lastSequence: records.at(-1)?.sequence ?? firstSequence - 1,
    bytes: HEADER_BYTES,
    bytesBySite: new Map(),
  }
  for (const { payload } of records) addBytes(segment, siteOfRecord(payload), framedBytes(payload.length))
  return segment
}

/** Counts bytes of one site to a segment. */
export function addBytes(segment: Segment, siteId: SiteId, bytes: number): void {
  segment.bytes += bytes
  segment.bytesBySite.set(siteId, (segment.bytesBySite.get(siteId) ?? 0) + bytes)
}

/** Replaces a damaged segment by what is sound of it. */
async function rewrite(
  { file, firstSequence }: Segment,
  journalId: string,
  records: readonly DecodedRecord[],
): Promise<void> {
  const next = `${file}.new`
  const bytes = Buffer.concat([
    encodeHeader({ journalId, firstSequence }),
    ...records.map(({ sequence, payload }) => encodeFrames([payload], sequence)),
  ])
  const handle = await open(next, 'w', 0o600)
  try {
    await writeAll(handle, bytes, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(file, `${file}.damaged`)
  await rename(next, file)
  await syncDirectory(join(file, '..'))
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
