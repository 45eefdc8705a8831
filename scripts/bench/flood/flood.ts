import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** One network that sends all it can to one site. */
export interface FloodOrder {
  readonly port: number
  /** Where its connections come from. */
  readonly localAddress: string
  /** Its address as a proxy tells it; absent when it has no proxy. */
  readonly forwardedFor: string | undefined
  readonly connections: number
  readonly requestsPerSecond: number
  readonly seconds: number
  /** Sends on without waiting for answers, as no browser and no proxy does; else one request at a time per connection. */
  readonly isPipelined: boolean
}

/** Many clients that never finish what they send. */
export interface SlowOrder {
  readonly port: number
  readonly localAddress: string
  readonly slowClients: number
  readonly seconds: number
}

/** What became of it. */
export interface FloodResult {
  /** Requests that should have been sent. */
  readonly offered: number
  /** Requests that were sent; the others found no connection free. */
  readonly written: number
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>
}

/** Domain of the site that is flooded. */
export const FLOODED_SITE = 'flooded.example'

const TICK_MS = 2
/** How much may wait for the system to take it, per connection, bytes. */
const MAX_WAITING_BYTES = 65_536

/**
 * Offers requests at a fixed rate over connections that are opened again when they are closed, and ends them.
 */
export async function runFlood(order: FloodOrder): Promise<FloodResult> {
  const request = requestOf(order)
  const statuses: Record<string, number> = {}
  let written = 0
  let offered = 0
  let isOver = false
  const sockets: (Socket | undefined)[] = []
  const busy = new Set<Socket>()

  function open(index: number): void {
    const socket = connect({
      port: order.port,
      host: '127.0.0.1',
      localAddress: order.localAddress,
      noDelay: true,
    })
    socket.on('data', chunk => {
      for (const [, status = ''] of chunk.toString('latin1').matchAll(/HTTP\/1\.1 (\d{3})/g)) {
        statuses[status] = (statuses[status] ?? 0) + 1
        busy.delete(socket)
      }
    })
    socket.once('connect', () => {
      sockets[index] = socket
    })
    socket.on('error', () => undefined)
    socket.once('close', () => {
      sockets[index] = undefined
      busy.delete(socket)
      if (!isOver) setTimeout(() => open(index), 10).unref()
    })
  }

  for (let index = 0; index < order.connections; index++) open(index)
  await sleep(500)
  const startedAt = performance.now()
  let next = 0
  while (performance.now() - startedAt < order.seconds * 1_000) {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * order.requestsPerSecond) - offered
    offered += due
    const each = Math.max(1, Math.ceil(due / order.connections))
    for (let left = due, asked = 0; left > 0 && asked < order.connections; asked++) {
      const socket = sockets[next++ % order.connections]
      if (socket === undefined || busy.has(socket) || socket.writableLength > MAX_WAITING_BYTES) continue
      if (!order.isPipelined) busy.add(socket)
      const count = order.isPipelined ? Math.min(each, left) : 1
      socket.write(Buffer.concat(Array.from({ length: count }, () => request)))
      written += count
      left -= count
    }
    await sleep(TICK_MS)
  }
  isOver = true
  for (const socket of sockets) socket?.destroy()
  return { offered, written, statuses }
}

function requestOf({ forwardedFor }: FloodOrder): Buffer {
  const body = JSON.stringify({ n: 'pageview', u: `https://${FLOODED_SITE}/`, d: FLOODED_SITE })
  const headers = {
    host: 'stats.example',
    'content-length': String(body.length),
    'content-type': 'text/plain',
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
    ...(forwardedFor && { 'x-forwarded-for': forwardedFor }),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`POST /api/event HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}
