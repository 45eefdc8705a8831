import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { MEMORY } from './memory.ts'

const PROGRAM = join(import.meta.dirname, '../../dist/collector/main.js')
const START_TIMEOUT_MS = 40_000

export interface TestServer {
  readonly address: string
  readonly dataDirectory: string
  readonly dayKeysFile: string
  /** Token of the set-up link that was printed; empty when none was. */
  readonly setupToken: string
  /** Everything the server has printed so far. */
  output(): string
  readonly process: ChildProcess
  /** Ends the server as an operator does and waits for it. */
  stop(): Promise<void>
  /** Removes its data. */
  remove(): void
}

export interface TestServerOptions {
  /** A data directory of an earlier server; absent for a new one. */
  readonly dataDirectory?: string
  readonly env?: Readonly<Record<string, string>>
  /** Options of Node.js itself. */
  readonly nodeOptions?: readonly string[]
}

/** Starts the built collector as `npm start` does, on a free port of loopback, and waits until it says that it runs. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'hanki-server-'))
  const dayKeysFile = join(MEMORY, `${basename(dataDirectory)}.keys`)
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), PROGRAM], {
    env: {
      PATH: process.env['PATH'],
      HANKI_DATA: dataDirectory,
      HANKI_PORT: '0',
      HANKI_DAY_KEYS: dayKeysFile,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  const running = /Hanki is running at (\S+)/
  const deadline = Date.now() + START_TIMEOUT_MS
  while (!running.test(output) || (!/setup#/.test(output) && options.dataDirectory === undefined)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`The server did not start:\n${output}`)
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return {
    address: running.exec(output)?.[1] ?? '',
    dataDirectory,
    dayKeysFile,
    setupToken: /\/setup#(\S+)/.exec(output)?.[1] ?? '',
    output: () => output,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
    remove() {
      rmSync(dataDirectory, { recursive: true, force: true })
      rmSync(dayKeysFile, { force: true })
    },
  }
}

/** Process id of the server's database. */
export function enginePid(server: TestServer): number {
  return Number(execFileSync('pgrep', ['-P', String(server.process.pid)], { encoding: 'utf8' }))
}

/** A password of the owner in tests. */
export const OWNER = { email: 'owner@example.com', password: 'correct horse battery staple' }

/** Creates the owner through the set-up link; returns the session's cookie. */
export async function createOwner(server: Pick<TestServer, 'address' | 'setupToken'>): Promise<string> {
  const answer = await fetch(`${server.address}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address },
    body: JSON.stringify({ token: server.setupToken, ...OWNER }),
  })
  if (answer.status !== 201) throw new Error(`set-up answered ${answer.status}: ${await answer.text()}`)
  return (answer.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? ''
}

/** Calls the API as the owner's dashboard does. */
export function callApi(
  server: Pick<TestServer, 'address'>,
  cookie: string,
  path: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Response> {
  return fetch(`${server.address}${path}`, {
    method,
    headers: { cookie, origin: server.address, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}
