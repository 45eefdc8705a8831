import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { ClientAddressReader } from '../../client-address.ts'
import { type EventAnswer, OPEN, tooLong } from './answers.ts'
import { MAX_ARRAY_BYTES, tooLarge } from './body.ts'
import { answerPixel } from './pixel.ts'
import type { TakeEvents, TakeEventsDeps } from './take-events.ts'

/** The server's own request beside hono's: its headers are read without making a second set of them. */
export type EventEnv = { Bindings: HttpBindings }

export interface EventRouteDeps extends Pick<TakeEventsDeps, 'collect'> {
  readonly readAddress: ClientAddressReader
  readonly takeEvents: TakeEvents
}

/** `POST /api/event` and its pixel: open to every origin, 202 for stored and for dropped. Source: wire format §1 and §5. */
export function eventRoutes(deps: EventRouteDeps): Hono<EventEnv> {
  const { readAddress, takeEvents } = deps
  const app = new Hono<EventEnv>()

  app.options('/api/event', cors({ origin: '*', allowMethods: ['POST'] }))

  app.post('/api/event', limitBody(), async c => {
    const { headers, socket } = c.env.incoming
    const address = readAddress.ofRequest(socket.remoteAddress, headers)
    const body = new Uint8Array(await c.req.arrayBuffer())
    return toResponse(c, await takeEvents({ headers, address, body }))
  })

  app.all('/api/event', c =>
    c.json({ errors: { request: ['must be sent with POST'] } }, 405, { ...OPEN, allow: 'POST' }),
  )
  app.get('/api/event/pixel.gif', c => answerPixel(c, deps))
  return app
}

/** Refuses a body that says it is too long; one that does not say how long it is gets counted while it comes. */
function limitBody(): MiddlewareHandler<EventEnv> {
  const refusal = tooLong(tooLarge(MAX_ARRAY_BYTES).error)
  const counted = bodyLimit({ maxSize: MAX_ARRAY_BYTES, onError: c => toResponse(c, refusal) })
  return async function limitBody(c, next) {
    const { headers } = c.env.incoming
    const length = headers['content-length']
    // hono's own limit makes a web stream of every body, which costs more than all else.
    if (length === undefined || headers['transfer-encoding'] !== undefined) return counted(c, next)
    if (Number(length) > MAX_ARRAY_BYTES) return toResponse(c, refusal)
    return next()
  }
}

function toResponse(c: Context, answer: EventAnswer | undefined): Response {
  if (answer !== undefined) return new Response(answer.body, answer)
  const { incoming }: HttpBindings = c.env
  incoming.socket.destroy()
  return c.body(null, 503)
}
