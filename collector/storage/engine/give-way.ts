import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'

/** From -20 (first) to 19 (last), as in nice(1). */
const NICENESS = 19

/**
 * Lets a process come after all others when they want the same core: taking events comes before answering questions and
 * merging. On Linux a process that leads a session is in a scheduling group of its own, and its niceness counts in there
 * only, so the group gets it too. Source: sched(7), "The autogroup feature".
 */
export function giveWay(pid: number): void {
  quietly(() => setPriority(pid, NICENESS))
  if (process.platform === 'linux') {
    quietly(() => writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS), { flag: 'r+' }))
  }
}

/** The process may have ended, which its supervisor sees; the kernel may know no such groups. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // It runs as it is.
  }
}
