import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA } from '../support/browser.ts'
import { runCommand } from '../support/command-line.ts'
import { startServer, type TestServer } from '../support/server.ts'

describe('the command line beside a running collector', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  const hanki = (...words: string[]) => runCommand(server.dataDirectory, ...words)

  const ask = (key: string, site: string) =>
    fetch(`${server.address}/api/v2/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ site_id: site, metrics: ['pageviews'], date_range: 'day' }),
    })

  it('adds a site whose events are taken at once, and a key that reads that site only', async () => {
    expect(hanki('site', 'add', 'example.com', '--timezone', 'Europe/Helsinki').code).toBe(0)
    expect(hanki('site', 'add', 'other.example').code).toBe(0)
    const send = () =>
      fetch(`${server.address}/api/event`, {
        method: 'POST',
        headers: { 'user-agent': CHROME_UA },
        body: JSON.stringify({ n: 'pageview', u: 'https://example.com/', d: 'example.com' }),
      })
    await expect
      .poll(async () => (await send()).headers.get('x-hanki-dropped'), { timeout: 10_000 })
      .toBeNull()

    const key = String(hanki('key', 'add', '--site', 'example.com', '--scope', 'stats:read').data['key'])
    const pageviews = async () => (await (await ask(key, 'example.com')).json()).results?.[0]?.metrics
    await expect.poll(pageviews, { timeout: 10_000 }).toEqual([1])
    expect((await ask(key, 'other.example')).status).toBe(401)
    expect((await ask(`${key}x`, 'example.com')).status).toBe(401)
  })

  it('prints a set-up link to where the collector really is', () => {
    const link = String(hanki('setup-link').data['link'])
    expect(link.startsWith(`${server.address}/setup#`)).toBe(true)
  })

  it('finds everything well', () => {
    expect(hanki('doctor').code).toBe(0)
  })
})
