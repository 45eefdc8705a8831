import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Gate } from '../ingest/gate/gate.ts'
import type { ClientAddressReader } from './client-address.ts'
import type { Connections } from './connections.ts'
import { openLanes } from './lanes.ts'
import {
  EVENT_PATH,
  isPlainEvent,
  openPlainEvents,
  type PlainEventsDeps,
  readPlainBody,
} from './plain-events.ts'
import { OPEN, RATE_RETRY_SECONDS, TOO_MANY } from './routes/event/answers.ts'
import type { EventCaller } from './routes/event/items.ts'
import { PIXEL, PIXEL_HEADERS } from './routes/event/pixel.ts'
import type { Tarpit } from './tarpit.ts'

export interface EventGateDeps extends PlainEventsDeps {
  readonly gate: Pick<Gate, 'admitsNetwork'>
  readonly tarpit: Tarpit
  readonly connections: Pick<Connections, 'shutOut'>
  readonly readAddress: ClientAddressReader
  readonly findEventCaller: (authorization: string) => EventCaller | undefined
}

/** Decides about a request before it costs anything: `goOn` is called now, later, or never when it is answered here. */
export type EventGate = (request: IncomingMessage, response: ServerResponse, goOn: () => void) => void

/** Requests of one network that are worked on at once; few, so that its crowd costs others no more than so many. */
const LANE_WIDTH = 8

/**
 * Refuses the events of a network that sends too much, one token per request; see `Gate`. It stands before the
 * application, since an event that is refused there costs as much as one that is taken. Programs with an API key pass.
 */
export function eventGate({
  gate,
  tarpit,
  connections,
  readAddress,
  findEventCaller,
  ...deps
}: EventGateDeps): EventGate {
  const lanes = openLanes(LANE_WIDTH)
  const takePlain = openPlainEvents(deps)

  async function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    isDirect: boolean,
  ): Promise<void> {
    await tarpit.hold(request.socket, isDirect)
    const isPixel = request.method === 'GET'
    response.writeHead(429, {
      ...(isPixel ? PIXEL_HEADERS : { ...OPEN, 'content-type': 'application/json' }),
      'retry-after': String(RATE_RETRY_SECONDS),
      ...(isDirect && { connection: 'close' }),
    })
    response.end(isPixel ? PIXEL : JSON.stringify({ error: TOO_MANY }))
  }

  return (request, response, goOn) => {
    if (tarpit.isHeld(request.socket)) {
      // It sends on without waiting for an answer, as no browser does; each request would take memory until it gets one.
      connections.shutOut(request.socket)
      return
    }
    if (!request.url?.startsWith(EVENT_PATH) || request.method === 'OPTIONS') return goOn()
    const { authorization } = request.headers
    if (authorization !== undefined && findEventCaller(authorization) !== undefined) return goOn()
    const address = readAddress.ofRequest(request.socket.remoteAddress, request.headers)
    const { network } = address
    if (!gate.admitsNetwork(network, 1)) {
      void refuse(request, response, address.isDirect)
      return
    }
    const leave = (): void => lanes.leave(network)
    if (isPlainEvent(request)) {
      // Who did not wait for its turn has sent its event all the same.
      readPlainBody(request, body =>
        lanes.enter(network, () => void takePlain(request, response, address, body).then(leave)),
      )
      return
    }
    lanes.enter(network, () => {
      if (response.closed) queueMicrotask(leave)
      else response.once('close', leave)
      goOn()
    })
  }
}
