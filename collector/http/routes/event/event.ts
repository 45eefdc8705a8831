import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { ClientAddressReader } from '../../client-address.ts'
import { readAway, readBody } from '../../request-body.ts'
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

  app.post('/api/event', async c => {
    const { incoming } = c.env
    const { headers, socket } = incoming
    const address = readAddress.ofRequest(socket.remoteAddress, headers)
    const isTooLong = Number(headers['content-length']) > MAX_ARRAY_BYTES
    const body = isTooLong ? undefined : await readBody(incoming, MAX_ARRAY_BYTES)
    if (body === undefined) return refuseBody(c)
    return toResponse(c, await takeEvents({ headers, address, body }))
  })

  app.all('/api/event', c =>
    c.json({ errors: { request: ['must be sent with POST'] } }, 405, { ...OPEN, allow: 'POST' }),
  )
  app.get('/api/event/pixel.gif', c => answerPixel(c, deps))
  return app
}

/** Answers at once, and holds the connection open until the client had time to read that. */
function refuseBody(c: Context<EventEnv>): Response {
  const { incoming } = c.env
  const { body, status, headers } = tooLong(tooLarge(MAX_ARRAY_BYTES).error)
  const bytes = new TextEncoder().encode(body)
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes)
      await readAway(incoming)
      controller.close()
    },
  })
  return new Response(stream, { status, headers })
}

function toResponse(c: Context, answer: EventAnswer | undefined): Response {
  if (answer !== undefined) return new Response(answer.body, answer)
  const { incoming }: HttpBindings = c.env
  incoming.socket.destroy()
  return c.body(null, 503)
}
