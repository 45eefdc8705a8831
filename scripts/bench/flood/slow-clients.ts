import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FloodResult, SlowOrder } from './flood.ts'

/** Half of them never end their headers, half never their body. */
const BEGINNINGS = [
  'GET /api/session HTTP/1.1\r\nHost: x\r\nX-Slow: ',
  'POST /api/event HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\n{"n":"',
]
const BYTE_EVERY_MS = 1_000

/** Holds so many requests open, a byte a second; who is shown out comes again at once. */
export async function runSlowClients(order: SlowOrder): Promise<FloodResult> {
  const sockets = new Set<Socket>()
  let begun = 0
  let isOver = false

  function open(): void {
    const socket = connect({ port: order.port, host: '127.0.0.1', localAddress: order.localAddress })
    socket.on('error', () => undefined).resume()
    socket.once('connect', () => {
      sockets.add(socket)
      socket.write(BEGINNINGS[begun++ % BEGINNINGS.length] ?? '')
    })
    socket.once('close', () => {
      sockets.delete(socket)
      if (!isOver) setTimeout(open, BYTE_EVERY_MS).unref()
    })
  }

  for (let count = 0; count < order.slowClients; count++) open()
  for (let passed = 0; passed < order.seconds * 1_000; passed += BYTE_EVERY_MS) {
    await sleep(BYTE_EVERY_MS)
    for (const socket of sockets) socket.write('x')
  }
  isOver = true
  for (const socket of sockets) socket.destroy()
  return { offered: order.slowClients, written: begun, statuses: {} }
}
