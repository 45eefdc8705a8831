import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type AppDeps, buildApp } from './app.ts'
import { belowBasePath } from './base-path.ts'
import { openConnections } from './connections.ts'
import { type EventGateDeps, eventGate } from './event-gate.ts'
import { openTakeEvents, type TakeEventsDeps } from './routes/event/take-events.ts'

/** Bounds on what a slow or hostile client may hold open, ms. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000
/** After so long without a byte to or fro a connection on which no answer is due is closed. */
const IDLE_TIMEOUT_MS = 10_000
/** How often connections are looked at for it; Node.js would do so every half minute. */
const LOOK_EVERY_MS = 2_000

export type ServerDeps = Omit<AppDeps, 'takeEvents'> &
  Omit<EventGateDeps, 'takeEvents' | 'connections'> &
  TakeEventsDeps

/** The server, not yet listening: the gate for events, and behind it the application. */
export function buildServer(deps: ServerDeps): Server {
  const connections = openConnections(deps.readAddress, () => performance.now())
  const takeEvents = openTakeEvents(deps)
  const gate = eventGate({ ...deps, takeEvents, connections })
  const listen = getRequestListener(buildApp({ ...deps, takeEvents }).fetch)
  const limits = {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: LOOK_EVERY_MS,
    // It would set two timers anew with every request; the idle timeout is one of the connection.
    keepAliveTimeout: 0,
  }
  const server = createServer(limits, (request, response) => {
    response.on('timeout', stayOpen)
    request.url = belowBasePath(deps.dashboard.basePath, request.url ?? '/')
    gate(request, response, () => void listen(request, response))
  })
  server.timeout = IDLE_TIMEOUT_MS
  return server.on('connection', connections.opened)
}

/** Node closes a connection whose answer takes its time, unless somebody listens. */
function stayOpen(): void {}
