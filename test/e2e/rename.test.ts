import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHROME_UA } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'

let server: OwnServer
beforeAll(async () => {
  server = await openOwnServer()
})
afterAll(() => server.close())

const call = (method: string, path: string, body: object): Promise<Response> =>
  fetch(`${server.address}${path}`, {
    method,
    headers: { cookie: server.cookie, origin: server.address, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** What became of a page view as a page of this host sends it. */
async function visit(host: string): Promise<string | null> {
  const answer = await fetch(`${server.address}/api/event`, {
    method: 'POST',
    headers: { 'user-agent': CHROME_UA },
    body: JSON.stringify({ n: 'pageview', u: `https://${host}/`, d: host }),
  })
  expect(answer.status).toBe(202)
  return answer.headers.get('x-hanki-dropped')
}

it('goes on counting pages that still name a renamed site by its old domain', async () => {
  await call('POST', '/api/sites', { domain: 'old.example', timezone: 'UTC' })
  expect(await visit('old.example')).toBeNull()
  expect((await call('PATCH', '/api/sites/old.example', { domain: 'new.example' })).status).toBe(200)
  expect([await visit('old.example'), await visit('new.example'), await visit('other.example')]).toEqual([
    null,
    null,
    'unknown_site',
  ])
  await server.hanki.writer.drain(10_000)
  const today = new Date().toISOString().slice(0, 10)
  for (const site_id of ['new.example', 'old.example']) {
    const answer = await call('POST', '/api/v2/query', {
      site_id,
      metrics: ['pageviews', 'visitors'],
      date_range: [today, today],
    })
    expect(await answer.json()).toMatchObject({ results: [{ metrics: [3, 1] }] })
  }
})
