/**
 * Loaded before the collector (`node --import`): the clock of the calendar reads what the machine's reads plus the
 * seconds in the file that TEST_CLOCK_FILE names, and follows the file while the process runs. Timers are
 * untouched, as they are when somebody sets a machine's clock.
 */
import { readFileSync } from 'node:fs'

const file = process.env.TEST_CLOCK_FILE
const READ_EVERY_MS = 20
const realNow = Date.now
let shiftMs = 0
let readAt = Number.NEGATIVE_INFINITY

Date.now = () => {
  if (performance.now() - readAt > READ_EVERY_MS) {
    readAt = performance.now()
    const seconds = Number(readFileSync(file, 'utf8'))
    // A file that is just being written is empty for a moment.
    if (Number.isFinite(seconds)) shiftMs = seconds * 1_000
  }
  return realNow() + shiftMs
}

globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [target.now()] : args, newTarget),
  apply: target => new target(target.now()).toString(),
})
