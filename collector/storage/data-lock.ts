import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processIdentity, processPlace } from './process-identity.ts'

/** The data directory belongs to another running collector, or cannot be used at all. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError'
  readonly code = 'data_directory'
}

/** How often the holder shows that it lives, ms, and after how long without it its lock is left over. */
const HEARTBEAT_MS = 2_000
const SILENT_MS = 3 * HEARTBEAT_MS

/**
 * Takes a data directory for this process alone, so that two collectors never write one journal.
 * A lock left by a crash is recognised: on this machine by its process, which does not run any more; from another
 * container or machine on the same volume by its silence. Returns the release. Throws `DataDirectoryError`.
 * A holder that slept so long that another took its lock hears of it through `onLost`, which must end the process:
 * whatever it would write goes into files that are not its own any more. Without `onLost` an uncaught error ends it.
 */
export async function lockDataDirectory(
  directory: string,
  onLost: () => void = failLoudly,
): Promise<() => void> {
  const file = join(directory, 'hanki.lock')
  const mine = `${processIdentity(process.pid) ?? process.pid} ${randomUUID()}`
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    closeToOthers(directory)
    while (!create(file, mine)) {
      const holder = readHolder(file)
      if (holder === undefined) continue
      if (await isHeld(file, holder)) {
        throw new DataDirectoryError(
          `Another Hanki is using ${directory}. Stop it, or choose another directory with HANKI_DATA.`,
        )
      }
      removeLeftOver(file, holder)
    }
  } catch (cause) {
    const isFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
    if (cause instanceof DataDirectoryError || isFull) throw cause
    throw new DataDirectoryError(
      `The data directory ${directory} cannot be written. Give this user write access to it, or choose another with HANKI_DATA.`,
      { cause },
    )
  }
  const heartbeat = setInterval(() => {
    if (isTaken(file, mine)) {
      clearInterval(heartbeat)
      onLost()
    } else touch(file)
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return () => {
    clearInterval(heartbeat)
    if (readHolder(file) === mine) rmSync(file, { force: true })
  }
}

/** What a data directory of Hanki's, or a new one, may hold at its top for it to be closed to others without asking. */
const OWN_ENTRIES = new Set([
  'address.json',
  'engine',
  'hanki.lock',
  'journal',
  'key-ledger.jsonl',
  'lost+found',
])

/** Other users of the machine may not look into it. A directory that holds other things is not Hanki's to close. */
function closeToOthers(directory: string): void {
  const { mode, uid } = statSync(directory)
  if ((mode & 0o077) === 0 || uid !== process.getuid?.()) return
  const isOwn = readdirSync(directory).every(
    entry => OWN_ENTRIES.has(entry) || entry.startsWith('hanki.lock.'),
  )
  if (isOwn) chmodSync(directory, 0o700)
  else if ((mode & 0o007) !== 0) {
    throw new DataDirectoryError(
      `The data directory ${directory} can be read by every user of this machine. Run "chmod 700 ${directory}" if it is only Hanki's, or choose another with HANKI_DATA.`,
    )
  }
}

/** Makes the lock in one step, content included; false when there is one. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, content, { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function readHolder(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

async function isHeld(file: string, holder: string): Promise<boolean> {
  const [place = '', pid = ''] = holder.split(' ')
  if (place === processPlace()) {
    const running = processIdentity(Number(pid))
    return running !== undefined && holder.startsWith(running)
  }
  const before = lastSeenMs(file)
  await sleep(SILENT_MS)
  return lastSeenMs(file) !== before
}

/** Moves away the lock that was found left over; another's that came in between is put back. */
function removeLeftOver(file: string, holder: string): void {
  const away = `${file}.${randomUUID()}`
  try {
    renameSync(file, away)
  } catch {
    // Another start was faster; it has, or is about to have, its own lock there.
    return
  }
  if (readFileSync(away, 'utf8') !== holder) linkSync(away, file)
  rmSync(away, { force: true })
}

/** True when the lock is another's; one that is not there, or cannot be read, tells nothing. */
function isTaken(file: string, mine: string): boolean {
  try {
    const holder = readHolder(file)
    return holder !== undefined && holder !== mine
  } catch {
    return false
  }
}

function failLoudly(): never {
  throw new DataDirectoryError('Another Hanki has taken this data directory while this one was asleep.')
}

function touch(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // The lock was taken away with the directory; there is nothing to keep.
  }
}

function lastSeenMs(file: string): number {
  return existsSync(file) ? statSync(file).mtimeMs : 0
}
