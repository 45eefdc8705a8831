import { readdirSync, readFileSync } from 'node:fs'

/** What a process has used; undefined where the system has no /proc. */
export interface ProcessUsage {
  /** In user and system mode since its start, seconds; a hundredth is the finest the kernel tells. */
  readonly cpuSeconds: number
  readonly memoryBytes: number
}

/** USER_HZ of Linux on every platform that Node runs on. */
const TICKS_PER_SECOND = 100

/** Positions after the program's name in /proc/PID/stat. Source: proc(5). */
const PARENT = 1
const USER_TICKS = 11
const SYSTEM_TICKS = 12

export function processUsage(pid: number | undefined): ProcessUsage | undefined {
  const fields = statOf(pid)
  if (fields === undefined) return undefined
  const kilobytes = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return {
    cpuSeconds: (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND,
    memoryBytes: Number(kilobytes) * 1_024,
  }
}

/** Some child process of this one; undefined when it has none, or where there is no /proc. */
export function childOf(pid: number): number | undefined {
  try {
    const pids = readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(Number)
    return pids.find(candidate => Number(statOf(candidate)?.[PARENT]) === pid)
  } catch {
    return undefined
  }
}

/** Fields after the name, which may itself hold blanks and brackets. */
function statOf(pid: number | undefined): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
