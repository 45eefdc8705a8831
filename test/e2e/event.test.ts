import { existsSync } from 'node:fs'
import { get, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA } from '../support/browser.ts'
import { callApi, createOwner, enginePid, startServer, type TestServer } from '../support/server.ts'

describe('POST /api/event', () => {
  let server: TestServer
  let cookie: string
  beforeAll(async () => {
    server = await startServer()
    cookie = await createOwner(server)
    const added = await callApi(server, cookie, '/api/sites', {
      domain: 'example.com',
      timezone: 'Europe/Helsinki',
    })
    expect(added.status).toBe(201)
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': CHROME_UA, 'content-type': 'text/plain', ...headers },
      body,
    })
  const event = (change: object = {}) =>
    JSON.stringify({ n: 'pageview', u: 'https://example.com/a', d: 'example.com', ...change })

  it('answers 202 ok to a page view', async () => {
    const answer = await send(event())
    expect([answer.status, await answer.text(), answer.headers.get('x-hanki-dropped')]).toEqual([
      202,
      'ok',
      null,
    ])
  })

  it.each([
    {
      why: 'a site that nobody has added',
      body: { d: 'unknown.example' },
      headers: {},
      reason: 'unknown_site',
    },
    {
      why: 'a page that is not of the site',
      body: { u: 'https://evil.net/' },
      headers: {},
      reason: 'unknown_hostname',
    },
    { why: 'a program', body: {}, headers: { 'user-agent': 'curl/8.5.0' }, reason: 'bot' },
    { why: 'a visitor who objects', body: {}, headers: { 'sec-gpc': '1' }, reason: 'objected' },
    { why: 'a visitor who does not want to be tracked', body: {}, headers: { dnt: '1' }, reason: 'objected' },
    {
      why: 'a page that is only prefetched',
      body: {},
      headers: { 'sec-purpose': 'prefetch;prerender' },
      reason: 'prefetch',
    },
  ])('answers 202 and the reason for $why', async ({ body, headers, reason }) => {
    const answer = await send(event(body), headers)
    expect([answer.status, answer.headers.get('x-hanki-dropped')]).toEqual([202, reason])
  })

  it.each([
    { why: 'nothing', body: '', field: 'request' },
    { why: 'broken JSON', body: '{"n":', field: 'request' },
    { why: 'a number', body: '7', field: 'request' },
    { why: 'null', body: 'null', field: 'request' },
    { why: 'broken UTF-8', body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), field: 'request' },
    { why: 'an empty array', body: '[]', field: 'request' },
    { why: 'no name', body: '{"u":"https://example.com/"}', field: 'event_name' },
    { why: 'an absurd URL', body: '{"n":"pageview","u":"http://[::1"}', field: 'url' },
    { why: 'props that are no object', body: '{"n":"a","u":"https://example.com/","p":[1]}', field: 'props' },
    { why: 'JSON nested 20,000 deep', body: '['.repeat(20_000), field: 'request' },
  ])('answers 400 in words to $why', async ({ body, field }) => {
    const answer = await send(body)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: Record<string, string[]> }
    expect(errors[field]?.[0]).toMatch(/\w+ \w+/)
  })

  it('answers 413 to a huge body', async () => {
    expect((await send(event({ p: { a: 'x'.repeat(70_000) } }))).status).toBe(413)
    expect((await send('x'.repeat(2_000_000))).status).toBe(413)
  })

  it('answers 413 to a huge body of unknown length, however slowly it is written', async () => {
    // A server that closes at once breaks about every second of these off.
    for (let round = 0; round < 12; round++) {
      expect(await sendInChunks(`${server.address}/api/event`, 40, 100_000)).toBe(413)
    }
  })

  it('answers 431 to huge headers', async () => {
    // Below fetch, which reuses connections: the server closes this one after its answer.
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const options = { agent: false, headers: { 'accept-language': 'x'.repeat(40_000) } }
      get(`${server.address}/api/event`, options, answer => resolve(answer.statusCode)).once('error', reject)
    })
    expect(await answered).toBe(431)
  })

  it('answers 405 to other methods, and lets every origin ask', async () => {
    expect((await fetch(`${server.address}/api/event`)).status).toBe(405)
    const preflight = await fetch(`${server.address}/api/event`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.com', 'access-control-request-method': 'POST' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('answers an array with one result per event, in order', async () => {
    const answer = await send(
      `[${event()},${event({ d: 'unknown.example' })},{"n":"a"},${event({ n: 'Sign up', p: { plan: 'x' } })}]`,
    )
    expect(answer.status).toBe(202)
    const results = (await answer.json()) as { status: string; reason?: string }[]
    expect(results.map(({ status, reason }) => reason ?? status)).toEqual([
      'stored',
      'unknown_site',
      'invalid',
      'stored',
    ])
  })

  it('takes a form', async () => {
    const form = new URLSearchParams({
      name: 'pageview',
      url: 'https://example.com/form',
      domain: 'example.com',
    })
    const answer = await send(form, { 'content-type': 'application/x-www-form-urlencoded' })
    expect([answer.status, answer.headers.get('x-hanki-dropped')]).toEqual([202, null])
  })

  it('takes JSON that a program sends as a form', async () => {
    const answer = await send(event(), { 'content-type': 'application/x-www-form-urlencoded' })
    expect([answer.status, answer.headers.get('x-hanki-dropped')]).toEqual([202, null])
  })

  it.each([
    { what: 'an event that is stored', body: event({ u: 'https://example.com/alike' }) },
    { what: 'an event that is dropped', body: event({ d: 'unknown.example' }) },
    { what: 'an event that cannot be read', body: event({ u: 'nowhere' }) },
    { what: 'an array', body: `[${event({ u: 'https://example.com/alike' })},${event({ n: '' })}]` },
    { what: 'a broken text', body: '{"n":' },
    { what: 'no text at all', body: Buffer.from([0xff, 0xfe]) },
    { what: 'nothing', body: '' },
  ])('answers $what alike, whether its length is told or not', async ({ body }) => {
    const told = await post(server.address, { 'content-length': Buffer.byteLength(body) }, body)
    const untold = await post(server.address, { 'transfer-encoding': 'chunked' }, body)
    expect(told.status).toBeGreaterThan(200)
    expect(told).toEqual(untold)
  })

  it('is not troubled by who goes away in the middle of a request', async () => {
    const before = server.output()
    for (const path of ['/api/event', '/api/session']) {
      for (const announced of [500, 50_000]) await leaveHalfway(`${server.address}${path}`, announced)
    }
    expect((await send(event())).status).toBe(202)
    expect(server.output()).toBe(before)
  })

  it('counts what is dropped, by reason, and who objects nowhere', async () => {
    const answer = await callApi(server, cookie, '/api/sites/example.com/status')
    const { not_counted_today } = (await answer.json()) as {
      not_counted_today: { reason: string; count: number }[]
    }
    const reasons = not_counted_today.map(({ reason }) => reason).sort()
    expect(reasons).toEqual(['bot', 'prefetch', 'unknown_hostname'])
  })

  it('keeps what it has accepted over a kill -9, once', async () => {
    const page = '/survives'
    await Promise.all(Array.from({ length: 25 }, () => send(event({ u: `https://example.com${page}` }))))
    const engine = enginePid(server)
    server.process.kill('SIGKILL')
    await new Promise(resolve => server.process.once('exit', resolve))
    // The database does not outlive its collector.
    await expect.poll(() => existsSync(`/proc/${engine}`), { timeout: 10_000 }).toBe(false)
    server = await startServer({ dataDirectory: server.dataDirectory })
    const question = {
      site_id: 'example.com',
      metrics: ['pageviews', 'visitors'],
      date_range: 'day',
      filters: [['is', 'event:page', [page]]],
    }
    await expect
      .poll(
        async () =>
          (await (await callApi(server, cookie, '/api/v2/query', question)).json()).results?.[0]?.metrics,
      )
      .toEqual([25, 1])
  })
})

