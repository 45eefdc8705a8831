import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockDataDirectory } from '../data-lock.ts'
import { checkEngineHost } from './check-host.ts'
import { engineConfigXml, engineUsersXml } from './config-files.ts'
import { removeConnection, writeConnection } from './connection-file.ts'
import { diagnoseCrash, diagnoseStart } from './diagnose.ts'
import { EngineError } from './engine-error.ts'

export interface EmbeddedOptions {
  /** Directory of all of Hanki's data; the engine's part is below it. */
  readonly dataDirectory: string
  /** JavaScript file of the engine's process (built from program.ts). */
  readonly program: string
  /** Ceiling of the engine's memory in bytes. */
  readonly maxMemoryBytes: number
  /** Told of crashes and restarts. */
  readonly onRestart?: (error: EngineError, restarts: number) => void
}

/** A running engine child; restarted with back-off on the same port when it dies. */
export interface EmbeddedEngine {
  readonly port: number
  readonly password: string
  /** Process id of the child now, for tests and diagnosis. */
  pid(): number | undefined
  restarts(): number
  close(): Promise<void>
}

const READY_TIMEOUT_MS = 60_000
const FIRST_BACK_OFF_MS = 250
const LONGEST_BACK_OFF_MS = 15_000
/** A child that lived this long is healthy again: the next restart is quick. */
const HEALTHY_AFTER_MS = 60_000
const LAST_WORDS_CHARACTERS = 4_000

/** Starts a supervised engine. Throws `EngineError` or `DataDirectoryError` with what to do when the first start fails. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedEngine> {
  checkEngineHost()
  const directory = join(options.dataDirectory, 'engine')
  // Before any file is written: a running engine follows its configuration, password included.
  const unlock = lockDataDirectory(directory)
  try {
    return await startLocked(options, directory, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function startLocked(
  options: EmbeddedOptions,
  directory: string,
  unlock: () => void,
): Promise<EmbeddedEngine> {
  const files = prepareFiles(directory, options.maxMemoryBytes)
  const port = await freePort()
  const start = (): Promise<ChildProcess> =>
    startChild(options.program, [files.config, files.data, String(port)], port)

  let child = await start()
  writeConnection(options.dataDirectory, { port, password: files.password })
  let closing = false
  let restarts = 0
  const supervise = async (): Promise<void> => {
    let backOffMs = FIRST_BACK_OFF_MS
    for (;;) {
      const startedAt = Date.now()
      const error = await childEnd(child)
      if (closing) return
      restarts++
      options.onRestart?.(error, restarts)
      if (Date.now() - startedAt > HEALTHY_AFTER_MS) backOffMs = FIRST_BACK_OFF_MS
      for (;;) {
        await sleep(backOffMs)
        if (closing) return
        backOffMs = Math.min(backOffMs * 2, LONGEST_BACK_OFF_MS)
        const next = await start().catch((failure: unknown) => {
          options.onRestart?.(asEngineError(failure), restarts)
          return undefined
        })
        if (next === undefined) continue
        child = next
        break
      }
      if (closing) {
        await endChild(child)
        return
      }
    }
  }
  const supervised = supervise()

  return {
    port,
    password: files.password,
    pid: () => child.pid,
    restarts: () => restarts,
    async close() {
      closing = true
      removeConnection(options.dataDirectory)
      await endChild(child)
      await supervised
      unlock()
    },
  }
}

function prepareFiles(directory: string, maxMemoryBytes: number) {
  const data = join(directory, 'data')
  const tmp = join(directory, 'tmp')
  for (const path of [directory, data, tmp]) mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(directory, 0o700)
  const password = randomBytes(24).toString('base64url')
  const config = join(directory, 'config.xml')
  const users = join(directory, 'users.xml')
  writeFileSync(users, engineUsersXml(password), { mode: 0o600 })
  writeFileSync(config, engineConfigXml({ maxMemoryBytes }, users, `${tmp}/`), { mode: 0o600 })
  return { data, config, password }
}

/** A port that was free a moment ago; binding it is the engine's. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new EngineError('port', 'No free port was found on 127.0.0.1.'))
      })
    })
  })
}

async function startChild(program: string, args: readonly string[], port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
    // Its own group: Ctrl-C in a terminal must reach the collector first, which then flushes and ends the engine.
    detached: true,
  })
  child.stdin?.on('error', () => undefined)
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords.set(child, ((lastWords.get(child) ?? '') + text).slice(-LAST_WORDS_CHARACTERS))
  })
  const ended = childEnd(child)
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < deadline) {
    const failure = await Promise.race([ended, sleep(25)])
    if (failure instanceof EngineError) throw failure
    if (await answersPing(port)) {
      answered.add(child)
      return child
    }
  }
  await endChild(child)
  throw new EngineError('failed', `The database did not answer within ${READY_TIMEOUT_MS / 1000} seconds.`)
}

const lastWords = new WeakMap<ChildProcess, string>()
/** Children that have run: what ends them is a crash, not a failed start. */
const answered = new WeakSet<ChildProcess>()
const ends = new WeakMap<ChildProcess, Promise<EngineError>>()

/** Settles with the reason when the child is gone. */
function childEnd(child: ChildProcess): Promise<EngineError> {
  const known = ends.get(child)
  if (known !== undefined) return known
  const end = new Promise<EngineError>(resolve => {
    child.once('error', error => resolve(diagnoseStart(error.message, null)))
    child.once('close', (_code, signal) => {
      const diagnose = answered.has(child) ? diagnoseCrash : diagnoseStart
      resolve(diagnose(lastWords.get(child) ?? '', signal))
    })
  })
  ends.set(child, end)
  return end
}

/** SIGTERM ends the child at once; everything acknowledged is on disk already. */
async function endChild(child: ChildProcess): Promise<void> {
  const end = childEnd(child)
  child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await end
  clearTimeout(killer)
}

async function answersPing(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/ping`, { signal: AbortSignal.timeout(1_000) })
    return answer.ok
  } catch {
    return false
  }
}

function asEngineError(failure: unknown): EngineError {
  if (failure instanceof EngineError) return failure
  return new EngineError('failed', 'The database did not start.', { cause: failure })
}
