import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { constants } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockDataDirectory } from '../data-lock.ts'
import { checkEngineHost } from './check-host.ts'
import { engineConfigXml, engineUsersXml } from './config-files.ts'
import { removeConnection, writeConnection } from './connection-file.ts'
import { diagnoseCrash, diagnoseStart } from './diagnose.ts'
import { EngineError } from './engine-error.ts'
import { setGroupNiceness } from './group-niceness.ts'
import { endLeftOver, forgetEngine, noteEngine } from './left-over.ts'

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
  /**
   * Lets it come after every other program of the machine, or after none but the collector. It may take more than one
   * call: whoever wants it calls again and again. Of use on Linux outside of containers.
   */
  giveWay(toAll: boolean): void
  close(): Promise<void>
}

const READY_TIMEOUT_MS = 60_000
const FIRST_BACK_OFF_MS = 250
const LONGEST_BACK_OFF_MS = 15_000
/** A child that lived this long is healthy again: the next restart is quick. */
const HEALTHY_AFTER_MS = 60_000
/** A child that was stopped by a signal does not hear SIGTERM. */
const END_GRACE_MS = 1_500
/** Linux refuses to set the niceness of a group again sooner, ms. */
const NICENESS_PAUSE_MS = 100
const LAST_WORDS_CHARACTERS = 4_000

/** Starts a supervised engine. Throws `EngineError` or `DataDirectoryError` with what to do when the first start fails. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedEngine> {
  checkEngineHost()
  const directory = join(options.dataDirectory, 'engine')
  // Before any file is written: a running engine follows its configuration, password included.
  const unlock = await lockDataDirectory(directory)
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
  await endLeftOver(directory)
  const port = await freePort()
  const closing = new AbortController()
  let child: ChildProcess | undefined
  let restarts = 0
  let gaveWay = false
  let triedMs = -Infinity

  async function start(): Promise<void> {
    child = spawnEngine(options.program, [files.config, files.data, String(port)])
    gaveWay = false
    if (child.pid !== undefined) noteEngine(directory, child.pid)
    await untilReady(child, port, closing.signal)
  }

  function giveWay(toAll: boolean): void {
    if (toAll === gaveWay || performance.now() - triedMs < NICENESS_PAUSE_MS) return
    // Not before it answers: on a busy machine it would take minutes to start.
    if (child?.pid === undefined || !answered.has(child)) return
    triedMs = performance.now()
    if (setGroupNiceness(child.pid, toAll ? constants.priority.PRIORITY_LOW : 0)) gaveWay = toAll
  }

  /** Starts it again whenever it ends, until closing. */
  async function supervise(): Promise<void> {
    let backOffMs = FIRST_BACK_OFF_MS
    let startedAt = Date.now()
    while (child !== undefined) {
      const error = await childEnd(child)
      if (closing.signal.aborted) return
      restarts++
      options.onRestart?.(error, restarts)
      if (Date.now() - startedAt > HEALTHY_AFTER_MS) backOffMs = FIRST_BACK_OFF_MS
      await pause(backOffMs, closing.signal)
      if (closing.signal.aborted) return
      backOffMs = Math.min(backOffMs * 2, LONGEST_BACK_OFF_MS)
      startedAt = Date.now()
      // A start that fails ends the child, and with it this round.
      await start().catch(() => undefined)
    }
  }

  /** A child that hangs does not notice that its parent is gone, and would keep its lock against the next start. */
  const killAtExit = (): void => void child?.kill('SIGKILL')
  process.once('exit', killAtExit)

  async function stop(): Promise<void> {
    closing.abort()
    removeConnection(options.dataDirectory)
    if (child !== undefined) await endChild(child)
    forgetEngine(directory)
    process.off('exit', killAtExit)
  }

  try {
    await start()
    writeConnection(options.dataDirectory, { port, password: files.password })
  } catch (error) {
    await stop()
    throw error
  }
  const supervised = supervise()

  return {
    port,
    password: files.password,
    pid: () => child?.pid,
    restarts: () => restarts,
    giveWay,
    async close() {
      await stop()
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

function spawnEngine(program: string, args: readonly string[]): ChildProcess {
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
  return child
}

/** Settles when the child answers. Throws why it ended, or ends it when it does not answer in time. */
async function untilReady(child: ChildProcess, port: number, signal: AbortSignal): Promise<void> {
  const ended = childEnd(child)
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < deadline && !signal.aborted) {
    const failure = await Promise.race([ended, sleep(25)])
    if (failure instanceof EngineError) throw failure
    if (await answersPing(port)) {
      answered.add(child)
      return
    }
  }
  await endChild(child)
  throw new EngineError('failed', `The database did not answer within ${READY_TIMEOUT_MS / 1000} seconds.`)
}

/** Waits, or not, once the signal is given. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined)
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
  // What gives way to all would take long to end on a busy machine.
  if (child.pid !== undefined) setGroupNiceness(child.pid, 0)
  child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), END_GRACE_MS)
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
