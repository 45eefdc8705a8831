import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** Process id of the database below a collector; undefined while there is none. */
export function engineOf(collector: number): number | undefined {
  // pgrep answers nothing with status 1.
  const found = output('pgrep', ['-P', String(collector), '-f', 'engine\\.js'])
  return found === '' ? undefined : Number(found.split('\n')[0])
}

/** True while the process exists and has not ended; one that only waits to be collected by its parent has. */
export function isAlive(pid: number): boolean {
  const state = output('ps', ['-o', 'stat=', '-p', String(pid)])
  return state !== '' && !state.startsWith('Z')
}

/** Sends a signal to one process; false when it is gone already. */
export function signal(pid: number | undefined, name: NodeJS.Signals): boolean {
  if (pid === undefined) return false
  try {
    return process.kill(pid, name)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

/** Waits until `isTrue`; rejects with the words after `timeoutMs`. */
export async function until(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!(await isTrue())) {
    if (performance.now() > deadline)
      throw new Error(`Not within ${Math.round(timeoutMs / 1_000)} s: ${what}`)
    await sleep(50)
  }
}

function output(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 1) return ''
    throw error
  }
}
