import { writeFileSync } from 'node:fs'
import { constants } from 'node:os'

/**
 * Lets a process that leads a session come after all others when they want the same core: on Linux it is in a scheduling
 * group of its own, and what `runLast` asks for counts in there only, so the group needs it too. Source: sched(7), "The
 * autogroup feature".
 */
export function giveWay(pid: number): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW), { flag: 'r+' })
  } catch {
    // The process may have ended, which its supervisor sees; the kernel may know no such groups.
  }
}