/** Status of a POST whose length is not announced; every chunk is written once the one before has left. */
function sendInChunks(url: string, chunks: number, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', agent: false }, answer => {
      resolve(answer.statusCode)
      sending.destroy()
    })
    sending.once('error', reject)
    const write = (left: number): void => {
      if (sending.destroyed) return
      if (left === 0) sending.end()
      else sending.write('x'.repeat(bytes), () => setImmediate(write, left - 1))
    }
    write(chunks)
  })
}

/** What a POST to the event API is answered: the status, the text and the headers that are of the answer itself. */
function post(
  address: string,
  headers: Record<string, string | number>,
  body: string | Buffer,
): Promise<{ status: number | undefined; text: string; headers: object }> {
  return new Promise((resolve, reject) => {
    const all = { 'user-agent': CHROME_UA, ...headers }
    const sending = request(`${address}/api/event`, { method: 'POST', headers: all }, async answer => {
      const text = (await answer.setEncoding('utf8').toArray()).join('')
      const { date: _, 'content-length': __, 'transfer-encoding': ___, ...own } = answer.headers
      resolve({ status: answer.statusCode, text, headers: own })
    })
    sending.once('error', reject)
    sending.end(body)
  })
}

/** Announces a body, sends a part of it, and goes away. */
async function leaveHalfway(url: string, announcedBytes: number): Promise<void> {
  const headers = { 'content-length': announcedBytes, 'content-type': 'application/json' }
  const sending = request(url, { method: 'POST', agent: false, headers })
  sending.once('error', () => undefined)
  await new Promise(resolve => sending.write('{"n":', resolve))
  // Until the server has begun to read.
  await sleep(50)
  sending.destroy()
  await sleep(50)
}
