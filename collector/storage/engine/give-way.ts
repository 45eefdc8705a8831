import { writeFileSync } from 'node:fs'

/** From 0 to 19 (last), as in nice(1). */
const NICENESS = 19

/**
 * Lets a process that leads a session come after all others when they want the same core: on Linux it is in a scheduling
 * group of its own, and what `runLast` asks for counts in there only, so the group needs it too. Source: sched(7), "The
 * autogroup feature".
 */
export function giveWay(pid: number): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS), { flag: 'r+' })
  } catch {
    // The process may have ended, which its supervisor sees; the kernel may know no such groups.
  }
}
