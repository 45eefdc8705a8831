import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DAY_KEY_BYTES, type DayKey } from '../../core/identity/day-key.ts'
import type { Day, SiteId } from '../../core/ids.ts'

/** Where day keys survive a restart of the collector, but not of the machine: a 0600 file in memory. */
export interface DayKeyFile {
  /** `undefined` when keys live in this process only. */
  readonly path: string | undefined
  read(): readonly DayKey[]
  /** Overwrites the file in place, so that the old bytes are gone. */
  write(keys: readonly DayKey[]): void
}

/** Linux's magic numbers of file systems that live in memory: tmpfs and ramfs. */
const MEMORY_FILE_SYSTEMS: ReadonlySet<number> = new Set([0x01021994, 0x858458f6])

/** The word that is configured to keep keys in this process only. */
export const NO_FILE = 'none'

/** The configured file of day keys cannot be used; the message says what to do. */
export class DayKeyFileError extends Error {
  override readonly name = 'DayKeyFileError'
}

/**
 * Chooses the file: the configured one, else one below /run, $XDG_RUNTIME_DIR or /dev/shm if that is memory.
 * Without any, keys are kept in this process only. The name tells data directories apart.
 * Throws `DayKeyFileError` when the configured one would be on a disk: keys must never reach one.
 */
export function openDayKeyFile(
  dataDirectory: string,
  configured: string | undefined,
  runtimeDirectory: string | undefined,
): DayKeyFile {
  const path =
    configured === NO_FILE ? undefined : (configured ?? memoryPath(dataDirectory, runtimeDirectory))
  if (path === undefined) return { path, read: () => [], write: () => undefined }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (!isMemory(dirname(path))) {
    throw new DayKeyFileError(
      'HANKI_DAY_KEYS must lie in a memory file system, such as /run or /dev/shm: day keys must never reach a disk. Leave it out, and a place is found; "none" keeps keys in the process only.',
    )
  }
  return { path, read: () => readKeys(path), write: keys => writeKeys(path, keys) }
}

function memoryPath(dataDirectory: string, runtimeDirectory: string | undefined): string | undefined {
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16)
  const directories = ['/run/hanki', '/run', runtimeDirectory, '/dev/shm'].filter(path => path !== undefined)
  const directory = directories.find(isWritableMemory)
  return directory === undefined
    ? undefined
    : join(directory, directory === '/run/hanki' ? `${name}.keys` : `hanki-${name}.keys`)
}

function isWritableMemory(directory: string): boolean {
  if (!existsSync(directory)) return false
  try {
    accessSync(directory, constants.W_OK)
    return MEMORY_FILE_SYSTEMS.has(statfsSync(directory).type)
  } catch {
    return false
  }
}

/** Only Linux tells what kind a file system is; elsewhere the operator is believed. */
function isMemory(directory: string): boolean {
  return process.platform !== 'linux' || MEMORY_FILE_SYSTEMS.has(statfsSync(directory).type)
}

/** One line per key: `SITE DAY END HEX`. A file that cannot be understood is removed: new keys are made. */
function readKeys(path: string): readonly DayKey[] {
  if (!existsSync(path)) return []
  const keys = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(parseLine)
  if (keys.every(key => key !== undefined)) return keys
  rmSync(path, { force: true })
  return []
}

function parseLine(line: string): DayKey | undefined {
  const match = /^(\d+) (\d{4}-\d{2}-\d{2}) (\d+) ([0-9a-f]+)$/.exec(line)
  if (match === null) return undefined
  const secret = Buffer.from(match[4] ?? '', 'hex')
  if (secret.length !== DAY_KEY_BYTES) return undefined
  return { siteId: Number(match[1]) as SiteId, day: match[2] as Day, endsAtSeconds: Number(match[3]), secret }
}

function writeKeys(path: string, keys: readonly DayKey[]): void {
  const lines = keys.map(
    key => `${key.siteId} ${key.day} ${key.endsAtSeconds} ${Buffer.from(key.secret).toString('hex')}\n`,
  )
  const length = existsSync(path) ? statSync(path).size : 0
  // Written over the old bytes, blank to their end. A torn write costs new keys; it never lengthens an old one's life.
  writeFileSync(path, lines.join('').padEnd(length, '\n'), { mode: 0o600, flag: length > 0 ? 'r+' : 'w' })
}
