import { isUtf8 } from 'node:buffer'
import type { IncomingHttpHeaders } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { type PayloadErrors, type PayloadResult, parsePayload } from '../../core/event/payload.ts'
import type { Collect, CollectResult } from '../../ingest/collect.ts'
import { JournalFullError, JournalUncertainError } from '../../ingest/journal/journal-error.ts'
import type { RequestFacts } from '../../ingest/request-facts.ts'
import { type ClientAddress, clientAddressReader } from '../client-address.ts'

/** Largest body of one event, and of an array of events, bytes. */
const MAX_EVENT_BYTES = 64 * 1024
const MAX_ARRAY_BYTES = 1024 * 1024
const MAX_ARRAY_EVENTS = 1_000
/** What a client is told to wait when the journal is full, seconds. */
const RETRY_AFTER_SECONDS = 30

/** Every page of the web may send events and read the answers. */
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-hanki-dropped, x-plausible-dropped, retry-after',
} as const
const OPEN_TEXT = { ...OPEN, 'content-type': 'text/plain; charset=UTF-8' } as const

/** The server's own request beside hono's: its headers are read without making a second set of them. */
type Env = { Bindings: HttpBindings }

export interface EventRouteDeps {
  readonly collect: Collect
  /** Networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
}

/** `POST /api/event`: open to every origin, answers 202 for stored and for dropped. Source: wire format §1. */
export function eventRoutes({ collect, trustedProxies }: EventRouteDeps): Hono<Env> {
  const readAddress = clientAddressReader(trustedProxies)
  const app = new Hono<Env>()

  app.options('/api/event', cors({ origin: '*', allowMethods: ['POST'] }))

  app.post('/api/event', limitBody(), async c => {
    const bytes = await c.req.arrayBuffer()
    const headers = c.env.incoming.headers
    const body = parseBody(bytes, headers['content-type'] ?? '')
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

    const forwardedFor = header(headers, 'x-forwarded-for')
    const address = readAddress(c.env.incoming.socket.remoteAddress, forwardedFor)
    const payloads = parsed.flatMap(result => (result.ok ? [result.payload] : []))
    try {
      const facts = requestFacts(headers, address)
      const results = await collect(payloads, { facts, digests: address.digests })
      return isArray ? c.json(arrayResults(parsed, results), 202, OPEN) : accepted(c, results[0])
    } catch (error) {
      if (error instanceof JournalUncertainError) {
        // Any answer could be a lie. A broken connection tells a client that it cannot know.
        c.env.incoming.socket.destroy()
        return c.body(null, 503)
      }
      if (!(error instanceof JournalFullError)) throw error
      return c.json(
        { error: 'The collector cannot take events at the moment. Send this one again later.' },
        503,
        { ...OPEN, 'retry-after': String(RETRY_AFTER_SECONDS) },
      )
    }
  })

  app.all('/api/event', c =>
    c.json({ errors: { request: ['must be sent with POST'] } }, 405, { ...OPEN, allow: 'POST' }),
  )
  return app
}

/** Refuses a body that says it is too long; one that does not say how long it is gets counted while it comes. */
function limitBody(): MiddlewareHandler<Env> {
  const counted = bodyLimit({ maxSize: MAX_ARRAY_BYTES, onError: c => tooLarge(c, MAX_ARRAY_BYTES) })
  return async function limitBody(c, next) {
    const { headers } = c.env.incoming
    const length = headers['content-length']
    // hono's own limit makes a web stream of every body, which costs more than all else.
    if (length === undefined || headers['transfer-encoding'] !== undefined) return counted(c, next)
    if (Number(length) > MAX_ARRAY_BYTES) return tooLarge(c, MAX_ARRAY_BYTES)
    return next()
  }
}

type BodyResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string }

function parseBody(bytes: ArrayBuffer, contentType: string): BodyResult {
  if (!isUtf8(bytes)) return { ok: false, error: 'the body must be UTF-8 text' }
  const text = withoutByteOrderMark(Buffer.from(bytes).toString())
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

/** Some programs begin a text with U+FEFF, which JSON does not allow (RFC 8259 §8.1: may be ignored). */
function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function requestFacts(headers: IncomingHttpHeaders, { network }: ClientAddress): RequestFacts {
  const purpose = header(headers, 'sec-purpose') || header(headers, 'purpose') || header(headers, 'x-purpose')
  return {
    network,
    userAgent: header(headers, 'user-agent'),
    acceptLanguage: header(headers, 'accept-language'),
    hints: {
      platform: header(headers, 'sec-ch-ua-platform').replaceAll('"', ''),
      mobile: header(headers, 'sec-ch-ua-mobile') === '?1',
    },
    objects: headers['sec-gpc'] === '1' || headers['dnt'] === '1',
    prefetch: purpose !== '' && /prefetch|prerender|preview/i.test(purpose),
  }
}

/** A header's text, several of one name joined by commas; empty when it was not sent. */
function header(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : (value?.join(', ') ?? '')
}

function accepted(c: Context, result: CollectResult | undefined): Response {
  if (result?.status !== 'dropped') return c.body('ok', 202, OPEN_TEXT)
  return c.body('ok', 202, {
    ...OPEN_TEXT,
    'x-hanki-dropped': result.reason,
    'x-plausible-dropped': String(result.count),
  })
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
  return c.json({ errors }, 400, OPEN)
}

function tooLarge(c: Context, bytes: number): Response {
  // The rest of the body is not read, so nothing else can come over this connection.
  const close = { ...OPEN, connection: 'close' }
  return c.json({ errors: { request: [`must be at most ${bytes / 1024} kB`] } }, 413, close)
}
