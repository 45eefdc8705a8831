import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConnection } from '../../../collector/storage/engine/connection-file.ts'
import { childOf } from '../process-usage.ts'
import { BENCH_SITES } from '../traffic/sites.ts'
import { nodeFlags } from './node-flags.ts'
import { openOwnerSession } from './owner-session.ts'

const START_TIMEOUT_MS = 60_000
/** How often the journal is asked whether it is empty, ms. */
const POLL_MS = 50
/** The journal counts as stuck when it did not get shorter for this long, ms. */
const STUCK_MS = 60_000

/** Hanki itself, with the sites of the bench, on a data directory that is thrown away. */
export interface HankiServer {
  readonly pid: number
  readonly enginePid: number | undefined
  readonly port: number
  /** Asks `POST /api/v2/query` as the owner; the answer's status. */
  ask(question: object): Promise<number>
  /** Settles when every accepted event is stored. Rejects when the journal is stuck. */
  untilStored(): Promise<void>
  /** Rows of the table of events, and how many different journal positions they have. */
  countStored(): Promise<{ readonly rows: number; readonly positions: number }>
  stop(): Promise<void>
}

export interface HankiServerOptions {
  /** Where the throw-away data directory is made: a disk, since fsync costs nothing in memory. */
  readonly parentDirectory: string
  /** Where the collector leaves a CPU profile when it ends; absent: none. */
  readonly profileDirectory: string | undefined
  /** Domains besides those of the bench. */
  readonly moreSites?: readonly string[]
  /** Settings; without any the limits for networks and sites are out of the way. */
  readonly env?: Readonly<Record<string, string>>
}

const NO_LIMITS = { HANKI_NETWORK_RATE: '1000000', HANKI_SITE_RATE: '1000000' }

/** Starts the built collector as `npm start` does, creates the owner and the sites. */
export async function startHanki(options: HankiServerOptions): Promise<HankiServer> {
  const data = mkdtempSync(join(options.parentDirectory, 'hanki-bench-'))
  const profiling =
    options.profileDirectory === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', options.profileDirectory]
  const child = spawn(
    process.execPath,
    [...nodeFlags(), ...profiling, join(import.meta.dirname, 'main.js')],
    {
      env: {
        PATH: process.env['PATH'],
        HANKI_DATA: data,
        HANKI_DAY_KEYS: 'none',
        HANKI_PORT: '0',
        HANKI_LOG_LEVEL: 'warn',
        ...(options.env ?? NO_LIMITS),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  /** Only the beginning matters; warnings of a long run must not fill the memory. */
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < 10_000) output += text
      else process.stderr.write(text)
    })
  }
  async function stop(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
    rmSync(data, { recursive: true, force: true, maxRetries: 3 })
  }

  try {
    const deadline = Date.now() + START_TIMEOUT_MS
    while (!/\/setup#\S+/.test(output)) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`Hanki did not start:\n${output}`)
      await sleep(20)
    }
    const address = /Hanki is running at (\S+)/.exec(output)?.[1] ?? ''
    const owner = await openOwnerSession(address, /\/setup#(\S+)/.exec(output)?.[1] ?? '')
    for (const { domain, timezone } of BENCH_SITES) await owner.addSite(domain, timezone)
    for (const domain of options.moreSites ?? []) await owner.addSite(domain, 'Europe/Helsinki')
    const pid = child.pid ?? 0

    return {
      pid,
      enginePid: childOf(pid),
      port: Number(new URL(address).port),
      ask: owner.ask,
      async untilStored() {
        let least = Number.POSITIVE_INFINITY
        let shrankAt = Date.now()
        for (;;) {
          const depth = await owner.journalDepth(BENCH_SITES[0]?.domain ?? '')
          if (depth === 0) return
          if (depth < least) {
            least = depth
            shrankAt = Date.now()
          }
          if (Date.now() - shrankAt > STUCK_MS)
            throw new Error(`${depth} events stay in the journal:\n${output}`)
          await sleep(POLL_MS)
        }
      },
      countStored: () => countStored(data),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Asks the engine itself, past everything of ours that could count wrongly. */
async function countStored(dataDirectory: string): Promise<{ rows: number; positions: number }> {
  const connection = readConnection(dataDirectory)
  if (connection === undefined) throw new Error('The engine is not running')
  const answer = await fetch(`http://127.0.0.1:${connection.port}/?database=hanki`, {
    method: 'POST',
    headers: { 'x-clickhouse-user': 'hanki', 'x-clickhouse-key': connection.password },
    body: 'SELECT count(), uniqExact(journal_id, sequence) FROM events FORMAT TSV',
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`The engine cannot count: ${text}`)
  const [rows = 0, positions = 0] = text.trim().split('\t').map(Number)
  return { rows, positions }
}
