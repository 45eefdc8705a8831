import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, FaultContext } from '../fault.ts'
import { isAlive, signal, until } from '../processes.ts'

/** What an operator's supervisor waits at least before it kills, ms. */
const STOP_LIMIT_MS = 10_000
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
      const inOrderMs = await stopWhileEngineHangs(context)
      await server.start()

      await pause(200, 600)
      await stopTwiceWhileEngineHangs(context, inOrderMs)
      await server.start()
    }
  },
}

/** Returns how long it took, ms. */
async function stopWhileEngineHangs(context: FaultContext): Promise<number> {
  const { server } = context
  const engine = server.engine()
  signal(engine, 'SIGSTOP')
  try {
    // Long enough for an insert to be caught in the middle.
    await sleep(500)
    server.process.kill('SIGTERM')
    const tookMs = await hasEnded(context, 'while the database hangs', STOP_LIMIT_MS)
    await engineHasEnded(context, engine)
    return tookMs
  } finally {
    await endEngine(engine)
  }
}

/** A second signal ends the process at once, which is far sooner than in order. */
async function stopTwiceWhileEngineHangs(context: FaultContext, inOrderMs: number): Promise<void> {
  const { server } = context
  const engine = server.engine()
  signal(engine, 'SIGSTOP')
  try {
    await sleep(500)
    server.process.kill('SIGTERM')
    await sleep(300)
    server.process.kill('SIGTERM')
    await hasEnded(context, 'at the second signal', Math.round(inOrderMs / 2))
    await engineHasEnded(context, engine)
  } finally {
    await endEngine(engine)
  }
}

/** Returns how long it took, ms. */
async function hasEnded({ server, complain }: FaultContext, when: string, limitMs: number): Promise<number> {
  const startedAt = performance.now()
  await Promise.race([server.ended(), sleep(GIVE_UP_MS, undefined, { ref: false })])
  const tookMs = Math.round(performance.now() - startedAt)
  if (tookMs > limitMs) complain(`stopping ${when} took ${tookMs} ms, more than ${limitMs} ms`)
  if (tookMs >= GIVE_UP_MS) server.process.kill('SIGKILL')
  await server.ended()
  return tookMs
}

/** One that stands still cannot see the end of its collector, and would keep the next one from its data. */
async function engineHasEnded({ complain }: FaultContext, engine: number): Promise<void> {
  await until('the database ended', () => !isAlive(engine), STOP_LIMIT_MS).catch(() =>
    complain('the hanging database outlived the collector that was stopped'),
  )
}

async function endEngine(engine: number): Promise<void> {
  signal(engine, 'SIGCONT')
  await until('the database ended', () => !isAlive(engine), GIVE_UP_MS)
}
