import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { Collect, CollectOptions } from '../../../ingest/collect.ts'
import type { Gate } from '../../../ingest/gate/gate.ts'
import { JournalFullError, JournalUncertainError } from '../../../ingest/journal/journal-error.ts'
import type { ClientAddressReader } from '../../client-address.ts'
import { headerText } from '../../header-text.ts'
import {
  accepted,
  acceptedArray,
  invalid,
  journalFull,
  OPEN,
  tooLong,
  tooMany,
  unknownKey,
} from './answers.ts'
import { MAX_ARRAY_BYTES, readEventBody, tooLarge } from './body.ts'
import { type EventCaller, type ItemContext, readItems } from './items.ts'
import { answerPixel } from './pixel.ts'
import { factsOfHeaders } from './request-facts.ts'

/** The server's own request beside hono's: its headers are read without making a second set of them. */
export type EventEnv = { Bindings: HttpBindings }

export interface EventRouteDeps {
  readonly readAddress: ClientAddressReader
  readonly collect: Collect
  readonly gate: Pick<Gate, 'admitsNetwork'>
  /** The program and site of an `Authorization` header; undefined for an unknown key. */
  readonly findEventCaller: (authorization: string) => EventCaller | undefined
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** `POST /api/event` and its pixel: open to every origin, 202 for stored and for dropped. Source: wire format §1 and §5. */
export function eventRoutes(deps: EventRouteDeps): Hono<EventEnv> {
  const { readAddress } = deps
  const app = new Hono<EventEnv>()

  app.options('/api/event', cors({ origin: '*', allowMethods: ['POST'] }))

  app.post('/api/event', limitBody(), async c => {
    const { headers, socket } = c.env.incoming
    const address = readAddress.ofRequest(socket.remoteAddress, headers)
    const caller = headers.authorization && deps.findEventCaller(headers.authorization)
    if (headers.authorization !== undefined && !caller) return unknownKey(c)

    const bytes = await c.req.arrayBuffer()
    const body = await readEventBody(bytes, headers['content-type'] ?? '')
    if (!body.ok) return body.status === 413 ? tooLong(c, body.error) : invalid(c, { request: [body.error] })
    // One was admitted already: see event-gate.ts.
    const more = body.values.length - 1
    if (!caller && more > 0 && !deps.gate.admitsNetwork(address.network, more)) return tooMany(c)

    const context: ItemContext = {
      sender: { facts: factsOfHeaders(headers), address },
      caller: caller || undefined,
      readAddress,
      nowSeconds: deps.nowSeconds(),
    }
    const items = readItems(body.values, context)
    const only = items[0]
    if (!body.isArray && only !== undefined && !only.ok) return invalid(c, only.errors)
    const collectable = items.flatMap(item => (item.ok ? [item.item] : []))
    const results = await orUnavailable(c, () => deps.collect(collectable, optionsOf(c, context.caller)))
    if (results instanceof Response) return results
    if (results[0]?.status === 'refused') return tooMany(c)
    return body.isArray ? acceptedArray(c, items, results) : accepted(results[0])
  })

  app.all('/api/event', c =>
    c.json({ errors: { request: ['must be sent with POST'] } }, 405, { ...OPEN, allow: 'POST' }),
  )
  app.get('/api/event/pixel.gif', c => answerPixel(c, { ...deps, orUnavailable }))
  return app
}

/** Refuses a body that says it is too long; one that does not say how long it is gets counted while it comes. */
function limitBody(): MiddlewareHandler<EventEnv> {
  const refusal = tooLarge(MAX_ARRAY_BYTES).error
  const counted = bodyLimit({ maxSize: MAX_ARRAY_BYTES, onError: c => tooLong(c, refusal) })
  return async function limitBody(c, next) {
    const { headers } = c.env.incoming
    const length = headers['content-length']
    // hono's own limit makes a web stream of every body, which costs more than all else.
    if (length === undefined || headers['transfer-encoding'] !== undefined) return counted(c, next)
    if (Number(length) > MAX_ARRAY_BYTES) return tooLong(c, refusal)
    return next()
  }
}

/** A key's holder may repeat requests; anybody else's Idempotency-Key could be guessed to keep events out. */
function optionsOf(c: Context<EventEnv>, caller: EventCaller | undefined): CollectOptions | undefined {
  if (caller === undefined) return undefined
  return { apiKeyId: caller.key.id, idempotencyKey: headerText(c.env.incoming.headers, 'idempotency-key') }
}

/** The work's result, or the answer to give when nothing can be stored at the moment. */
async function orUnavailable<T>(c: Context<EventEnv>, work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof JournalUncertainError) {
      // Any answer could be a lie. A broken connection tells a client that it cannot know.
      c.env.incoming.socket.destroy()
      return c.body(null, 503)
    }
    if (error instanceof JournalFullError) return journalFull(c)
    throw error
  }
}
