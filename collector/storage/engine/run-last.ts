import { constants, setPriority } from 'node:os'
import { DataType, load, open } from 'ffi-rs'

/** Source: linux/sched.h. */
const SCHED_IDLE = 5

/** `struct sched_param`: a static priority, 0 for every policy but those of real time. */
const SCHED_PARAM = Buffer.alloc(4)

/**
 * Lets this thread, and every thread that it starts, run only while nobody else wants the core: taking events comes
 * before answering questions and merging. Niceness alone, which has to do elsewhere than on Linux, does not: a core whose
 * only thread is nice counts as taken, so that those that take events crowd on the other one. Half as long waits one event
 * in a hundred while heavy questions run. Source: sched(7), "SCHED_IDLE".
 */
export function runLast(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW)
    if (process.platform !== 'linux') return
    open({ library: 'libc', path: 'libc.so.6' })
    load({
      library: 'libc',
      funcName: 'sched_setscheduler',
      retType: DataType.I32,
      paramsType: [DataType.I32, DataType.I32, DataType.U8Array],
      paramsValue: [0, SCHED_IDLE, SCHED_PARAM],
    })
  } catch {
    // Without it the engine takes its share of the cores like any other program.
  }
}
