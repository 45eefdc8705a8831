import { constants, existsSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { openDurable, syncDirectory, writeDurably } from './durable.ts'
import { readSectors } from './sectors.ts'

/** How far the journal is stored in the database, and which batch was about to be sent. */
export interface Cut {
  /** Every event up to this sequence is dealt with: stored, set aside or reported as lost; 0 for none. */
  readonly storedThrough: number
  /** Boundaries of the batch being sent; a retry sends the very same rows. */
  readonly sending: { readonly first: number; readonly last: number } | undefined
}

/** The cut as it lies on disk. */
export interface SavedCut extends Cut {
  /** The journal it belongs to. */
  readonly journalId: string
  /** Latest sequence that was given when it was written; none up to it is ever given again. */
  readonly givenThrough: number
}

export interface CutFile {
  /** What was written last, with the journal it belongs to; undefined for a new file. */
  readonly saved: SavedCut | undefined
  /** Replaces the cut durably; one call at a time. A crash, or a disk that is full, leaves the old one or the new one. */
  write(cut: SavedCut): Promise<void>
  close(): Promise<void>
}

/** Two slots that are written in turns; far enough apart that one torn write cannot hurt both. */
const SLOT_BYTES = 512
const SLOT_DISTANCE = 4_096
const CHECKSUM_CHARACTERS = 8

/**
 * Opens the file that holds the cut, or makes it. It has its full size from the beginning and is written in place:
 * on a full disk the cut must still move, or the journal could never shrink. A file of which neither slot can be
 * read counts as new: the database is then asked what is stored.
 */
export async function openCutFile(file: string): Promise<CutFile> {
  const isNew = !existsSync(file)
  const handle = await openDurable(file, constants.O_RDWR | (isNew ? constants.O_CREAT : 0))
  if (isNew) {
    await writeDurably(handle, Buffer.alloc(SLOT_DISTANCE + SLOT_BYTES, ' '), 0)
    await handle.sync()
    await syncDirectory(dirname(file))
  }
  const slots = await Promise.all([readSlot(handle, 0), readSlot(handle, 1)])
  const saved = slots.filter(slot => slot.ok).sort((a, b) => b.generation - a.generation)[0]
  let generation = saved?.generation ?? 0
  return {
    saved: saved?.cut,
    async write(cut) {
      // A write that fails may have torn its slot; the other one stays good, and the next write takes the torn one.
      const slot = (generation + 1) % 2
      const text = JSON.stringify({ generation: generation + 1, ...cut })
      const bytes = Buffer.from(`${checksum(text)}${text}`.padEnd(SLOT_BYTES - 1).concat('\n'))
      await writeDurably(handle, bytes, slot * SLOT_DISTANCE)
      generation++
    },
    close: () => handle.close(),
  }
}

type Slot =
  | { readonly ok: true; readonly generation: number; readonly cut: SavedCut }
  | { readonly ok: false }

async function readSlot(handle: FileHandle, slot: number): Promise<Slot> {
  const from = slot * SLOT_DISTANCE
  const text = (await readSectors(handle, from, from + SLOT_BYTES)).toString('latin1').trim()
  const body = text.slice(CHECKSUM_CHARACTERS)
  if (text.slice(0, CHECKSUM_CHARACTERS) !== checksum(body)) return { ok: false }
  // The checksum says that this version of the file wrote it.
  const { generation, ...cut } = JSON.parse(body) as SavedCut & { readonly generation: number }
  return { ok: true, generation, cut }
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(CHECKSUM_CHARACTERS, '0')
}
