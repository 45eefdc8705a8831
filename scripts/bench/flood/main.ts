import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startLoadGenerator } from '../load/generator.ts'
import type { OpenLoopResult } from '../load/open-loop.ts'
import { startHanki } from '../server/hanki.ts'
import { startProgram } from '../start-program.ts'
import { FLOODED_SITE, type FloodOrder, type FloodResult, type SlowOrder } from './flood.ts'

/**
 * `npm run bench:flood`: calm sites receive 100 requests a second, alone and while one network floods another site, first
 * over its own connections, one request at a time and pipelined, then through a trusted proxy; and while a thousand clients
 * each send a byte a second of a request that never ends. Prints the calm sites' p95 and p99 beside each other, in turns, and fails when a calm event is not taken or not stored. `--seconds`, `--rounds`, `--rate`, `--flood-rate`, `--json`.
 */
const CALM_CONNECTIONS = 32
const FLOOD_CONNECTIONS = 200
/** Between rounds, so that what a flood has left behind does not burden the next one, ms. */
const SETTLE_MS = 2_000
const PROXY = '127.0.0.1'
const STRANGER = '127.0.0.66'
const FLOODER = '203.0.113.7'
const SLOW_CLIENTS = 1_000
const PLACES = ['alone', 'slow clients', 'own connections', 'pipelined', 'through a proxy'] as const
type Place = (typeof PLACES)[number]

interface Round {
  readonly place: Place
  readonly calm: OpenLoopResult
  readonly flood: FloodResult | undefined
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    rate: { type: 'string', default: '100' },
    'flood-rate': { type: 'string', default: '50000' },
    json: { type: 'boolean', default: false },
  },
})
const [seconds = 15, roundCount = 3, rate = 100, floodRate = 50_000] = [
  values.seconds,
  values.rounds,
  values.rate,
  values['flood-rate'],
].map(positive)

const hanki = await startHanki({
  parentDirectory: tmpdir(),
  profileDirectory: undefined,
  moreSites: [FLOODED_SITE],
  env: { HANKI_TRUSTED_PROXIES: `${PROXY}/32` },
})
const load = startLoadGenerator()
const flooder = startProgram('bench-flood-load')
try {
  const rounds: Round[] = []
  await runRound('alone')
  for (let round = 0; round < roundCount; round++) {
    for (const place of PLACES) {
      const result = await runRound(place)
      rounds.push(result)
      console.error(`Round ${round + 1} of ${roundCount}, ${place}: p99 ${result.calm.latencyMs.p99} ms`)
    }
  }
  console.log(values.json ? JSON.stringify(summary(rounds)) : toText(rounds))
  const lost = rounds.reduce((sum, { calm }) => sum + calm.refusedEvents, 0)
  if (lost > 0) throw new Error(`${lost} events of calm sites were not taken`)
  await hanki.untilStored()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  const ended = once(flooder.process, 'exit')
  flooder.process.disconnect()
  await ended
  await load.stop()
  await hanki.stop()
}

async function runRound(place: Place): Promise<Round> {
  const flooding = place === 'alone' ? undefined : flood(place)
  const order = { port: hanki.port, shape: 'single', connections: CALM_CONNECTIONS, seconds } as const
  const calm = (await load.sendAtRate({ ...order, requestsPerSecond: rate })) as OpenLoopResult
  const result = { place, calm, flood: await flooding }
  await sleep(SETTLE_MS)
  return result
}

async function flood(place: Place): Promise<FloodResult> {
  const done = flooder.nextMessage()
  flooder.process.send(place === 'slow clients' ? slowOrder() : floodOrder(place))
  return (await done) as FloodResult
}

function slowOrder(): SlowOrder {
  return { port: hanki.port, localAddress: STRANGER, slowClients: SLOW_CLIENTS, seconds: seconds + 1 }
}

function floodOrder(place: Place): FloodOrder {
  const isDirect = place !== 'through a proxy'
  return {
    port: hanki.port,
    localAddress: isDirect ? STRANGER : PROXY,
    forwardedFor: isDirect ? undefined : FLOODER,
    connections: FLOOD_CONNECTIONS,
    requestsPerSecond: floodRate,
    seconds: seconds + 1,
    isPipelined: place === 'pipelined',
  }
}

function summary(rounds: readonly Round[]) {
  const alone = median(rounds, 'alone')
  return PLACES.map(place => {
    const floods = rounds.flatMap(round => (round.place === place && round.flood ? [round.flood] : []))
    return {
      place,
      p50Ms: median(rounds, place, 'p50'),
      p95Ms: median(rounds, place, 'p95'),
      p99Ms: median(rounds, place),
      p95Ratio: median(rounds, place, 'p95') / median(rounds, 'alone', 'p95'),
      ratio: median(rounds, place) / alone,
      offered: floods.reduce((sum, { offered }) => sum + offered, 0),
      written: floods.reduce((sum, { written }) => sum + written, 0),
      statuses: floods.map(({ statuses }) => statuses),
    }
  })
}

function toText(rounds: readonly Round[]): string {
  return summary(rounds)
    .map(
      ({ place, p50Ms, p95Ms, p99Ms, p95Ratio, ratio, offered, written, statuses }) =>
        `${place.padEnd(16)} p50 ${p50Ms.toFixed(1)} ms  p95 ${p95Ms.toFixed(1)} ms ${p95Ratio.toFixed(2)} ×` +
        `  p99 ${p99Ms.toFixed(1)} ms ${ratio.toFixed(2)} ×` +
        (offered > 0
          ? `  flood: ${offered} offered, ${written} sent, answered ${JSON.stringify(statuses)}`
          : ''),
    )
    .join('\n')
}

function median(rounds: readonly Round[], place: Place, what: 'p50' | 'p95' | 'p99' = 'p99'): number {
  const sorted = rounds
    .filter(round => round.place === place)
    .map(({ calm }) => calm.latencyMs[what])
    .sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function positive(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new Error(`"${text}" must be a number above 0`)
  return value
}
