import { once } from 'node:events'
import { startProgram } from '../../start-program.ts'

/** A server to compare with. */
export interface BaselineServer {
  readonly pid: number
  readonly port: number
  stop(): Promise<void>
}

/** Starts a baseline by the name of its program and waits until it listens. */
export async function startBaseline(name: 'bench-bare' | 'bench-hono'): Promise<BaselineServer> {
  const program = startProgram(name)
  const port = await program.nextMessage()
  return {
    pid: program.pid,
    port: Number(port),
    async stop() {
      const ended = once(program.process, 'exit')
      program.process.disconnect()
      await ended
    },
  }
}
