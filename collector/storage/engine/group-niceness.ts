import { writeFileSync } from 'node:fs'

/**
 * Sets how readily the scheduling group of a process that leads a session gives way to others, 0 to 19. On Linux a session
 * is scheduled as one program among all others, and what `runLast` asks for counts inside it only. False when it could
 * not be set: elsewhere, after its end, or less than a tenth of a second after the last time. Source: sched(7), "The
 * autogroup feature".
 */
export function setGroupNiceness(pid: number, niceness: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(niceness), { flag: 'r+' })
    return true
  } catch {
    return false
  }
}
