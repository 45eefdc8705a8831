import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CHROME_UA } from '../support/browser.ts'
import { makeKey } from '../support/command-line.ts'
import { callApi, createOwner, startServer, type TestServer } from '../support/server.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'
const DAY_MS = 86_400_000

describe('events from programs, images and forms', () => {
  let server: TestServer
  let cookie: string
  let writeKey: string
  let importKey: string
  let otherKey: string
  beforeAll(async () => {
    server = await startServer()
    cookie = await createOwner(server)
    for (const domain of ['example.com', 'other.example', 'calm.example']) {
      const added = await callApi(server, cookie, '/api/sites', { domain, timezone: 'Europe/Helsinki' })
      expect(added.status).toBe(201)
    }
    writeKey = makeKey(server.dataDirectory, 'example.com', 'events:write')
    importKey = makeKey(server.dataDirectory, 'example.com', 'events:import')
    otherKey = makeKey(server.dataDirectory, 'other.example', 'events:write,events:import')
    // Keys made beside the collector are known to it within seconds.
    await vi.waitUntil(async () => (await send({}, { key: otherKey })).status === 202, { timeout: 10_000 })
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  interface Options {
    readonly key?: string
    readonly headers?: Record<string, string>
  }
  const event = (change: object = {}) => ({
    n: 'pageview',
    u: 'https://example.com/a',
    d: 'example.com',
    ...change,
  })
  const send = (body: object, { key, headers = {} }: Options = {}) =>
    fetch(`${server.address}/api/event`, {
      method: 'POST',
      headers: {
        'user-agent': CHROME_UA,
        'content-type': 'application/json',
        ...(key && { authorization: `Bearer ${key}` }),
        ...headers,
      },
      body: JSON.stringify(Array.isArray(body) ? body : event(body)),
    })
  const errorsOf = async (answer: Response) =>
    ((await answer.json()) as { errors: Record<string, string[]> }).errors
  const ask = async (question: object) => {
    const answer = await callApi(server, cookie, '/api/v2/query', {
      site_id: 'example.com',
      date_range: 'day',
      ...question,
    })
    return ((await answer.json()) as { results: { dimensions: string[]; metrics: number[] }[] }).results
  }
  const countOf =
    (page: string, metrics = ['pageviews', 'visitors']) =>
    async () =>
      (await ask({ metrics, filters: [['is', 'event:page', [page]]] }))[0]?.metrics

  describe('with an API key', () => {
    it('counts visitors by the address and User-Agent that a server tells, not by its own', async () => {
      const page = { u: 'https://example.com/server-side' }
      for (const ip of ['91.152.10.9', '91.152.10.10', '2001:14ba:1::7']) {
        const answer = await send({ ...page, ip, user_agent: FIREFOX }, { key: writeKey })
        expect([answer.status, answer.headers.get('x-hanki-dropped')]).toEqual([202, null])
      }
      await expect.poll(countOf('/server-side'), { timeout: 10_000 }).toEqual([3, 3])
      const browsers = await ask({
        metrics: ['visitors'],
        dimensions: ['visit:browser', 'visit:country'],
        filters: [['is', 'event:page', ['/server-side']]],
      })
      expect(browsers).toEqual([{ dimensions: ['Firefox', 'FI'], metrics: [3] }])
    })

    it('treats bots that a server tells like bots that come themselves', async () => {
      const bot = { ip: '91.152.10.9', user_agent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' }
      expect((await send(bot, { key: writeKey })).headers.get('x-hanki-dropped')).toBe('bot')
    })

    it.each([
      {
        why: 'no key',
        change: { ip: '91.152.10.9', user_agent: FIREFOX },
        field: 'ip',
        words: /events:write/,
      },
      {
        why: 'a key that may only import',
        change: { ip: '91.152.10.9', user_agent: FIREFOX },
        key: 'import',
        field: 'ip',
        words: /events:write/,
      },
      {
        why: 'an address without its User-Agent',
        change: { ip: '91.152.10.9' },
        key: 'write',
        field: 'user_agent',
        words: /required together with ip/,
      },
      {
        why: 'a User-Agent without its address',
        change: { user_agent: FIREFOX },
        key: 'write',
        field: 'ip',
        words: /required together with user_agent/,
      },
      {
        why: 'an address that is none',
        change: { ip: 'localhost', user_agent: FIREFOX },
        key: 'write',
        field: 'ip',
        words: /IP address of the visitor/,
      },
      {
        why: "another site's key",
        change: { ip: '91.152.10.9', user_agent: FIREFOX },
        key: 'other',
        field: 'domain',
        words: /for other\.example only/,
      },
      {
        why: 'the past without the scope',
        change: { timestamp: '2026-03-10T10:00:00Z', ip: '91.152.10.9', user_agent: FIREFOX },
        key: 'write',
        field: 'timestamp',
        words: /events:import/,
      },
      {
        why: 'the future',
        change: { timestamp: '2099-03-10T10:00:00Z', ip: '91.152.10.9', user_agent: FIREFOX },
        key: 'import',
        field: 'timestamp',
        words: /in the past, at most 396 days/,
      },
      {
        why: 'a time beyond the retention',
        change: { timestamp: '2009-03-10T10:00:00Z', ip: '91.152.10.9', user_agent: FIREFOX },
        key: 'import',
        field: 'timestamp',
        words: /in the past, at most 396 days/,
      },
      {
        why: 'a time without its offset',
        change: { timestamp: '2026-03-10T10:00:00', ip: '91.152.10.9', user_agent: FIREFOX },
        key: 'import',
        field: 'timestamp',
        words: /ISO 8601/,
      },
    ])('refuses $why, and says what is needed', async ({ change, key, field, words }) => {
      const keys: Record<string, string> = { write: writeKey, import: importKey, other: otherKey }
      const answer = await send(change, key === undefined ? {} : { key: keys[key] ?? '' })
      expect(answer.status).toBe(400)
      expect((await errorsOf(answer))[field]?.[0]).toMatch(words)
    })

    it('answers 401 to a key that nobody gave', async () => {
      const answer = await send({}, { key: `${writeKey}x` })
      expect(answer.status).toBe(401)
      expect(((await answer.json()) as { error: string }).error).toMatch(/unknown or was revoked/)
    })

    it('counts the past on its own days, with visits of its own', async () => {
      const start = Date.now() - 3 * DAY_MS
      const visitor = { ip: '91.152.10.9', user_agent: FIREFOX }
      const page = 'https://example.com/past'
      const at = (ms: number) => new Date(start + ms).toISOString()
      const answer = await send(
        [
          event({ ...visitor, u: page, timestamp: at(0) }),
          event({ ...visitor, u: page, timestamp: at(60_000) }),
          event({ ...visitor, u: page, timestamp: at(DAY_MS) }),
        ],
        { key: importKey },
      )
      expect(await answer.json()).toEqual(Array.from({ length: 3 }, () => ({ status: 'stored' })))
      const iso = (ms: number) => new Date(ms).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' })
      const question = {
        metrics: ['pageviews', 'visitors'],
        dimensions: ['time:day'],
        date_range: [iso(start), iso(start + DAY_MS)],
        filters: [['is', 'event:page', ['/past']]],
      }
      await expect
        .poll(async () => (await ask(question)).map(({ metrics }) => metrics), { timeout: 10_000 })
        .toEqual([
          [2, 1],
          [1, 1],
        ])
      expect(await countOf('/past')()).toEqual([0, 0])
    })
  })

  describe('with an Idempotency-Key', () => {
    const visitor = { ip: '91.152.10.9', user_agent: FIREFOX }

    it('counts a repeated request once, one after the other, at once and after a crash', async () => {
      const again = () =>
        send(
          { ...visitor, u: 'https://example.com/once' },
          { key: writeKey, headers: { 'idempotency-key': 'order-4711' } },
        )
      const statuses = await Promise.all([again(), again(), again()])
      expect((await again()).status).toBe(202)
      expect(statuses.map(({ status }) => status)).toEqual([202, 202, 202])

      server.process.kill('SIGKILL')
      await new Promise(resolve => server.process.once('exit', resolve))
      server = await startServer({ dataDirectory: server.dataDirectory })
      expect((await again()).status).toBe(202)
      // What comes after shows that everything before has been stored.
      await send({ ...visitor, u: 'https://example.com/after-once' }, { key: writeKey })
      await expect.poll(countOf('/after-once'), { timeout: 15_000 }).toEqual([1, 1])
      expect(await countOf('/once')()).toEqual([1, 1])
    }, 60_000)

    it('tells of an array that it was stored before', async () => {
      const again = async () =>
        (
          await send([event({ ...visitor, u: 'https://example.com/array' })], {
            key: writeKey,
            headers: { 'idempotency-key': 'order-4712' },
          })
        ).json()
      expect(await again()).toEqual([{ status: 'stored' }])
      expect(await again()).toEqual([{ status: 'repeated' }])
    })

    it('is nothing without an API key: anybody could keep events out with a guessed one', async () => {
      const headers = { 'idempotency-key': 'order-4713' }
      await send({ u: 'https://example.com/open' }, { headers })
      await send({ u: 'https://example.com/open' }, { headers })
      await expect.poll(countOf('/open'), { timeout: 10_000 }).toEqual([2, 1])
    })
  })

  describe('as a picture', () => {
    const pixel = (query: string, init: RequestInit = {}) =>
      fetch(`${server.address}/api/event/pixel.gif${query}`, {
        ...init,
        headers: { 'user-agent': CHROME_UA, ...(init.headers as Record<string, string>) },
      })

    it('counts a page view, and is not cached', async () => {
      const answer = await pixel('?u=https://example.com/pixel&d=example.com&r=https://www.bing.com/')
      expect([
        answer.status,
        answer.headers.get('content-type'),
        answer.headers.get('cache-control'),
      ]).toEqual([200, 'image/gif', 'no-store'])
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 6)
          .toString(),
      ).toBe('GIF89a')
      await expect.poll(countOf('/pixel'), { timeout: 10_000 }).toEqual([1, 1])
    })

    it("takes the page from the image's referrer when the HTML names none", async () => {
      const answer = await pixel('?d=example.com', { headers: { referer: 'https://example.com/pixel-page' } })
      expect(answer.status).toBe(200)
      await expect.poll(countOf('/pixel-page'), { timeout: 10_000 }).toEqual([1, 1])
    })

    it('is still a picture when nothing can be counted', async () => {
      const broken = await pixel('?d=example.com')
      expect([broken.status, broken.headers.get('content-type')]).toEqual([400, 'image/gif'])
      const dropped = await pixel('?u=https://evil.net/&d=example.com')
      expect([dropped.status, dropped.headers.get('x-hanki-dropped')]).toEqual([200, 'unknown_hostname'])
      const past = await pixel('?u=https://example.com/no&d=unknown.example&timestamp=2026-01-01T00:00:00Z')
      expect([past.status, past.headers.get('x-hanki-dropped')]).toEqual([200, 'unknown_site'])
    })
  })

  it('takes forms of both kinds, with properties and money as JSON text', async () => {
    const fields = {
      name: 'Buy',
      url: 'https://example.com/form',
      domain: 'example.com',
      props: '{"plan":"yearly"}',
      revenue: '{"amount":"12.50","currency":"EUR"}',
      interactive: 'false',
    }
    const multipart = new FormData()
    for (const [key, value] of Object.entries(fields)) multipart.set(key, value)
    for (const body of [new URLSearchParams(fields), multipart]) {
      const answer = await fetch(`${server.address}/api/event`, {
        method: 'POST',
        headers: { 'user-agent': CHROME_UA },
        body,
      })
      expect([answer.status, answer.headers.get('x-hanki-dropped')]).toEqual([202, null])
    }
  })

  it('never tells whether a visit is open', async () => {
    const engagement = { n: 'engagement', u: 'https://calm.example/', d: 'calm.example', e: 3_000 }
    const answer = await send(engagement)
    expect([answer.status, await answer.text(), answer.headers.get('x-hanki-dropped')]).toEqual([
      202,
      'ok',
      null,
    ])
    // The owner is told all the same.
    const status = async () =>
      (await (await callApi(server, cookie, '/api/sites/calm.example/status')).json()) as {
        not_counted_today: { reason: string }[]
      }
    await expect
      .poll(async () => (await status()).not_counted_today.map(({ reason }) => reason))
      .toEqual(['no_visit_for_engagement'])
  })

  it('names unknown host names, so that the owner can add one, and then counts it', async () => {
    const page = { u: 'https://shop.example.net/cart', d: 'calm.example' }
    expect((await send(page)).headers.get('x-hanki-dropped')).toBe('unknown_hostname')
    const status = await (await callApi(server, cookie, '/api/sites/calm.example/status')).json()
    expect(status).toMatchObject({
      not_counted_today: expect.arrayContaining([
        { reason: 'unknown_hostname', count: 1, names: [{ name: 'shop.example.net', count: 1 }] },
      ]),
    })
    const path = '/api/sites/calm.example/settings'
    const settings = (await (await callApi(server, cookie, path)).json()) as object
    const changed = await callApi(
      server,
      cookie,
      path,
      { ...settings, hostnames: ['shop.example.net'] },
      'PUT',
    )
    expect(changed.status).toBe(200)
    expect((await send(page)).headers.get('x-hanki-dropped')).toBeNull()
  })

  it('explains settings that are wrong, and changes nothing', async () => {
    const path = '/api/sites/calm.example/settings'
    const before = await (await callApi(server, cookie, path)).json()
    const body = { precision: 'exact', shields: { networks: ['192.0.2.0/33'] }, colour: 'red' }
    const answer = await callApi(server, cookie, path, body, 'PUT')
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: Record<string, string[]> }
    expect(Object.keys(errors).sort()).toEqual(['colour', 'precision', 'shields.networks.0'])
    expect(await (await callApi(server, cookie, path)).json()).toEqual(before)
  })

  it('sends an event to several sites at once', async () => {
    const answer = await send({
      u: 'https://example.com/both',
      d: 'example.com, www.other.example,unknown.example',
    })
    // One of them stored it: the event is stored.
    expect([answer.status, answer.headers.get('x-hanki-dropped')]).toEqual([202, null])
    await expect.poll(countOf('/both'), { timeout: 10_000 }).toEqual([1, 1])
  })

  it('answers 429 with a time to wait to a network that floods, and takes others all the while', async () => {
    const headers = (address: string) => ({ headers: { 'x-forwarded-for': address } })
    const page = event({ u: 'https://other.example/', d: 'other.example' })
    const thousand = Array.from({ length: 1_000 }, () => page)
    const statuses: number[] = []
    for (let sent = 0; sent < 4; sent++) statuses.push((await send(thousand, headers('203.0.113.7'))).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([202, 429])
    const more = await Promise.all(Array.from({ length: 1_100 }, () => send(page, headers('203.0.113.7'))))
    const last = more.find(({ status }) => status === 429)
    expect(last?.headers.get('retry-after')).toBe('5')
    expect((await send({ d: 'example.com' }, headers('198.51.100.7'))).status).toBe(202)
  })
})
