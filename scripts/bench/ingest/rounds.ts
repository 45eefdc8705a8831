import type { LoadGenerator } from '../load/generator.ts'
import type { LoadResult } from '../load/tally.ts'
import { type ProcessUsage, processUsage } from '../process-usage.ts'
import type { HankiServer } from '../server/hanki.ts'
import type { StoredCheck } from '../server/stored-check.ts'
import type { Shape } from '../traffic/requests.ts'

export const SERVERS = ['bare', 'hono', 'hanki'] as const
export type ServerName = (typeof SERVERS)[number]

/** A server under load. */
export interface Target {
  readonly name: ServerName
  readonly pid: number
  readonly port: number
  /** Only Hanki stores what it takes. */
  readonly storing?: { readonly hanki: HankiServer; readonly check: StoredCheck }
}

/** One load on one server. */
export interface Round {
  readonly server: ServerName
  readonly shape: Shape
  readonly load: LoadResult
  readonly eventsPerSecond: number
  /** Until the last event is in the database; only of Hanki. */
  readonly storedEventsPerSecond: number | undefined
  /** CPU used per acknowledged event, µs; for Hanki until everything is stored. */
  readonly cpuMicroseconds: Usages
  readonly memoryBytes: Usages
}

/** Figures by process; undefined where the system does not tell. */
export interface Usages {
  readonly server: number | undefined
  readonly engine: number | undefined
  readonly load: number | undefined
}

export interface RoundOptions {
  readonly shape: Shape
  readonly connections: number
  readonly seconds: number
}

/** Loads a server for some seconds; Hanki's round ends when everything is stored and has been counted. */
export async function runRound(target: Target, load: LoadGenerator, options: RoundOptions): Promise<Round> {
  const pids = { server: target.pid, engine: target.storing?.hanki.enginePid, load: load.pid }
  const before = usages(pids)
  const startedAt = performance.now()
  const result = await load.saturate({ port: target.port, ...options })
  const events = result.acknowledgedEvents
  if (result.refusedEvents > 0) {
    throw new Error(
      `${target.name} did not take ${result.refusedEvents} events; answers by status: ${JSON.stringify(result.statuses)}`,
    )
  }
  let storedEventsPerSecond: number | undefined
  if (target.storing !== undefined) {
    target.storing.check.acknowledge(events)
    await target.storing.hanki.untilStored()
    storedEventsPerSecond = (events / (performance.now() - startedAt)) * 1_000
  }
  const after = usages(pids)
  await target.storing?.check.verify()
  return {
    server: target.name,
    shape: options.shape,
    load: result,
    eventsPerSecond: events / result.seconds,
    storedEventsPerSecond,
    cpuMicroseconds: {
      server: cpuPerEvent(before.server, after.server, events),
      engine: cpuPerEvent(before.engine, after.engine, events),
      load: cpuPerEvent(before.load, after.load, events),
    },
    memoryBytes: {
      server: after.server?.memoryBytes,
      engine: after.engine?.memoryBytes,
      load: after.load?.memoryBytes,
    },
  }
}

type Pids = Readonly<Record<keyof Usages, number | undefined>>

function usages({ server, engine, load }: Pids): Readonly<Record<keyof Usages, ProcessUsage | undefined>> {
  return { server: processUsage(server), engine: processUsage(engine), load: processUsage(load) }
}

function cpuPerEvent(
  before: ProcessUsage | undefined,
  after: ProcessUsage | undefined,
  events: number,
): number | undefined {
  if (before === undefined || after === undefined) return undefined
  return ((after.cpuSeconds - before.cpuSeconds) / events) * 1_000_000
}
