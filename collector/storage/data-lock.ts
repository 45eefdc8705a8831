import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The data directory belongs to another running collector, or cannot be used at all. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError'
  readonly code = 'data_directory'
}

/**
 * Takes a data directory for this process alone, so that two collectors never write one journal.
 * A lock left by a crash is recognised: no process with that id and start time runs. Returns the release.
 * Throws `DataDirectoryError`.
 */
export function lockDataDirectory(directory: string): () => void {
  const file = join(directory, 'hanki.lock')
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const holder = existsSync(file) ? readFileSync(file, 'utf8') : undefined
    if (holder !== undefined && isRunning(holder)) {
      throw new DataDirectoryError(
        `Another Hanki is using ${directory}. Stop it, or choose another directory with HANKI_DATA.`,
      )
    }
    writeFileSync(file, identity(process.pid) ?? '', { mode: 0o600 })
  } catch (cause) {
    if (cause instanceof DataDirectoryError) throw cause
    throw new DataDirectoryError(
      `The data directory ${directory} cannot be written. Give this user write access to it, or choose another with HANKI_DATA.`,
      { cause },
    )
  }
  return () => rmSync(file, { force: true })
}

/** In a container the id alone says little: after a restart it may be our own, so the start time must agree too. */
function isRunning(holder: string): boolean {
  const [pid = '', startTime = ''] = holder.split(' ')
  return identity(Number(pid)) === holder && (Number(pid) !== process.pid || startTime !== '')
}

/** Names a process for good: its id and, where Linux tells it, when it started. Undefined when it does not run. */
function identity(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    const isOthers = error instanceof Error && 'code' in error && error.code === 'EPERM'
    if (!isOthers) return undefined
  }
  const stat = `/proc/${pid}/stat`
  // The name in parentheses may hold spaces; the start time is the 20th field after it (proc(5)).
  const startTime = existsSync(stat)
    ? readFileSync(stat, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19]
    : ''
  return `${pid} ${startTime}`
}
