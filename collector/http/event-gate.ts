import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Gate } from '../ingest/gate/gate.ts'
import type { ClientAddress } from '../ingest/request-facts.ts'
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
import { openTogether } from './together.ts'

export interface EventGateDeps extends PlainEventsDeps {
  readonly gate: Pick<Gate, 'admitsNetwork'>
  readonly tarpit: Tarpit
  readonly connections: Pick<Connections, 'shutOut'>
  readonly readAddress: ClientAddressReader
  readonly findEventCaller: (authorization: string) => EventCaller | undefined
}

/** Decides about a request before its events are read: `goOn` is called now, later, or never when it is answered here. */
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
  const together = openTogether()

  async function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    isDirect: boolean,
  ): Promise<void> {
    // Shut out meanwhile: there is nobody to keep waiting.
    if (request.socket.destroyed) return
    await tarpit.hold(request.socket, isDirect)
    const isPixel = request.method === 'GET'
    response.writeHead(429, {
      ...(isPixel ? PIXEL_HEADERS : { ...OPEN, 'content-type': 'application/json' }),
      'retry-after': String(RATE_RETRY_SECONDS),
      ...(isDirect && { connection: 'close' }),
    })
    response.end(isPixel ? PIXEL : JSON.stringify({ error: TOO_MANY }))
  }

  /** Shuts out who sends on without waiting for its refusal, as no browser does: each request takes memory until it is answered. */
  function shutsOut({ socket }: IncomingMessage): boolean {
    if (!tarpit.isHeld(socket)) return false
    if (!socket.destroyed) connections.shutOut(socket)
    return true
  }

  /** Refuses the request, or calls `onAdmitted` when it is its turn; `leave` must be called once when it is done with. */
  function admit(
    request: IncomingMessage,
    response: ServerResponse,
    onAdmitted: (address: ClientAddress, leave: () => void) => void,
  ): void {
    const address = readAddress.ofRequest(request.socket.remoteAddress, request.headers)
    const { network, isDirect } = address
    if (!gate.admitsNetwork(network, 1)) void refuse(request, response, isDirect)
    else lanes.enter(network, () => onAdmitted(address, () => lanes.leave(network)))
  }

  return (request, response, goOn) => {
    if (shutsOut(request)) return
    if (!request.url?.startsWith(EVENT_PATH) || request.method === 'OPTIONS') return goOn()
    if (isPlainEvent(request)) {
      together(() =>
        readPlainBody(request, body => {
          // What comes in one piece is looked at together: the request before this one may have been refused.
          if (shutsOut(request)) return
          admit(request, response, (address, leave) => {
            void takePlain(request, response, address, body).then(leave)
          })
        }),
      )
      return
    }
    const { authorization } = request.headers
    if (authorization !== undefined && findEventCaller(authorization) !== undefined) return goOn()
    admit(request, response, (_, leave) => {
      if (response.closed) queueMicrotask(leave)
      else response.once('close', leave)
      goOn()
    })
  }
}
