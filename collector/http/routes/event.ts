import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { type PayloadErrors, type PayloadResult, parsePayload } from '../../core/event/payload.ts'
import type { Collect, CollectResult } from '../../ingest/collect.ts'
import { JournalFullError } from '../../ingest/journal/journal-error.ts'
import type { RequestFacts } from '../../ingest/request-facts.ts'
import { type ClientAddress, clientAddressReader } from '../client-address.ts'

/** Largest body of one event, and of an array of events, bytes. */
const MAX_EVENT_BYTES = 64 * 1024
const MAX_ARRAY_BYTES = 1024 * 1024
const MAX_ARRAY_EVENTS = 1_000
/** What a client is told to wait when the journal is full, seconds. */
const RETRY_AFTER_SECONDS = 30

export interface EventRouteDeps {
  readonly collect: Collect
  /** Networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
}

/** `POST /api/event`: open to every origin, answers 202 for stored and for dropped. Source: wire format §1. */
export function eventRoutes({ collect, trustedProxies }: EventRouteDeps): Hono {
  const readAddress = clientAddressReader(trustedProxies)
  const app = new Hono()

  app.use(
    '/api/event',
    cors({ origin: '*', allowMethods: ['POST'], exposeHeaders: ['x-hanki-dropped', 'x-plausible-dropped'] }),
    bodyLimit({ maxSize: MAX_ARRAY_BYTES, onError: c => tooLarge(c, MAX_ARRAY_BYTES) }),
  )

  app.post('/api/event', async c => {
    const bytes = await c.req.arrayBuffer()
    const body = parseBody(bytes, c.req.header('content-type') ?? '')
    if (!body.ok) return invalid(c, { request: [body.error] })
    const isArray = Array.isArray(body.value)
    if (!isArray && bytes.byteLength > MAX_EVENT_BYTES) return tooLarge(c, MAX_EVENT_BYTES)
    const values: readonly unknown[] = isArray ? body.value : [body.value]
    if (values.length === 0 || values.length > MAX_ARRAY_EVENTS) {
      return invalid(c, { request: [`an array must hold 1 to ${MAX_ARRAY_EVENTS} events`] })
    }
    const parsed = values.map(parsePayload)
    const only = parsed[0]
    if (!isArray && only !== undefined && !only.ok) return invalid(c, only.errors)

    const address = readAddress(getConnInfo(c).remote.address, c.req.header('x-forwarded-for'))
    const payloads = parsed.flatMap(result => (result.ok ? [result.payload] : []))
    try {
      const results = await collect(payloads, { facts: requestFacts(c, address), digests: address.digests })
      return isArray ? c.json(arrayResults(parsed, results), 202) : accepted(c, results[0])
    } catch (error) {
      if (!(error instanceof JournalFullError)) throw error
      c.header('retry-after', String(RETRY_AFTER_SECONDS))
      return c.json(
        { error: 'The collector cannot take events at the moment. Send this one again later.' },
        503,
      )
    }
  })

  app.all('/api/event', c =>
    c.json({ errors: { request: ['must be sent with POST'] } }, 405, { allow: 'POST' }),
  )
  return app
}

type BodyResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string }

function parseBody(bytes: ArrayBuffer, contentType: string): BodyResult {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, error: 'the body must be UTF-8 text' }
  }
  // No form begins like JSON, but curl sends JSON as a form when it is not told otherwise.
  if (contentType.startsWith('application/x-www-form-urlencoded') && !/^\s*[[{]/.test(text)) {
    return { ok: true, value: Object.fromEntries(new URLSearchParams(text)) }
  }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, error: 'the body must be JSON, such as {"n":"pageview","u":"https://…","d":"…"}' }
  }
}

function requestFacts(c: Context, { network }: ClientAddress): RequestFacts {
  const header = (name: string) => c.req.header(name) ?? ''
  return {
    network,
    userAgent: header('user-agent'),
    acceptLanguage: header('accept-language'),
    hints: {
      platform: header('sec-ch-ua-platform').replaceAll('"', ''),
      mobile: header('sec-ch-ua-mobile') === '?1',
    },
    objects: header('sec-gpc') === '1' || header('dnt') === '1',
    prefetch: /prefetch|prerender|preview/i.test(
      header('sec-purpose') || header('purpose') || header('x-purpose'),
    ),
  }
}

function accepted(c: Context, result: CollectResult | undefined): Response {
  if (result?.status === 'dropped') {
    c.header('x-hanki-dropped', result.reason)
    c.header('x-plausible-dropped', String(result.count))
  }
  return c.text('ok', 202)
}

/** One result per event of an array, in its order. */
function arrayResults(
  parsed: readonly PayloadResult[],
  results: readonly CollectResult[],
): readonly object[] {
  const stored = results.values()
  return parsed.map(result => {
    if (!result.ok) return { status: 'invalid', errors: result.errors }
    const next = stored.next().value
    return next?.status === 'dropped' ? { status: 'dropped', reason: next.reason } : { status: 'stored' }
  })
}

function invalid(c: Context, errors: PayloadErrors): Response {
  return c.json({ errors }, 400)
}

function tooLarge(c: Context, bytes: number): Response {
  // The rest of the body is not read, so nothing else can come over this connection.
  c.header('connection', 'close')
  return c.json({ errors: { request: [`must be at most ${bytes / 1024} kB`] } }, 413)
}
