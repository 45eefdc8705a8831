import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

const CLIENTS = 1_000

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await startServer()
  cookie = await createOwner(server)
  await callApi(server, cookie, '/api/sites', { domain: 'own.example', timezone: 'UTC' })
})
afterAll(async () => {
  await server.stop()
  server.remove()
})

/** A client that begins a request and then sends a byte a second. */
async function slowClient(beginning: string): Promise<Socket> {
  const { hostname, port } = new URL(server.address)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined).resume()
  await once(socket, 'connect')
  socket.write(beginning)
  const timer = setInterval(() => socket.write('x'), 1_000)
  socket.once('close', () => clearInterval(timer))
  return socket
}

it('a thousand clients that send a byte a second take nothing from others, and are shown out', {
  timeout: 90_000,
}, async () => {
  const beginnings = [
    'GET /api/session HTTP/1.1\r\nHost: x\r\nX-Slow: ',
    'POST /api/event HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\n{"n":"',
  ]
  const sockets = await Promise.all(
    Array.from({ length: CLIENTS }, (_, count) => slowClient(beginnings[count % 2] ?? '')),
  )
  const statuses: number[] = []
  for (let count = 0; count < 50; count++) {
    const event = { n: 'pageview', u: 'https://own.example/', d: 'own.example' }
    const sent = await fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
      body: JSON.stringify(event),
    })
    statuses.push(sent.status, (await callApi(server, cookie, '/api/sites')).status)
  }
  expect(statuses).toEqual(Array.from({ length: 50 }, () => [202, 200]).flat())
  const open = (): number => sockets.filter(socket => !socket.closed).length
  for (let seconds = 0; open() > 0 && seconds < 60; seconds++) await sleep(1_000)
  expect(open()).toBe(0)
  expect((await callApi(server, cookie, '/api/sites')).status).toBe(200)
})
