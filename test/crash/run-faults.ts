import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from './fault.ts'
import { isSound, type MissingRow, type Row } from './row.ts'
import { type RunOptions, runFault } from './run-fault.ts'
import { type CrashServer, openCrashServer } from './server.ts'

export interface RunnerOptions extends RunOptions {
  /** Longest that one fault may take, ms. */
  readonly limitMs: number
}

/** Runs faults one after the other; what they can share they share, as long as it is sound. */
export interface FaultRunner {
  run(fault: Fault): Promise<Row | MissingRow>
  /** Ends the shared server and removes its data. */
  close(): Promise<void>
}

/** Opens the runner; it starts servers when they are needed. */
export function openFaultRunner(options: RunnerOptions): FaultRunner {
  let shared: CrashServer | undefined

  async function closeShared(): Promise<void> {
    const server = shared
    shared = undefined
    if (server !== undefined) await end(server)
  }

  /** A fault that takes longer than it may is given up; its server is closed under it. */
  function limited(running: Promise<Row>): Promise<Row> {
    const words = `took longer than ${options.limitMs / 1_000} s`
    const limit = sleep(options.limitMs, undefined, { ref: false })
    return Promise.race([running, limit.then(() => Promise.reject(new Error(words)))])
  }

  async function runOn(server: CrashServer, fault: Fault): Promise<Row | MissingRow> {
    try {
      return await limited(runFault(fault, server, options))
    } catch (error) {
      return { fault: fault.name, broken: error instanceof Error ? error.message : String(error) }
    }
  }

  return {
    async run(fault) {
      const skipped = fault.whySkipped?.()
      if (skipped !== undefined) return { fault: fault.name, skipped }
      if (fault.server !== undefined) {
        const server = await openCrashServer(fault.server)
        try {
          return await runOn(server, fault)
        } finally {
          await end(server)
        }
      }
      shared ??= await openCrashServer()
      const row = await runOn(shared, fault)
      // What one fault left behind must not be counted against the next.
      if (!isSound(row)) await closeShared()
      return row
    },
    close: closeShared,
  }
}

async function end(server: CrashServer): Promise<void> {
  try {
    await server.stop()
  } finally {
    server.remove()
  }
}
