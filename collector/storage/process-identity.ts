import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readlinkSync } from 'node:fs'

/**
 * Names a process for good: where it runs, its id and, where Linux tells it, when it started. Undefined when it does not
 * run; one that has ended and only waits for its parent to notice does not.
 */
export function processIdentity(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    const isOthers = error instanceof Error && 'code' in error && error.code === 'EPERM'
    if (!isOthers) return undefined
  }
  const fields = readFields(pid)
  if (fields?.[0] === 'Z') return undefined
  return `${processPlace()} ${pid} ${fields?.[19] ?? ''}`
}

/** Tells apart machines, their restarts, and containers: process ids mean something only within one of them. */
export function processPlace(): string {
  const boot = '/proc/sys/kernel/random/boot_id'
  const namespace = '/proc/self/ns/pid'
  const parts = existsSync(boot) ? [readFileSync(boot, 'utf8'), readlinkSync(namespace)] : ['here']
  return createHash('sha256').update(parts.join()).digest('hex').slice(0, 16)
}

/**
 * What Linux tells of a process behind its name, which stands in parentheses and may hold spaces: first its state, as
 * the 20th its start. Source: proc(5).
 */
function readFields(pid: number): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    // Not Linux, or it has just ended.
    return undefined
  }
}
