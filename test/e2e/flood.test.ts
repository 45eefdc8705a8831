import type { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA } from '../support/browser.ts'
import { openRawConnection } from '../support/raw-connection.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

/** Trusted, so that it may tell other addresses; whoever connects from elsewhere on loopback is a stranger. */
const PROXY = '127.0.0.1'
const STRANGER = '127.0.0.66'

describe('a network that floods', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({
      env: { HANKI_TRUSTED_PROXIES: `${PROXY}/32`, HANKI_NETWORK_RATE: '1' },
    })
    const cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'Europe/Helsinki' })
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  const request = (path = '/api/event') => {
    const body = JSON.stringify({ n: 'pageview', u: 'https://example.com/', d: 'example.com' })
    return `POST ${path} HTTP/1.1\r\nhost: x\r\nuser-agent: ${CHROME_UA}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  }
  const open = (localAddress: string) => openRawConnection(server.address, localAddress)
  const closed = (socket: Socket) => expect.poll(() => socket.destroyed, { timeout: 10_000 }).toBe(true)

  it('is refused after its burst, in words and after a while, and its connection is closed', async () => {
    const socket = await open(STRANGER)
    const answers = () => socket.text().match(/HTTP\/1\.1 \d{3}/g) ?? []
    for (let sent = 1; sent <= 1_100 && !socket.destroyed; sent++) {
      socket.write(request())
      await expect
        .poll(() => answers().length >= sent || socket.destroyed, { interval: 1, timeout: 5_000 })
        .toBe(true)
    }
    await closed(socket)
    expect(answers().filter(line => line.endsWith('202')).length).toBeGreaterThanOrEqual(1_000)
    expect(answers().at(-1)).toBe('HTTP/1.1 429')
    expect(socket.text()).toContain('Send them again later, more slowly.')
    expect(socket.text().toLowerCase()).toContain('connection: close')
  }, 60_000)

  it('still sees the dashboard, as long as it waits for its answers', async () => {
    const socket = await open(STRANGER)
    socket.write('GET /api/health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
    await closed(socket)
    expect(socket.text()).toMatch(/^HTTP\/1\.1 200/)
  })

  it('is shut out with all its connections when it sends on without waiting, and nobody else is', async () => {
    const idle = await open(STRANGER)
    const flood = await open(STRANGER)
    flood.on('error', () => undefined)
    flood.write(request().repeat(50))
    await Promise.all([closed(flood), closed(idle)])

    const again = await open(STRANGER)
    again.on('error', () => undefined)
    await closed(again)
    const proxy = await open(PROXY)
    proxy.write(request().replace('host: x', 'host: x\r\nconnection: close\r\nx-forwarded-for: 203.0.113.9'))
    await closed(proxy)
    expect(proxy.text()).toMatch(/^HTTP\/1\.1 202/)
  })

  it('holds up no connection of a proxy that it comes through', async () => {
    const burst = Array.from({ length: 30 }, async () => {
      const socket = await open(PROXY)
      const from = 'host: x\r\nconnection: close\r\nx-forwarded-for: 127.0.0.77'
      socket.write(request().replace('host: x', from))
      await closed(socket)
      return socket.text()
    })
    const answers = await Promise.all(burst)
    expect(answers.every(text => /^HTTP\/1\.1 (202|429)/.test(text))).toBe(true)
  })
})
