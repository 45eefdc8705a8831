import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, FaultContext } from '../fault.ts'
import { isAlive, signal, until } from '../processes.ts'

/** What an operator's supervisor waits at least before it kills, ms. */
const STOP_LIMIT_MS = 10_000
/** A second signal ends the process at once; so long may that take on a busy machine, ms. */
const AT_ONCE_MS = 2_000
const GIVE_UP_MS = 60_000

/** SIGTERM while the database does not answer. */
export const stoppedInOrder: Fault = {
  name: 'stopped-in-order',
  words: 'The collector is told to stop, first while the database answers and then while it hangs.',
  async run(context) {
    const { server, times, pause } = context
    for (let round = times(1, 4); round > 0; round--) {
      server.process.kill('SIGTERM')
      await hasEnded(context, 'in order', STOP_LIMIT_MS)
      await server.start()

      await pause(200, 600)
      await stopWhileEngineHangs(context)
      await server.start()

      await pause(200, 600)
      await stopTwiceWhileEngineHangs(context)
      await server.start()
    }
  },
}

async function stopWhileEngineHangs(context: FaultContext): Promise<void> {
  const { server } = context
  const engine = server.engine()
  signal(engine, 'SIGSTOP')
  try {
    // Long enough for an insert to be caught in the middle.
    await sleep(500)
    server.process.kill('SIGTERM')
    await hasEnded(context, 'while the database hangs', STOP_LIMIT_MS)
    await engineHasEnded(context, engine)
  } finally {
    await endEngine(engine)
  }
}

async function stopTwiceWhileEngineHangs(context: FaultContext): Promise<void> {
  const { server } = context
  const engine = server.engine()
  signal(engine, 'SIGSTOP')
  try {
    await sleep(500)
    server.process.kill('SIGTERM')
    await sleep(300)
    server.process.kill('SIGTERM')
    await hasEnded(context, 'at the second signal', AT_ONCE_MS)
    await engineHasEnded(context, engine)
  } finally {
    await endEngine(engine)
  }
}

async function hasEnded({ server, complain }: FaultContext, when: string, limitMs: number): Promise<void> {
  const startedAt = performance.now()
  await Promise.race([server.ended(), sleep(GIVE_UP_MS, undefined, { ref: false })])
  const tookMs = Math.round(performance.now() - startedAt)
  if (tookMs > limitMs) complain(`stopping ${when} took ${tookMs} ms, more than ${limitMs} ms`)
  if (tookMs >= GIVE_UP_MS) server.process.kill('SIGKILL')
  await server.ended()
}

/** One that stands still cannot see the end of its collector, and would keep the next one from its data. */
async function engineHasEnded({ complain }: FaultContext, engine: number): Promise<void> {
  await until('the database ended', () => !isAlive(engine), AT_ONCE_MS).catch(() =>
    complain('the hanging database outlived the collector that was stopped'),
  )
}

async function endEngine(engine: number): Promise<void> {
  signal(engine, 'SIGCONT')
  await until('the database ended', () => !isAlive(engine), GIVE_UP_MS)
}
