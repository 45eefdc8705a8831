import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SiteStatusBody } from '../../collector/http/contract.ts'
import { MEMORY } from '../support/memory.ts'
import { callApi, createOwner, OWNER, type TestServer } from '../support/server.ts'
import { type CollectorProcess, openCollectorProcess, START_TIMEOUT_MS } from './collector-process.ts'
import { until } from './processes.ts'
import { SITE } from './sender.ts'
import { mountVolume, type Volume } from './volumes.ts'

const PROGRAM = join(import.meta.dirname, '../../dist/collector/main.js')
const CLOCK = join(import.meta.dirname, '../../test/crash/shifted-clock.mjs')

/** Time zone of the site. */
export const TIMEZONE = 'Europe/Helsinki'

const STATUS_TIMEOUT_MS = 5_000

export interface CrashServerOptions {
  /** Small file systems, by their directory below the data directory, with their size in bytes. */
  readonly volumes?: Readonly<Record<string, number>>
  /** True to have a clock that can be set. */
  readonly hasClock?: boolean
}

/** A real collector that is made to crash: always on the same port and data, whatever happens to its process. */
export interface CrashServer
  extends TestServer,
    Pick<CollectorProcess, 'spawn' | 'start' | 'kill' | 'ended'> {
  readonly volumes: Readonly<Record<string, Volume>>
  /** Process id of the database now. Throws when there is none. */
  engine(): number
  /** Waits for a database other than `old` that answers, and returns its process id. */
  newEngine(old: number, timeoutMs: number): Promise<number>
  /** Moves the clock of the collector to this many seconds after the real one. */
  setClock(seconds: number): void
  /** What the collector says of its site and its journal; undefined while it cannot tell. */
  status(): Promise<SiteStatusBody | undefined>
}

/** Starts a server with an owner and one site, on a data directory of its own. */
export async function openCrashServer(options: CrashServerOptions = {}): Promise<CrashServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'hanki-crash-'))
  const dayKeysFile = join(MEMORY, `${basename(dataDirectory)}.keys`)
  const clockFile = `${dataDirectory}.clock`
  const port = await freePort()
  const volumes: Record<string, Volume> = {}
  const words = [...(options.hasClock ? ['--import', CLOCK] : []), PROGRAM]
  const collector = openCollectorProcess(words, {
    PATH: process.env['PATH'],
    HANKI_DATA: dataDirectory,
    HANKI_PORT: String(port),
    HANKI_DAY_KEYS: dayKeysFile,
    TEST_CLOCK_FILE: clockFile,
  })
  let cookie = ''

  const { spawn, start, kill, ended, output } = collector
  const server: CrashServer = {
    address: `http://127.0.0.1:${port}`,
    dataDirectory,
    dayKeysFile,
    volumes,
    get setupToken() {
      return /\/setup#(\S+)/.exec(output())?.[1] ?? ''
    },
    get process() {
      return collector.child()
    },
    spawn,
    start,
    kill,
    ended,
    output,

    engine() {
      const found = collector.findEngine()
      if (found === undefined) throw new Error(`There is no database:\n${output()}`)
      return found
    },

    async newEngine(old, timeoutMs) {
      const isThere = async (): Promise<boolean> => {
        const found = collector.findEngine()
        return found !== undefined && found !== old && (await isReady(server.address))
      }
      await until('a new database answers', isThere, timeoutMs)
      return server.engine()
    },

    setClock: seconds => writeFileSync(clockFile, String(seconds)),

    async status() {
      try {
        // A request that met a crash may never be answered.
        return await Promise.race([askStatus(), sleep(STATUS_TIMEOUT_MS, undefined, { ref: false })])
      } catch {
        return undefined
      }
    },

    async stop() {
      await collector.close()
      process.off('exit', abandon)
    },

    remove() {
      for (const volume of Object.values(volumes)) volume.unmount()
      for (const path of [dataDirectory, dayKeysFile, clockFile]) {
        rmSync(path, { recursive: true, force: true, maxRetries: 5 })
      }
    },
  }

  async function askStatus(): Promise<SiteStatusBody | undefined> {
    const path = `/api/sites/${SITE}/status`
    let answer = await callApi(server, cookie, path)
    if (answer.status === 401) {
      // A session ends when the clock leaps over its end.
      cookie = await signIn(server)
      answer = await callApi(server, cookie, path)
    }
    return answer.status === 200 ? ((await answer.json()) as SiteStatusBody) : undefined
  }

  /** Leaves nothing behind when the process that tests ends in the middle of it. */
  function abandon(): void {
    collector.abandon()
    server.remove()
  }

  process.once('exit', abandon)
  try {
    server.setClock(0)
    for (const [name, bytes] of Object.entries(options.volumes ?? {})) {
      volumes[name] = mountVolume(join(dataDirectory, name), bytes)
    }
    await start()
    await until('a set-up link is printed', () => server.setupToken !== '', START_TIMEOUT_MS)
    cookie = await createOwner(server)
    const added = await callApi(server, cookie, '/api/sites', { domain: SITE, timezone: TIMEZONE })
    if (added.status !== 201) throw new Error(`The site was answered with ${added.status}`)
    return server
  } catch (error) {
    await server.stop()
    server.remove()
    throw error
  }
}

async function signIn(server: CrashServer): Promise<string> {
  const answer = await callApi(server, '', '/api/session', OWNER)
  if (answer.status !== 201) throw new Error(`Signing in was answered with ${answer.status}`)
  return (answer.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? ''
}

async function isReady(address: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(STATUS_TIMEOUT_MS)
    return (await fetch(`${address}/api/health/ready`, { signal })).ok
  } catch {
    return false
  }
}

/** A port that was free a moment ago; it stays the server's over its restarts, so that clients find it again. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address()
      probe.close(() => {
        if (typeof bound === 'object' && bound !== null) resolve(bound.port)
        else reject(new Error('No port is free'))
      })
    })
  })
}
