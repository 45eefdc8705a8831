import { setFlagsFromString } from 'node:v8'

/**
 * How much the old generation of the heap may grow before it is collected again, in percent of what was alive then. By
 * itself Node.js collects again after a third more, every 2 or 3 seconds while events come in and questions are answered;
 * each time the collector has both cores busy for a tenth of a second, and the slowest events are those of that moment.
 * A heap of 40 MB may so take 40 MB more; what is free is given back to the system once there is less to do. What can only be
 * told to Node.js as it starts, `package.json` tells it.
 */
const GROWTH_PERCENT = 100

/** The option of V8; one that a later version does not know it names on standard error, and goes on. */
export const HEAP_FLAG = `--heap-growing-percent=${GROWTH_PERCENT}`

/** Lets this process collect the old generation less often. */
export function letHeapGrow(): void {
  setFlagsFromString(HEAP_FLAG)
}
