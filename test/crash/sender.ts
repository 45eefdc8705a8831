import { Agent, type IncomingMessage, request } from 'node:http'
import type { Random } from '../../scripts/demo/random.ts'
import { someVisitor } from './clients.ts'
import type { Ledger } from './ledger.ts'

/** Site that every event is sent for. */
export const SITE = 'example.com'

/** How often the events that are due are sent, ms. */
const TICK_MS = 20
/** How long an answer is waited for, ms; longer than a healthy collector ever takes. */
const ANSWER_TIMEOUT_MS = 20_000
/** Requests that may wait for their answers; above it the sender falls behind its rate, as a crowd of clients would not. */
const MAX_IN_FLIGHT = 300
/** Most events of one array. */
const LONGEST_ARRAY = 20
/** Share of requests that hold an array. */
const ARRAY_SHARE = 0.15

export interface SenderOptions {
  readonly address: string
  readonly ledger: Ledger
  readonly random: Random
  readonly eventsPerSecond: number
}

/** A crowd of clients that sends numbered page views, whatever becomes of the server. */
export interface Sender {
  /** Requests by what came back: the status, or the code of the broken connection. */
  answers(): Readonly<Record<string, number>>
  slowestAnswerMs(): number
  /** Answers that break the contract, as sentences; each at most once. */
  complaints(): readonly string[]
  /** Settles when at least `events` more were acknowledged. Rejects after `timeoutMs`. */
  acknowledged(events: number, timeoutMs: number): Promise<void>
  /** Sends nothing more; settles when every request is answered or given up. */
  stop(): Promise<void>
}

/** Starts sending; single events and arrays, over connections that are kept and that break. */
export function startSender({ address, ledger, random, eventsPerSecond }: SenderOptions): Sender {
  const url = new URL('/api/event', address)
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_IN_FLIGHT })
  const answers: Record<string, number> = {}
  const complaints = new Set<string>()
  const inFlight = new Set<Promise<void>>()
  let slowestAnswerMs = 0
  let acknowledged = 0
  let due = 0
  let lastTick = performance.now()

  const timer = setInterval(() => {
    const now = performance.now()
    // What could not be sent in time is left out: a crowd does not catch up either.
    due = Math.min(due + ((now - lastTick) * eventsPerSecond) / 1_000, eventsPerSecond)
    lastTick = now
    while (due >= 1 && inFlight.size < MAX_IN_FLIGHT) {
      const size = random.chance(ARRAY_SHARE) ? 1 + random.below(LONGEST_ARRAY) : 0
      due -= Math.max(size, 1)
      send(size)
    }
  }, TICK_MS)

  /** Sends an array of `size` events; 0 stands for one event that is no array. */
  function send(size: number): void {
    const numbers = Array.from({ length: Math.max(size, 1) }, () => ledger.add())
    const events = numbers.map(number => ({
      n: ledger.eventName(number),
      u: `https://${SITE}${ledger.page(number)}`,
      d: SITE,
    }))
    const startedAt = performance.now()
    const sent = post(url, agent, someVisitor(random), JSON.stringify(size === 0 ? events[0] : events))
      .then(answer => note(answer, numbers))
      .catch((error: unknown) => count(codeOf(error)))
      .finally(() => {
        slowestAnswerMs = Math.max(slowestAnswerMs, performance.now() - startedAt)
        inFlight.delete(sent)
      })
    inFlight.add(sent)
  }

  function note(answer: Answer, numbers: readonly number[]): void {
    const { status, retryAfter, dropped, body } = answer
    count(dropped === undefined ? String(status) : `${status} ${dropped}`)
    if (status === 202) {
      const isStored = storedOf(body)
      for (const [index, number] of numbers.entries()) {
        const isAcknowledged = dropped === undefined && isStored(index)
        ledger.answer(number, isAcknowledged ? 'acknowledged' : 'refused')
        if (isAcknowledged) acknowledged++
        else complaints.add(`an event was dropped (${dropped ?? 'in an array'})`)
      }
      return
    }
    for (const number of numbers) ledger.answer(number, 'refused')
    if (status !== 503 && status !== 429) complaints.add(`the answer was ${status}`)
    else if (!/^\d+$/.test(retryAfter ?? '')) complaints.add(`an answer ${status} had no Retry-After`)
  }

  function count(answer: string): void {
    answers[answer] = (answers[answer] ?? 0) + 1
  }

  return {
    answers: () => answers,
    slowestAnswerMs: () => Math.round(slowestAnswerMs),
    complaints: () => [...complaints],
    async acknowledged(events, timeoutMs) {
      const wanted = acknowledged + events
      const deadline = performance.now() + timeoutMs
      while (acknowledged < wanted) {
        if (performance.now() > deadline) {
          throw new Error(`No ${events} events were acknowledged within ${Math.round(timeoutMs / 1_000)} s`)
        }
        await new Promise(resolve => setTimeout(resolve, TICK_MS))
      }
    },
    async stop() {
      clearInterval(timer)
      await Promise.all(inFlight)
      agent.destroy()
    },
  }
}

interface Answer {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly dropped: string | undefined
  readonly body: string
}

function post(url: URL, agent: Agent, headers: Record<string, string>, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Below fetch, whose pool hides which request met the broken connection.
    const sending = request(url, { method: 'POST', agent, headers, timeout: ANSWER_TIMEOUT_MS }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.once('end', () => resolve(toAnswer(answer, text)))
      answer.once('error', reject)
      answer.once('close', () => reject(new Error('broken')))
    })
    sending.once('timeout', () => sending.destroy(Object.assign(new Error('No answer'), { code: 'timeout' })))
    sending.once('error', reject)
    sending.end(body)
  })
}

function toAnswer({ statusCode = 0, headers }: IncomingMessage, body: string): Answer {
  const dropped = headers['x-hanki-dropped']
  return {
    status: statusCode,
    retryAfter: headers['retry-after'],
    dropped: Array.isArray(dropped) ? dropped.join() : dropped,
    body,
  }
}

/** Whether the event at an index was stored: by the list of an array's answer; a single event's has none. */
function storedOf(body: string): (index: number) => boolean {
  if (!body.startsWith('[')) return () => true
  const results = JSON.parse(body) as readonly { readonly status?: string }[]
  return index => results[index]?.status === 'stored'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'broken'
}
