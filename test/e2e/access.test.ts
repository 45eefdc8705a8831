import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOwner, startServer, type TestServer } from '../support/server.ts'

describe('a stranger', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
    await createOwner(server)
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  it.each([
    ['GET', '/api/session', 401],
    ['GET', '/api/sites', 401],
    ['POST', '/api/sites', 401],
    ['GET', '/api/sites/example.com/status', 401],
    ['POST', '/api/v2/query', 401],
    ['GET', '/api/nothing', 401],
    ['POST', '/api/setup', 410],
    ['GET', '/api/health/live', 200],
    ['GET', '/api/health/ready', 200],
    ['GET', '/js/script.js', 200],
    ['GET', '/js/exclude.js', 200],
    ['GET', '/', 200],
    ['GET', '/sites/example.com', 200],
    ['GET', '/assets/nothing.js', 404],
    ['GET', '/..%2f..%2fpackage.json', 200],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const answer = await fetch(`${server.address}${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: server.address },
      ...(method === 'POST'
        ? { body: JSON.stringify({ token: 'x', email: 'a@b.fi', password: 'x'.repeat(12) }) }
        : {}),
    })
    expect(answer.status).toBe(status)
    // Whatever the path, no file outside the dashboard is served.
    expect(await answer.text()).not.toContain('"devDependencies"')
  })

  it('gets a page that loads nothing from elsewhere and runs nothing inline', async () => {
    const policy = (await fetch(server.address)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it('gets a tracking script that leaves no mark to come back with', async () => {
    const { headers } = await fetch(`${server.address}/js/script.js`)
    expect([headers.get('etag'), headers.get('last-modified'), headers.get('set-cookie')]).toEqual([
      null,
      null,
      null,
    ])
  })
})
