import { type Answer, acknowledged } from './answer.ts'
import { type LatencySummary, openLatencies } from './latencies.ts'

/** What a load was answered. */
export interface LoadResult {
  /** From the first request to the last answer. */
  readonly seconds: number
  readonly requests: number
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>
  /** Events that were acknowledged as taken, and those that were not. */
  readonly acknowledgedEvents: number
  readonly refusedEvents: number
  /** Of acknowledged requests. */
  readonly latencyMs: LatencySummary
}

/** Counts answers while a load runs. */
export interface Tally {
  add(answer: Answer, latencyMs: number): void
  result(seconds: number): LoadResult
}

export function openTally(eventsPerRequest: number): Tally {
  const latencies = openLatencies()
  const statuses: Record<string, number> = {}
  let requests = 0
  let acknowledgedEvents = 0

  return {
    add(answer, latencyMs) {
      requests++
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      const events = acknowledged(answer, eventsPerRequest)
      acknowledgedEvents += events
      if (events > 0) latencies.add(latencyMs)
    },
    result: seconds => ({
      seconds,
      requests,
      statuses,
      acknowledgedEvents,
      refusedEvents: requests * eventsPerRequest - acknowledgedEvents,
      latencyMs: latencies.summary(),
    }),
  }
}
