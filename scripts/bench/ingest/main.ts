import { setTimeout as sleep } from 'node:timers/promises'
import { type LoadGenerator, startLoadGenerator } from '../load/generator.ts'
import { startHanki } from '../server/hanki.ts'
import { openStoredCheck } from '../server/stored-check.ts'
import { EVENTS_PER_REQUEST } from '../traffic/requests.ts'
import { probeFsync } from './fsync-probe.ts'
import { type LatencyResult, measureLatency } from './latency.ts'
import { type BenchOptions, parseOptions } from './options.ts'
import { describeMachine, type Report, toText } from './report.ts'
import { measureRest } from './rest.ts'
import { type Round, runRound, type Target } from './rounds.ts'
import { startBaseline } from './servers/baseline.ts'

/**
 * `npm run bench:ingest`: how many durable events per second Hanki takes, beside the bare HTTP server and the bare
 * framework, and how long an event waits to be acknowledged. Fails when a single acknowledged event is not stored.
 */
const WARM_UP_SECONDS = 3
/** A slow server has to be warmed up for longer: what makes code fast is how often it ran, not for how long. */
const WARM_UP_REQUESTS = { single: 20_000, array: 300 }
const LONGEST_WARM_UP_LOADS = 8
/** Between rounds, so that one server's last work does not burden the next one, ms. */
const PAUSE_MS = 300
/** How long a round finds out what full load is, before latencies at half of it. */
const FULL_LOAD_SECONDS = 3
/** An array of 100 is work enough for a connection. */
const ARRAY_CONNECTIONS_SHARE = 0.25

const closers: (() => Promise<void>)[] = []
let ending: Promise<never> | undefined
process.once('SIGINT', () => void end(130)).once('SIGTERM', () => void end(143))

try {
  const options = parseOptions(process.argv.slice(2))
  const report = await bench(options)
  console.log(options.json ? JSON.stringify(report) : toText(report))
  await end(0)
} catch (error) {
  // What breaks while everything is being ended is no news.
  if (ending === undefined) console.error(error instanceof Error ? error.message : error)
  await end(1)
}

async function bench(options: BenchOptions): Promise<Report> {
  const fsyncMs = probeFsync(options.parentDirectory)
  const load = startLoadGenerator()
  closers.push(load.stop)
  const targets = await startTargets(options)
  const rounds: Round[] = []
  for (const shape of ['single', 'array'] as const) {
    if (!options.skip.includes(shape)) rounds.push(...(await runRounds(targets, load, options, shape)))
  }
  const hanki = targets.find(target => target.storing !== undefined)
  const isLatencyWanted = hanki !== undefined && !options.skip.includes('latency')
  const latency = isLatencyWanted ? await measureLatencies(hanki, load, options) : []
  const isRestWanted = hanki !== undefined && !options.skip.includes('rest')
  if (isRestWanted) say('Watching Hanki do nothing …')
  return {
    machine: describeMachine(),
    fsyncMs,
    rounds,
    latency,
    ...(isRestWanted ? { rest: await measureRest(hanki.pid, options.restSeconds) } : {}),
    acknowledged: hanki?.storing?.check.acknowledged() ?? 0,
  }
}

async function startTargets({
  only,
  parentDirectory,
  profileDirectory,
}: BenchOptions): Promise<readonly Target[]> {
  const targets: Target[] = []
  for (const name of ['bare', 'hono'] as const) {
    if (!only.includes(name)) continue
    const server = await startBaseline(`bench-${name}`)
    closers.push(server.stop)
    targets.push({ name, pid: server.pid, port: server.port })
  }
  if (only.includes('hanki')) {
    say('Starting Hanki …')
    const hanki = await startHanki({ parentDirectory, profileDirectory })
    closers.push(hanki.stop)
    const { pid, port } = hanki
    targets.push({ name: 'hanki', pid, port, storing: { hanki, check: openStoredCheck(hanki) } })
  }
  return targets
}

/** Interleaved, so that whatever else this machine does hits all servers alike. */
async function runRounds(
  targets: readonly Target[],
  load: LoadGenerator,
  { rounds, seconds, connections: all }: BenchOptions,
  shape: Round['shape'],
): Promise<readonly Round[]> {
  const connections = shape === 'single' ? all : Math.max(1, Math.round(all * ARRAY_CONNECTIONS_SHARE))
  for (const target of targets) {
    say(`Warming up: ${target.name}, ${EVENTS_PER_REQUEST[shape]} per request …`)
    let requests = 0
    for (let loads = 0; loads < LONGEST_WARM_UP_LOADS && requests < WARM_UP_REQUESTS[shape]; loads++) {
      const { load: sent } = await runRound(target, load, { shape, connections, seconds: WARM_UP_SECONDS })
      requests += sent.requests
    }
  }
  const results: Round[] = []
  for (let round = 1; round <= rounds; round++) {
    for (const target of targets) {
      await sleep(PAUSE_MS)
      const result = await runRound(target, load, { shape, connections, seconds })
      results.push(result)
      say(
        `Round ${round} of ${rounds}: ${target.name}, ${EVENTS_PER_REQUEST[shape]} per request: ${Math.round(result.eventsPerSecond)} events/s`,
      )
    }
  }
  return results
}

/**
 * Quiet and under heavy queries in turns, for the same reason; both on a table that is filled. What half load is, is measured
 * anew before each turn: a machine that others slow down meanwhile would be measured at more than half.
 */
async function measureLatencies(
  target: Target,
  load: LoadGenerator,
  options: BenchOptions,
): Promise<readonly LatencyResult[]> {
  const { connections, latencyConnections, latencyRounds, events, queries, rowsPerAnswer } = options
  while ((target.storing?.check.acknowledged() ?? events) < events) {
    say(`Filling: ${target.storing?.check.acknowledged()} of ${events} events …`)
    await runRound(target, load, { shape: 'array', connections: 8, seconds: 5 })
  }
  const results: LatencyResult[] = []
  for (let round = 1; round <= latencyRounds; round++) {
    await sleep(PAUSE_MS)
    const full = await runRound(target, load, { shape: 'single', connections, seconds: FULL_LOAD_SECONDS })
    const requestsPerSecond = full.eventsPerSecond / 2
    for (const asked of [0, queries]) {
      await sleep(PAUSE_MS)
      const result = await measureLatency(target, load, {
        requestsPerSecond,
        connections: latencyConnections,
        seconds: options.latencySeconds,
        rowsPerAnswer,
        queries: asked,
      })
      results.push(result)
      say(
        `Round ${round} of ${latencyRounds}: ${Math.round(requestsPerSecond)} requests/s, ${asked} heavy queries: p99 ${result.load.latencyMs.p99.toFixed(2)} ms`,
      )
    }
  }
  return results
}

function say(text: string): void {
  console.error(text)
}

/** Ends everything that was started, in reverse order, and then this program; once, whoever asks again. */
function end(code: number): Promise<never> {
  ending ??= closeAll().then(() => process.exit(code))
  return ending
}

async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) {
    await close().catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
  }
}
