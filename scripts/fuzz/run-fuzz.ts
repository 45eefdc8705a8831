import { Agent, request } from 'node:http'
import { openRandom } from '../demo/random.ts'
import { type FuzzRequest, fuzzRequest } from './fuzz-request.ts'

/** What a fuzzed server said. */
export interface FuzzReport {
  readonly requests: number
  /** Answers by status; `broken` where the connection ended without one. */
  readonly statuses: Readonly<Record<string, number>>
  /** The first requests that were answered as no bad input may be: 5xx, or not at all. */
  readonly failures: readonly FuzzFailure[]
}

export interface FuzzFailure {
  /** With the seed it makes the request again. */
  readonly number: number
  readonly status: string
  readonly request: FuzzRequest
}

export interface FuzzOptions {
  readonly address: string
  readonly keys: readonly string[]
  readonly seed: number
  readonly requests: number
  /** Called now and then with how many were answered. */
  readonly onProgress?: (answered: number) => void
}

const CONNECTIONS = 32
const MAX_FAILURES = 20
const PROGRESS_EVERY = 50_000
/** A body above this may be answered before it was sent, and the connection closed. */
const LARGE_BODY_BYTES = 64 * 1024

/** Sends a sequence of requests, the same for the same seed, and looks at every answer. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const statuses: Record<string, number> = {}
  const failures: FuzzFailure[] = []
  let next = 0
  let answered = 0

  async function work(): Promise<void> {
    while (next < options.requests) {
      const number = next++
      const made = fuzzRequest(openRandom(options.seed, number), options.keys)
      const status = await send(options.address, made, agent)
      statuses[status] = (statuses[status] ?? 0) + 1
      answered++
      if (answered % PROGRESS_EVERY === 0) options.onProgress?.(answered)
      const isLarge = (made.body?.length ?? 0) > LARGE_BODY_BYTES
      const isFailure = status.startsWith('5') || (status === 'broken' && !isLarge)
      if (isFailure && failures.length < MAX_FAILURES) failures.push({ number, status, request: made })
    }
  }

  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  agent.destroy()
  return { requests: answered, statuses, failures }
}

function send(address: string, { method, path, headers, body }: FuzzRequest, agent: Agent): Promise<string> {
  return new Promise(resolve => {
    const bytes = body === undefined ? {} : { 'content-length': String(body.length) }
    const sending = request(
      `${address}${path}`,
      { method, agent, headers: { ...headers, ...bytes } },
      answer => {
        answer.resume()
        answer.once('end', () => resolve(String(answer.statusCode)))
        answer.once('error', () => resolve('broken'))
      },
    )
    sending.once('error', () => resolve('broken'))
    sending.end(body)
  })
}
