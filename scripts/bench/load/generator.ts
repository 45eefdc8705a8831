import { once } from 'node:events'
import { startProgram } from '../start-program.ts'
import type { OpenLoopResult } from './open-loop.ts'
import type { LoadOrder, LoadReport } from './order.ts'
import type { LoadResult } from './tally.ts'

/** The load generator, a process of its own. */
export interface LoadGenerator {
  readonly pid: number
  /** Sends as fast as the server answers. Rejects when a connection broke. */
  saturate(order: Omit<LoadOrder, 'requestsPerSecond'>): Promise<LoadResult>
  /** Sends at a fixed rate. Rejects when a connection broke. */
  sendAtRate(order: Required<LoadOrder>): Promise<OpenLoopResult>
  stop(): Promise<void>
}

export function startLoadGenerator(): LoadGenerator {
  const program = startProgram('bench-load')

  async function carryOut(order: LoadOrder): Promise<LoadResult> {
    const reported = program.nextMessage()
    program.process.send(order)
    const report = (await reported) as LoadReport
    if (!report.ok) throw new Error(`The load generator failed: ${report.error}`)
    return report.result
  }

  return {
    pid: program.pid,
    saturate: carryOut,
    sendAtRate: order => carryOut(order) as Promise<OpenLoopResult>,
    async stop() {
      const ended = once(program.process, 'exit')
      program.process.disconnect()
      await ended
    },
  }
}
