import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { CHROME_UA } from '../support/browser.ts'
import { openRawConnection } from '../support/raw-connection.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

const EVENT = JSON.stringify({ n: 'pageview', u: 'https://example.com/', d: 'example.com' })
const HEAD = `POST /api/event HTTP/1.1\r\nhost: x\r\nuser-agent: ${CHROME_UA}\r\ncontent-length: ${EVENT.length}\r\n\r\n`

/** Longer than a connection may be idle. */
const LONG_MS = 12_000

describe.concurrent('a connection over which nothing comes', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
    const cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'Europe/Helsinki' })
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  const open = () => openRawConnection(server.address)

  it('is closed after its answers, and not at once', { timeout: 60_000 }, async ({ expect }) => {
    const socket = await open()
    const closed = once(socket, 'close')
    socket.write(HEAD + EVENT)
    await sleep(5_000)
    socket.write(HEAD + EVENT)
    const answeredAt = Date.now()
    await closed
    expect(socket.text().match(/HTTP\/1\.1 202 Accepted/g)).toHaveLength(2)
    expect(Date.now() - answeredAt).toBeGreaterThan(8_000)
  })

  it('is closed when nothing ever came', { timeout: 60_000 }, async ({ expect }) => {
    const socket = await open()
    await once(socket, 'close')
    expect(socket.text()).not.toContain('202')
  })

  it('stays while an answer is due, and after it', { timeout: 60_000 }, async ({ expect }) => {
    const socket = await open()
    socket.write(HEAD + EVENT.slice(0, 10))
    await sleep(LONG_MS)
    socket.write(EVENT.slice(10))
    await expect.poll(() => socket.text()).toMatch(/^HTTP\/1\.1 202[\s\S]*\r\n\r\nok$/)
    socket.write(HEAD + EVENT)
    await expect.poll(() => socket.text().match(/\r\n\r\nok/g)).toHaveLength(2)
    await once(socket, 'close')
  })
})
