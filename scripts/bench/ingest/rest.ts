import { setTimeout as sleep } from 'node:timers/promises'
import { childOf, processUsage } from '../process-usage.ts'

/** What one process takes while nobody sends or asks anything. */
export interface RestingProcess {
  readonly memoryBytes: number
  /** Part of one core, percent. */
  readonly cpuPercent: number
}

export interface RestResult {
  readonly collector: RestingProcess
  readonly engine: RestingProcess
}

/** Merges of what was stored last are work, not rest, and V8 takes its time to give memory back: time for both, seconds. */
const SETTLE_SECONDS = 90

/** Watches a collector and its engine doing nothing for `seconds`; undefined where there is no /proc. */
export async function measureRest(pid: number, seconds: number): Promise<RestResult | undefined> {
  await sleep(SETTLE_SECONDS * 1_000)
  const engine = childOf(pid)
  const before = [processUsage(pid), processUsage(engine)]
  await sleep(seconds * 1_000)
  const [collectorNow, engineNow] = [processUsage(pid), processUsage(engine)]
  const [collectorBefore, engineBefore] = before
  if (!collectorNow || !engineNow || !collectorBefore || !engineBefore) return undefined
  const resting = (now: typeof collectorNow, earlier: typeof collectorNow): RestingProcess => ({
    memoryBytes: now.memoryBytes,
    cpuPercent: ((now.cpuSeconds - earlier.cpuSeconds) / seconds) * 100,
  })
  return { collector: resting(collectorNow, collectorBefore), engine: resting(engineNow, engineBefore) }
}
