import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { engineOf, signal } from './processes.ts'

/** How long a start may take, tries of it included, ms. */
export const START_TIMEOUT_MS = 90_000
/** Pause of a supervisor, such as systemd or Docker, before it starts again what ended, ms. */
const RESTART_PAUSE_MS = 200
/** A collector that ends at its start more often than this refuses for good. */
const MOST_FAILED_STARTS = 5
/** How long an end in order may take before it is forced, ms; what a fault expects is the fault's own. */
const STOP_TIMEOUT_MS = 45_000
/** Last output that is kept, characters. */
const OUTPUT_CHARACTERS = 40_000

/** The process of a collector, over all its starts. */
export interface CollectorProcess {
  /** The process of the latest start. Throws before the first. */
  child(): ChildProcess
  /** What the latest start has printed, its end. */
  output(): string
  /** Begins a start and does not wait for its end. Throws once it is closed. */
  spawn(): void
  /** Starts until it runs, again and again as a supervisor would; returns how many starts failed. */
  start(): Promise<number>
  /** SIGKILL; settles when it has ended. Its database ends by itself a little later. */
  kill(): Promise<void>
  /** Settles when it has ended. */
  ended(): Promise<void>
  /** Process id of its database now; undefined when there is none. */
  findEngine(): number | undefined
  /** Kills it and its last known database without waiting. */
  abandon(): void
  /** Ends it in order, by force if need be; it cannot be started again. */
  close(): Promise<void>
}

/** Prepares the process of a collector that is called with these words and this environment. */
export function openCollectorProcess(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CollectorProcess {
  let latest: ChildProcess | undefined
  let engine: number | undefined
  let output = ''
  let isClosed = false

  function child(): ChildProcess {
    if (latest === undefined) throw new Error('The collector was never started')
    return latest
  }

  function begin(): void {
    // A fault that was given up may still be at work.
    if (isClosed) throw new Error('The server is closed')
    const started = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    output = ''
    const keep = (text: string): void => {
      output = (output + text).slice(-OUTPUT_CHARACTERS)
    }
    started.stdout.setEncoding('utf8').on('data', keep)
    started.stderr.setEncoding('utf8').on('data', keep)
    latest = started
  }

  const hasEnded = (): boolean => child().exitCode !== null || child().signalCode !== null

  async function ended(): Promise<void> {
    if (!hasEnded()) await once(child(), 'exit')
  }

  function findEngine(): number | undefined {
    const { pid } = child()
    const found = pid === undefined || hasEnded() ? undefined : engineOf(pid)
    engine = found ?? engine
    return found
  }

  function abandon(): void {
    latest?.kill('SIGKILL')
    signal(engine, 'SIGKILL')
  }

  return {
    child,
    output: () => output,
    spawn: begin,
    ended,
    findEngine,
    abandon,

    async start() {
      const deadline = performance.now() + START_TIMEOUT_MS
      if (latest === undefined || hasEnded()) begin()
      for (let failed = 0; ; failed++) {
        while (!hasEnded()) {
          if (/Hanki is running at/.test(output)) return failed
          if (performance.now() > deadline) throw new Error(`The collector did not start:\n${output}`)
          await sleep(20)
        }
        if (failed === MOST_FAILED_STARTS) throw new Error(`The collector refuses to start:\n${output}`)
        await sleep(RESTART_PAUSE_MS)
        begin()
      }
    },

    async kill() {
      findEngine()
      child().kill('SIGKILL')
      await ended()
    },

    async close() {
      isClosed = true
      if (latest === undefined) return
      // A database that stands still could neither end nor be told to.
      signal(findEngine(), 'SIGCONT')
      latest.kill('SIGTERM')
      await Promise.race([ended(), sleep(STOP_TIMEOUT_MS, undefined, { ref: false })])
      abandon()
      await ended()
    },
  }
}
