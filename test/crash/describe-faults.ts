import { afterAll, describe, expect, it } from 'vitest'
import type { Fault } from './fault.ts'
import { openFaultRunner } from './run-faults.ts'

/** One fault takes a few seconds; on a machine that is busy with other tests many more. */
const FAULT_LIMIT_MS = 100_000
/** With the time to give a fault up in order. */
const TEST_TIMEOUT_MS = 150_000

/** TEST_SEED repeats the random moments of an earlier run. */
const seed = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9))

/** A test for each of the faults, in short, one after the other. */
export function describeFaults(title: string, faults: readonly Fault[]): void {
  describe(`${title} (seed ${seed})`, () => {
    const words: string[] = []
    const runner = openFaultRunner({
      length: 'short',
      seed,
      scale: 1,
      limitMs: FAULT_LIMIT_MS,
      progress: line => words.push(line),
    })
    afterAll(() => runner.close())

    for (const fault of faults) {
      it(`loses and doubles nothing: ${fault.name}`, { timeout: TEST_TIMEOUT_MS }, async ({ skip }) => {
        words.length = 0
        const row = await runner.run(fault)
        if ('skipped' in row) skip(row.skipped)
        expect(row, words.join('\n')).toMatchObject({ lost: 0, doubled: 0, complaints: [] })
      })
    }
  })
}
