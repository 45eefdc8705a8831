import { existsSync } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { JournalError } from './format.ts'

/** How far the journal is stored in the database, and which batch was about to be sent. */
export interface Cut {
  readonly journalId: string
  /** Every event up to this sequence is stored; 0 for none. */
  readonly storedThrough: number
  /** Boundaries of the batch being sent; a retry sends the very same rows. */
  readonly sending: { readonly first: number; readonly last: number } | undefined
}

/** The cut on disk; undefined for a journal that never had one. Throws `JournalError` when it is unreadable. */
export async function readCut(file: string): Promise<Cut | undefined> {
  if (!existsSync(file)) return undefined
  const value = parseJson(await readFile(file, 'utf8'))
  if (isCut(value)) return value
  throw new JournalError(
    `The journal's file ${file} is damaged. Move the whole journal directory away to start anew; events in it that were not stored yet are lost.`,
  )
}

/** Replaces the cut durably and in one step. */
export async function writeCut(file: string, cut: Cut): Promise<void> {
  const next = `${file}.new`
  const handle = await open(next, 'w', 0o600)
  try {
    await handle.writeFile(JSON.stringify(cut))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(next, file)
  await syncDirectory(dirname(file))
}

/** Makes renames, creations and removals in a directory durable. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isCut(value: unknown): value is Cut {
  if (typeof value !== 'object' || value === null) return false
  return (
    'journalId' in value &&
    typeof value.journalId === 'string' &&
    /^\d+$/.test(value.journalId) &&
    'storedThrough' in value &&
    typeof value.storedThrough === 'number'
  )
}
