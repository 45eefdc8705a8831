import { buildRequests, EVENTS_PER_REQUEST, type Shape } from '../traffic/requests.ts'
import { runClosedLoop } from './closed-loop.ts'
import { runOpenLoop } from './open-loop.ts'
import type { LoadOrder, LoadReport } from './order.ts'
import type { LoadResult } from './tally.ts'

/** The load generator's own process: carries out one order after another; ends when its parent is gone. */
const pools = new Map<Shape, readonly Buffer[]>()
const positions = new Map<Shape, number>()

process.on('disconnect', () => process.exit(0))
process.on('message', async (order: LoadOrder) => {
  process.send?.(await carryOut(order))
})

async function carryOut(order: LoadOrder): Promise<LoadReport> {
  try {
    return { ok: true, result: await run(order) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}

function run({ shape, requestsPerSecond, ...order }: LoadOrder): Promise<LoadResult> {
  const loop = { ...order, nextRequest: requestsOf(shape), eventsPerRequest: EVENTS_PER_REQUEST[shape] }
  return requestsPerSecond === undefined ? runClosedLoop(loop) : runOpenLoop({ ...loop, requestsPerSecond })
}

/** Goes round the prepared requests, from where the last order has stopped. */
function requestsOf(shape: Shape): () => Buffer {
  const pool = pools.get(shape) ?? buildRequests(shape)
  pools.set(shape, pool)
  return () => {
    const position = positions.get(shape) ?? 0
    positions.set(shape, (position + 1) % pool.length)
    return pool[position] ?? Buffer.alloc(0)
  }
}
