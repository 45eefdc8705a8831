import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA, openBrowser } from '../support/browser.ts'
import { callApi, createOwner, enginePid, startServer, type TestServer } from '../support/server.ts'

const TOKEN = 'a secret of more than sixteen characters'

describe('what an operator sees of events on their way', () => {
  let server: TestServer
  let cookie: string
  let engine: number
  beforeAll(async () => {
    server = await startServer({ env: { HANKI_METRICS_TOKEN: TOKEN } })
    cookie = await createOwner(server)
    await callApi(server, cookie, '/api/sites', { domain: 'example.com', timezone: 'Europe/Helsinki' })
    engine = enginePid(server)
  })
  afterAll(async () => {
    process.kill(engine, 'SIGCONT')
    await server.stop()
    server.remove()
  })

  function send(change: object = {}, userAgent = CHROME_UA): Promise<Response> {
    return fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': userAgent },
      body: JSON.stringify({ n: 'pageview', u: 'https://example.com/', d: 'example.com', ...change }),
    })
  }

  async function metrics(): Promise<Map<string, number>> {
    const answer = await fetch(`${server.address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
    expect(answer.status).toBe(200)
    const lines = (await answer.text()).split('\n').filter(line => line !== '' && !line.startsWith('#'))
    return new Map(
      lines.map(line => {
        const at = line.lastIndexOf(' ')
        return [line.slice(0, at), Number(line.slice(at + 1))]
      }),
    )
  }

  async function status(): Promise<Record<string, unknown>> {
    const answer = await callApi(server, cookie, '/api/sites/example.com/status')
    expect(answer.status).toBe(200)
    return answer.json()
  }

  it('is told to nobody without the token', async () => {
    expect((await fetch(`${server.address}/metrics`)).status).toBe(401)
    const wrong = await fetch(`${server.address}/metrics`, { headers: { authorization: 'Bearer something' } })
    expect(wrong.status).toBe(401)
    expect(await wrong.json()).toEqual({ error: expect.stringMatching(/HANKI_METRICS_TOKEN/) })
  })

  it('counts what was accepted, stored and dropped', async () => {
    await send()
    await send()
    await send({}, 'Googlebot/2.1 (+http://www.google.com/bot.html)')
    await send({ d: 'unknown.example' })
    await expect.poll(async () => (await metrics()).get('hanki_events_stored_total')).toBe(2)
    const now = await metrics()
    expect(now.get('hanki_events_accepted_total')).toBe(2)
    expect(now.get('hanki_events_dropped_total{reason="bot"}')).toBe(1)
    expect(now.get('hanki_events_dropped_total{reason="unknown_site"}')).toBe(1)
    expect(now.get('hanki_journal_events')).toBe(0)
    expect(now.get('hanki_journal_commit_seconds_count')).toBeGreaterThan(0)
    expect(now.get('hanki_batch_seconds_count')).toBeGreaterThan(0)
    expect(now.get('hanki_engine_restarts')).toBe(0)
    expect(now.get('hanki_engine_resident_bytes')).toBeGreaterThan(10_000_000)
  })

  it('is a line in the dashboard while the database hangs, and goes when it is over', async () => {
    const browser = await openBrowser()
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: server.address }])
    const page = await context.newPage()
    await page.goto(`${server.address}/sites/example.com?period=today`)
    await page.getByRole('button', { name: /^visitors\D+1\b/i }).waitFor()

    process.kill(engine, 'SIGSTOP')
    for (let index = 0; index < 3; index++) expect((await send()).status).toBe(202)
    await expect.poll(async () => (await status())['journal_depth'], { timeout: 5_000 }).toBe(3)
    expect((await metrics()).get('hanki_journal_events')).toBe(3)
    const line = page.getByText(/^3 events of the last .* are safe on disk/)
    await line.waitFor({ timeout: 60_000 })
    process.kill(engine, 'SIGCONT')
    await line.waitFor({ state: 'detached', timeout: 60_000 })
    expect(await status()).toMatchObject({ journal_depth: 0, storage_delay_seconds: 0, lost_events: 0 })
    await browser.close()
  }, 180_000)
})
