import { once } from 'node:events'
import { Agent, type IncomingMessage, request as post } from 'node:http'
import { text } from 'node:stream/consumers'
import { type ClickHouseClient, ClickHouseError } from '@clickhouse/client'
import type { QueryBody, QueryResultBody } from '../../../collector/http/contract.ts'
import type { PlainLoad, PlainQuestion } from './plain-questions.ts'
import type { Load } from './questions.ts'

/** As many as a browser opens to one server. Node's `fetch` would take more of the two cores than a browser elsewhere does. */
const CONNECTIONS = new Agent({ keepAlive: true, maxSockets: 6 })

/** How long a load took until figures and series were there, and until everything was, ms. */
export interface LoadTimes {
  readonly first: number
  readonly all: number
}

export interface Percentiles {
  readonly p50: number
  readonly p95: number
}

/** Longer than the answers of a live day are kept, so that none of them helps the next load. */
const PAUSE_MS = 1_100

export interface Measured {
  readonly first: Percentiles
  readonly all: Percentiles
}

/** Loads one after the other, `loads` times or until `mostSeconds` are over, but once at least. */
export async function measureLoads(
  load: () => Promise<LoadTimes>,
  loads: number,
  mostSeconds: number,
): Promise<Measured> {
  const times: LoadTimes[] = []
  // The first one finds cold caches and is not counted.
  await load()
  const deadline = performance.now() + mostSeconds * 1_000
  while (times.length < loads && (times.length === 0 || performance.now() < deadline)) {
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
    times.push(await load())
  }
  return {
    first: percentiles(times.map(({ first }) => first)),
    all: percentiles(times.map(({ all }) => all)),
  }
}

/** The value that half, and 95 of 100, do not exceed. */
function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

async function timed(
  first: readonly Promise<unknown>[],
  rest: readonly Promise<unknown>[],
): Promise<LoadTimes> {
  const startedAt = performance.now()
  const since = (): number => performance.now() - startedAt
  const firstDone = Promise.all(first).then(since)
  const allDone = Promise.all([...first, ...rest]).then(since)
  // Where one fails, the others must not go on beside what is measured next.
  await Promise.allSettled([firstDone, allDone, ...first, ...rest])
  return { first: await firstDone, all: await allDone }
}

/** Loads a dashboard from Hanki: all questions are sent at once, figures and series first. */
export function loadHanki(
  address: string,
  key: string,
  { figuresAndSeries, panels }: Load,
): Promise<LoadTimes> {
  const ask = (question: QueryBody) => askHanki(address, key, question)
  return timed(figuresAndSeries.map(ask), panels.map(ask))
}

/** The answer to one question. Throws when it is none. */
export async function askHanki(address: string, key: string, question: QueryBody): Promise<QueryResultBody> {
  const body = JSON.stringify(question)
  const request = post(`${address}/api/v2/query`, {
    method: 'POST',
    agent: CONNECTIONS,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  })
  request.end(body)
  const [answer]: IncomingMessage[] = await once(request, 'response')
  if (answer === undefined) throw new Error('There was no answer')
  const answered = await text(answer)
  if (answer.statusCode !== 200) throw new Error(`Answered with ${answer.statusCode}: ${answered}`)
  return JSON.parse(answered) as QueryResultBody
}

/** Undefined when the database gives up for want of memory. */
export async function unlessTooLarge<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof ClickHouseError && error.type === 'MEMORY_LIMIT_EXCEEDED') return undefined
    throw error
  }
}

/** Loads the same from the plain tables, straight from the database. */
export function loadPlain(
  client: ClickHouseClient,
  { figuresAndSeries, panels }: PlainLoad,
): Promise<LoadTimes> {
  const ask = (question: PlainQuestion) => askPlain(client, question)
  return timed(figuresAndSeries.map(ask), panels.map(ask))
}

/** The rows of one statement. */
export async function askPlain(
  client: ClickHouseClient,
  { sql, params }: PlainQuestion,
): Promise<readonly Record<string, unknown>[]> {
  const answer = await client.query({
    query: sql,
    query_params: { ...params },
    format: 'JSONEachRow',
    clickhouse_settings: { max_execution_time: 300 },
  })
  return answer.json<Record<string, unknown>>()
}
