import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processIdentity } from '../process-identity.ts'
import { EngineError } from './engine-error.ts'
import { setGroupNiceness } from './group-niceness.ts'

/** How long an engine may take to end once it was killed, ms: long only while its disk does not answer. */
const END_MS = 30_000

const noteOf = (directory: string): string => join(directory, 'process')

/** Notes which process is the engine of this directory, for the next start to find when this collector is killed. */
export function noteEngine(directory: string, pid: number): void {
  try {
    writeFileSync(noteOf(directory), processIdentity(pid) ?? '', { mode: 0o600 })
  } catch {
    // A full disk: the engine then has to notice by itself that its collector is gone.
  }
}

/** Takes the note back once the engine has ended. */
export function forgetEngine(directory: string): void {
  rmSync(noteOf(directory), { force: true })
}

/**
 * Ends the engine that a killed collector left behind, and waits for its end: it would notice by itself, but late on a
 * busy machine and never when it was stopped, and it holds the lock of the data until then. Only who holds the lock of
 * the directory may ask for it. Throws `EngineError` when it does not end.
 */
export async function endLeftOver(directory: string): Promise<void> {
  const engine = readNote(directory)
  const pid = Number(engine?.split(' ')[1])
  const runs = (): boolean => engine !== undefined && processIdentity(pid) === engine
  const deadline = performance.now() + END_MS
  while (runs()) {
    // The last thing it does needs the processor too.
    setGroupNiceness(pid, 0)
    kill(pid)
    if (performance.now() > deadline) {
      throw new EngineError(
        'locked',
        `The database of a Hanki that was killed (process ${pid}) does not end. Its disk may not answer; when it is gone, start again.`,
      )
    }
    await sleep(20)
  }
}

function readNote(directory: string): string | undefined {
  try {
    return readFileSync(noteOf(directory), 'utf8')
  } catch {
    return undefined
  }
}

/** SIGKILL is safe: what was acknowledged is on disk. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended in the meantime, or is another user's and has to notice by itself.
  }
}
