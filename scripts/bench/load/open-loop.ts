import { setTimeout as sleep } from 'node:timers/promises'
import { openRandom, type Random } from '../../demo/random.ts'
import { type Connection, openConnection } from './connection.ts'
import { type LatencySummary, openLatencies } from './latencies.ts'
import { type LoadResult, openTally } from './tally.ts'

export interface OpenLoop {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  readonly requestsPerSecond: number
  readonly nextRequest: () => Buffer
  readonly eventsPerRequest: number
}

export interface OpenLoopResult extends LoadResult {
  /** How late requests were sent, ms: what of the latency is the generator's own, or no connection was free. */
  readonly lateMs: LatencySummary
}

/** How long the last answers may take after the last request was due, ms. */
const GRACE_MS = 30_000
const TICK_MS = 1
const SEED = 47

/**
 * Sends at a fixed mean rate, as independent people do (Poisson), whether or not the server keeps up. Latency counts
 * from the moment a request was due: a stall that keeps requests from being sent is not left out of the figures.
 */
export async function runOpenLoop(loop: OpenLoop): Promise<OpenLoopResult> {
  const tally = openTally(loop.eventsPerRequest)
  const late = openLatencies()
  const random = openRandom(SEED)
  const dueAtOf = new Map<Connection, number>()
  /** Due times of requests that wait for a free connection, oldest first. */
  const overdue: number[] = []
  let failure: Error | undefined
  const free = await Promise.all(
    Array.from({ length: loop.connections }, () =>
      openConnection(loop.port, {
        onAnswer(connection, answer) {
          tally.add(answer, performance.now() - (dueAtOf.get(connection) ?? 0))
          dueAtOf.delete(connection)
          free.push(connection)
          sendOverdue()
        },
        onFailure(error) {
          failure ??= error
        },
      }),
    ),
  )
  const connections = [...free]

  function sendOverdue(): void {
    while (overdue.length > 0) {
      // First in, first out: every connection is used, so none idles until the server closes it.
      const connection = free.shift()
      if (connection === undefined) return
      const dueAt = overdue.shift() ?? 0
      dueAtOf.set(connection, dueAt)
      connection.send(loop.nextRequest())
      late.add(performance.now() - dueAt)
    }
  }

  const startedAt = performance.now()
  const endsAt = startedAt + loop.seconds * 1_000
  try {
    let nextDueAt = startedAt
    while (failure === undefined) {
      const now = performance.now()
      for (; nextDueAt <= now && nextDueAt < endsAt; nextDueAt += gapMs(random, loop.requestsPerSecond)) {
        overdue.push(nextDueAt)
      }
      sendOverdue()
      if (nextDueAt >= endsAt && overdue.length === 0 && dueAtOf.size === 0) break
      if (now > endsAt + GRACE_MS) throw new Error('The server left requests without an answer')
      await sleep(TICK_MS)
    }
    if (failure !== undefined) throw failure
    return { ...tally.result((performance.now() - startedAt) / 1_000), lateMs: late.summary() }
  } finally {
    for (const connection of connections) connection.close()
  }
}

/** Time to the next arrival of a Poisson process, ms. */
function gapMs(random: Random, perSecond: number): number {
  return (-Math.log(1 - random.next()) * 1_000) / perSecond
}
