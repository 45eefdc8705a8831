import type { Context } from 'hono'
import type { PayloadErrors } from '../../../core/event/payload.ts'
import type { CollectResult } from '../../../ingest/collect.ts'
import type { ItemResult } from './items.ts'

/** What a client is told to wait when the journal is full, and when it sends too much, seconds. */
const FULL_RETRY_SECONDS = 30
export const RATE_RETRY_SECONDS = 5

/** Every page of the web may send events and read the answers. */
export const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-hanki-dropped, x-plausible-dropped, retry-after',
} as const
const OPEN_TEXT = { ...OPEN, 'content-type': 'text/plain; charset=UTF-8' } as const

/**
 * 202 for one event, stored or not; the headers say why it was not. Made past hono, whose own way puts headers into an
 * object of the web's kind and takes them out again: a quarter of a request's time in the framework.
 */
export function accepted(result: CollectResult | undefined): Response {
  const isDropped = result?.status === 'dropped'
  const headers = isDropped ? { ...OPEN_TEXT, ...droppedHeaders(result) } : OPEN_TEXT
  return new Response('ok', { status: 202, headers })
}

/** Says why an event was not counted; empty when it was. */
export function droppedHeaders(result: CollectResult | undefined): Record<string, string> {
  if (result?.status !== 'dropped') return {}
  return { 'x-hanki-dropped': result.reason, 'x-plausible-dropped': String(result.count) }
}

/** 202 with one result per event of an array, in its order. */
export function acceptedArray(
  c: Context,
  items: readonly ItemResult[],
  results: readonly CollectResult[],
): Response {
  const collected = results.values()
  const body = items.map(item => {
    if (!item.ok) return { status: 'invalid', errors: item.errors }
    const result = collected.next().value
    return result?.status === 'dropped' ? { status: result.status, reason: result.reason } : result
  })
  return c.json(body, 202, OPEN)
}

export function invalid(c: Context, errors: PayloadErrors): Response {
  return c.json({ errors }, 400, OPEN)
}

export function tooLong(c: Context, error: string): Response {
  // The rest of the body is not read, so nothing else can come over this connection.
  return c.json({ errors: { request: [error] } }, 413, { ...OPEN, connection: 'close' })
}

export function unknownKey(c: Context): Response {
  const error = 'This API key is unknown or was revoked. "hanki key add" makes a new one.'
  return c.json({ error }, 401, OPEN)
}

/** What is said to who sends too much. */
export const TOO_MANY =
  'Too many events came from this network, or for this site. Send them again later, more slowly.'

export function tooMany(c: Context): Response {
  return c.json({ error: TOO_MANY }, 429, { ...OPEN, 'retry-after': String(RATE_RETRY_SECONDS) })
}

export function journalFull(c: Context): Response {
  const error = 'The collector cannot take events at the moment. Send this one again later.'
  return c.json({ error }, 503, { ...OPEN, 'retry-after': String(FULL_RETRY_SECONDS) })
}
