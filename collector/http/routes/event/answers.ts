import type { PayloadErrors } from '../../../core/event/payload.ts'
import type { CollectResult } from '../../../ingest/collect.ts'
import { WENT_WRONG } from '../../went-wrong.ts'
import type { ItemResult } from './items.ts'

/** What a client is told to wait when the journal is full, and when it sends too much, seconds. */
const FULL_RETRY_SECONDS = 30
export const RATE_RETRY_SECONDS = 5

/** Every page of the web may send events and read the answers. */
export const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-hanki-dropped, x-plausible-dropped, retry-after',
} as const

/** An answer to who sent events, with all of its headers, before anybody has written it. */
export interface EventAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const STORED = answer(202, 'text/plain; charset=UTF-8', 'ok')

/** 202 for one event, stored or not; the headers say why it was not. */
export function accepted(result: CollectResult | undefined): EventAnswer {
  if (result?.status !== 'dropped') return STORED
  return { ...STORED, headers: { ...STORED.headers, ...droppedHeaders(result) } }
}

/** Says why an event was not counted; empty when it was. */
export function droppedHeaders(result: CollectResult | undefined): Record<string, string> {
  if (result?.status !== 'dropped') return {}
  return { 'x-hanki-dropped': result.reason, 'x-plausible-dropped': String(result.count) }
}

/** 202 with one result per event of an array, in its order. */
export function acceptedArray(items: readonly ItemResult[], results: readonly CollectResult[]): EventAnswer {
  const collected = results.values()
  const body = items.map(item => {
    if (!item.ok) return { status: 'invalid', errors: item.errors }
    const result = collected.next().value
    return result?.status === 'dropped' ? { status: result.status, reason: result.reason } : result
  })
  return json(202, body)
}

export function invalid(errors: PayloadErrors): EventAnswer {
  return json(400, { errors })
}

export function tooLong(error: string): EventAnswer {
  // The rest of the body is not read, so nothing else can come over this connection.
  return json(413, { errors: { request: [error] } }, { connection: 'close' })
}

export function unknownKey(): EventAnswer {
  const error = 'This API key is unknown or was revoked. "hanki key add" makes a new one.'
  return json(401, { error })
}

/** What is said to who sends too much. */
export const TOO_MANY =
  'Too many events came from this network, or for this site. Send them again later, more slowly.'

export function tooMany(): EventAnswer {
  return json(429, { error: TOO_MANY }, { 'retry-after': String(RATE_RETRY_SECONDS) })
}

export function journalFull(): EventAnswer {
  const error = 'The collector cannot take events at the moment. Send this one again later.'
  return json(503, { error }, { 'retry-after': String(FULL_RETRY_SECONDS) })
}

export function wentWrong(): EventAnswer {
  return json(500, { error: WENT_WRONG })
}

function json(status: number, body: unknown, headers?: Readonly<Record<string, string>>): EventAnswer {
  return answer(status, 'application/json', JSON.stringify(body), headers)
}

function answer(
  status: number,
  contentType: string,
  body: string,
  headers?: Readonly<Record<string, string>>,
): EventAnswer {
  const length = String(Buffer.byteLength(body))
  return {
    status,
    headers: { ...OPEN, 'content-type': contentType, 'content-length': length, ...headers },
    body,
  }
}
