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
  }
  const server = createServer(limits, (request, response) => {
    request.url = belowBasePath(deps.dashboard.basePath, request.url ?? '/')
    gate(request, response, () => void listen(request, response))
  })
  return server.on('connection', connections.opened)
}
