import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

const PROGRAM = join(import.meta.dirname, '../../dist/collector/cli.js')

describe('the command line beside a running collector', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  function hanki(...words: string[]): { code: number | null; output: string; data: Record<string, unknown> } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words, '--json'], {
      // Not even the port is known to it: only the data directory.
      env: { PATH: process.env['PATH'], HANKI_DATA: server.dataDirectory },
      encoding: 'utf8',
      timeout: 30_000,
    })
    return { code: status, output: stdout + stderr, data: status === 0 ? JSON.parse(stdout) : {} }
  }

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
