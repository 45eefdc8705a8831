import type { LoadGenerator } from '../load/generator.ts'
import type { OpenLoopResult } from '../load/open-loop.ts'
import { type QueryTally, whileAsking } from './heavy-questions.ts'
import type { Target } from './rounds.ts'

/** Latency of acknowledged events at a fixed rate. */
export interface LatencyResult {
  readonly requestsPerSecond: number
  readonly load: OpenLoopResult
  /** Heavy queries that ran meanwhile; absent when none did. */
  readonly queries?: QueryTally
}

export interface LatencyOptions {
  readonly requestsPerSecond: number
  readonly connections: number
  readonly seconds: number
  /** Heavy queries in flight; 0 for none. */
  readonly queries: number
  /** Longest answer of a query, rows. */
  readonly rowsPerAnswer: number
}

/** Sends single events at a fixed rate, checks that every one was taken and is stored. */
export async function measureLatency(
  { port, storing }: Target,
  load: LoadGenerator,
  { queries, rowsPerAnswer, ...order }: LatencyOptions,
): Promise<LatencyResult> {
  if (storing === undefined) throw new Error('Only Hanki makes events durable')
  const send = () => load.sendAtRate({ port, shape: 'single', ...order })
  const { requestsPerSecond } = order
  const outcome =
    queries === 0
      ? { result: await send() }
      : await whileAsking({ inFlight: queries, rowsPerAnswer }, storing.hanki.ask, send)
  const { result } = outcome
  storing.check.acknowledge(result.acknowledgedEvents)
  if (result.refusedEvents > 0) {
    throw new Error(`Events were not taken; answers by status: ${JSON.stringify(result.statuses)}`)
  }
  await storing.check.verify()
  return {
    requestsPerSecond,
    load: result,
    ...('queries' in outcome ? { queries: outcome.queries } : {}),
  }
}
