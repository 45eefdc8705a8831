import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { rawGet, rawRequest } from '../support/raw-request.ts'
import { apiRoutes } from '../support/routes.ts'
import { callApi, OWNER } from '../support/server.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

describe('attempts against the server', () => {
  let server: OwnServer
  beforeAll(async () => {
    server = await openOwnServer()
    await callApi(server, server.cookie, '/api/sites', { domain: 'own.example', timezone: 'UTC' })
  })
  afterAll(() => server.close())

  interface Answer {
    readonly status: number
    readonly headers: Readonly<Record<string, string | string[] | undefined>>
    readonly body: string
  }

  /** A request with exactly these headers, as no browser API would let a test send them. */
  function send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(`${server.address}${path}`, { method, headers })
      sent.on('error', reject).on('response', answer => {
        let text = ''
        answer
          .setEncoding('utf8')
          .on('data', (part: string) => (text += part))
          .on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
      })
      sent.end(body)
    })
  }

  const session = (cookie: string): Promise<number> =>
    send('GET', '/api/session', { cookie }).then(({ status }) => status)

  function signIn(headers: Record<string, string> = {}): Promise<Answer> {
    const own = { ...JSON_TYPE, origin: server.address, ...headers }
    return send('POST', '/api/session', own, JSON.stringify(OWNER))
  }

  function cookieOf({ headers }: Answer): string {
    return headers['set-cookie']?.[0]?.split(';', 1)[0] ?? ''
  }

  describe('session fixation', () => {
    it('a session that somebody else chose is not taken over', async () => {
      const chosen = `hanki_session=${'a'.repeat(43)}`
      const cookie = cookieOf(await signIn({ cookie: chosen }))
      expect(cookie).toMatch(/^hanki_session=.{43}$/)
      expect(cookie).not.toBe(chosen)
      expect([await session(chosen), await session(cookie)]).toEqual([401, 200])
    })

    it('a session that is open is no name for another one', async () => {
      const first = cookieOf(await signIn())
      const second = cookieOf(await signIn({ cookie: first }))
      expect(second).not.toBe(first)
      await send('DELETE', '/api/session', { cookie: second, origin: server.address })
      expect([await session(first), await session(second)]).toEqual([200, 401])
    })

    it('its token is worth nothing in an address or as a key', async () => {
      const token = cookieOf(await signIn()).slice('hanki_session='.length)
      for (const [path, headers] of [
        [`/api/sites?hanki_session=${token}`, {}],
        ['/api/sites', { authorization: `Bearer ${token}` }],
        ['/api/sites', { 'x-session': token }],
      ] as const) {
        expect((await send('GET', path, headers)).status).toBe(401)
      }
    })
  })

  describe('forged requests in a signed-in browser', () => {
    const changing = apiRoutes().filter(
      ({ method, path }) => method !== 'GET' && !path.startsWith('/api/event'),
    )
    const forgeries: readonly (readonly [name: string, headers: (own: string) => Record<string, string>])[] =
      [
        ['another origin', () => ({ ...JSON_TYPE, origin: 'https://evil.example' })],
        ['an origin that only begins like ours', own => ({ ...JSON_TYPE, origin: `${own}.evil.example` })],
        ['no origin to be named', () => ({ ...JSON_TYPE, origin: 'null' })],
        ['no origin at all', () => JSON_TYPE],
        [
          'a browser that says cross-site',
          own => ({ ...JSON_TYPE, origin: own, 'sec-fetch-site': 'cross-site' }),
        ],
        [
          'a browser that says same-site',
          own => ({ ...JSON_TYPE, origin: own, 'sec-fetch-site': 'same-site' }),
        ],
        ['a referrer of ours', own => ({ ...JSON_TYPE, referer: `${own}/`, origin: 'https://evil.example' })],
      ]
    it.each(forgeries)('%s: 403 on every route that changes something', async (_, headersOf) => {
      expect(changing.length).toBeGreaterThan(25)
      const statuses = new Map<number, number>()
      for (const { method, path } of changing) {
        const place = path.replace(':domain', 'own.example').replace(/:(\w+)(\{[^}]*\})?/g, '1')
        const { status } = await send(
          method,
          place,
          { cookie: server.cookie, ...headersOf(server.address) },
          method === 'DELETE' ? '' : '{}',
        )
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
      expect([...statuses]).toEqual([[403, changing.length]])
    })

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
      'a form of type "%s": 415, even from our own origin',
      async type => {
        for (const { method, path } of changing.filter(({ method }) => method !== 'DELETE')) {
          const place = path.replace(':domain', 'own.example').replace(/:(\w+)(\{[^}]*\})?/g, '1')
          const headers = { cookie: server.cookie, origin: server.address, 'content-type': type }
          expect((await send(method, place, headers, '{}')).status).toBe(415)
        }
      },
    )
  })

  describe('redirects and headers', () => {
    it.each([
      '//evil.example',
      '//evil.example/%2e%2e',
      '/\\evil.example',
      '/%2f%2fevil.example',
      '/%5cevil.example',
      '/sign-in?return=//evil.example',
      '/assets//evil.example',
      '/index.html//evil.example',
      '/sites/%0d%0aset-cookie:x=1',
      '/js/script.js/%0d%0ax-injected:1',
      '/api/sites/%0d%0ax-injected%3a1/status',
      '/api/event/pixel.gif?u=https://own.example/%0d%0ax-injected:1&d=own.example%0d%0ax-injected:1',
    ])('%s leads nowhere else, and writes no header', async path => {
      const answer = await rawRequest(server.address, rawGet(path))
      const [head = ''] = answer.split('\r\n\r\n', 1)
      expect(head).toMatch(/^HTTP\/1\.1 [24]\d\d /)
      expect(head.toLowerCase()).not.toMatch(/\r\n(location|x-injected|set-cookie):/)
    })

    it.each(['\r\nx-injected: 1', '\n x', '\0', '\x7f\x80\xff'])(
      'a header with %j is refused or taken as text',
      async value => {
        for (const name of [
          'User-Agent',
          'Referer',
          'Origin',
          'X-Forwarded-For',
          'Cookie',
          'Authorization',
        ]) {
          const answer = await rawRequest(server.address, rawGet('/api/session', [`${name}: a${value}b`]))
          expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
          expect(answer.split('\r\n\r\n', 1)[0]?.toLowerCase()).not.toContain('\r\nx-injected')
        }
      },
    )

    it('every kind of answer carries the headers that protect it', async () => {
      for (const path of [
        '/',
        '/sites/own.example',
        '/nothing',
        '/api/session',
        '/api/nothing',
        '/assets/x.js',
      ]) {
        const { headers } = await send('GET', path, {})
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'same-origin',
          'cross-origin-opener-policy': 'same-origin',
        })
        const policy = String(headers['content-security-policy'])
        expect(policy).toMatch(
          /default-src 'none'.*script-src 'self';.*base-uri 'none'.*frame-ancestors 'none'/,
        )
        expect(policy).not.toMatch(/unsafe|\*|https?:/)
        expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\)/)
        expect(headers['permissions-policy']).toContain(
          'publickey-credentials-get=(self), publickey-credentials-create=(self)',
        )
        expect(headers['x-powered-by']).toBeUndefined()
      }
    })
  })

  describe('path traversal', () => {
    it.each([
      '/../package.json',
      '/../../../../../../etc/passwd',
      '/assets/../../../package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/assets/%252e%252e%252f%252e%252e%252fpackage.json',
      '/assets/..%5c..%5c..%5cpackage.json',
      '/assets/..\\..\\..\\package.json',
      '/assets/....//....//package.json',
      '/assets//etc/passwd',
      '/%2fetc%2fpasswd',
      '/assets/index.html%00.js',
      '/%00',
      '/js/..%2f..%2f..%2fpackage.json',
      'http://evil.example/../../etc/passwd',
      'file:///etc/passwd',
    ])('%s shows no file but the dashboard', async path => {
      const answer = await rawRequest(server.address, rawGet(path))
      expect(answer).toMatch(/^HTTP\/1\.1 [24]\d\d /)
      expect(answer).not.toMatch(/root:x:|"hanki",|devDependencies|-----BEGIN/)
    })
  })

  describe('prototype pollution', () => {
    const POLLUTED = ['{"__proto__":{"polluted":"1"}}', '{"constructor":{"prototype":{"polluted":"1"}}}']
    it('through properties of events, in every form that they come in', async () => {
      for (const props of [...POLLUTED, '{"__proto__":"polluted","constructor":"1","hasOwnProperty":"2"}']) {
        for (const [type, body] of [
          ['text/plain', `{"n":"x","u":"https://own.example/","d":"own.example","p":${props}}`],
          [
            'application/json',
            `{"n":"x","u":"https://own.example/","d":"own.example","p":${JSON.stringify(props)}}`,
          ],
          [
            'application/x-www-form-urlencoded',
            `n=x&u=https://own.example/&d=own.example&p=${encodeURIComponent(props)}&__proto__[polluted]=1`,
          ],
        ] as const) {
          const { status } = await send(
            'POST',
            '/api/event',
            { 'content-type': type, 'user-agent': 'x' },
            body,
          )
          expect([200, 202, 400]).toContain(status)
        }
      }
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    })

    it('through every body that the dashboard sends', async () => {
      const routes = apiRoutes().filter(({ method }) => method !== 'GET' && method !== 'DELETE')
      for (const { method, path } of routes) {
        if (path.startsWith('/api/event')) continue
        const place = path.replace(':domain', 'own.example').replace(/:(\w+)(\{[^}]*\})?/g, '1')
        for (const body of POLLUTED) {
          const headers = { ...JSON_TYPE, cookie: server.cookie, origin: server.address }
          const { status } = await send(method, place, headers, body)
          expect(status).toBeLessThan(500)
        }
      }
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    })
  })

  describe('more than anybody needs to send', () => {
    /** These take no body, so they do not read one. */
    const BODILESS = ['POST /api/sites/:domain/reset', 'POST /api/account/second-factor']
    const taking = apiRoutes().filter(
      ({ method, path }) =>
        ['POST', 'PUT', 'PATCH'].includes(method) &&
        !path.startsWith('/api/event') &&
        !BODILESS.includes(`${method} ${path}`),
    )
    const placeOf = (path: string): string =>
      path.replace(':domain', 'own.example').replace(/:(\w+)(\{[^}]*\})?/g, '1')

    it.each([
      ['announced', {}],
      ['in pieces without a length', { 'transfer-encoding': 'chunked' }],
    ])('a body of 300 kB, %s: 413 on every route that takes one', async (_, headers) => {
      const body = JSON.stringify({ site_id: 'own.example', padding: 'x'.repeat(300_000) })
      const others: string[] = []
      for (const { method, path } of taking) {
        const own = { ...JSON_TYPE, cookie: server.cookie, origin: server.address }
        const all = { ...own, ...headers, connection: 'close' }
        const { status } = await send(method, placeOf(path), all, body)
        if (status !== 413) others.push(`${method} ${path} ${status}`)
      }
      expect([taking.length > 20, others]).toEqual([true, []])
    })

    it.each([
      ['one header of 100 kB', [`x-long: ${'x'.repeat(100_000)}`]],
      ['ten thousand headers', Array.from({ length: 10_000 }, (_, count) => `x-${count}: 1`)],
      ['a cookie of 100 kB', [`cookie: hanki_session=${'x'.repeat(100_000)}`]],
    ])('%s: 431', async (_, headers) => {
      for (const path of ['/', '/api/session', '/api/event'])
        expect(await rawRequest(server.address, rawGet(path, headers))).toMatch(/^HTTP\/1\.1 431 /)
    })

    it('an address of 100 kB: 431 or 414', async () => {
      const answer = await rawRequest(server.address, rawGet(`/api/sites/${'x'.repeat(100_000)}`))
      expect(answer).toMatch(/^HTTP\/1\.1 (431|414) /)
    })

    it('nested JSON that a reader could drown in: an answer, and none of 5xx', async () => {
      const failed: string[] = []
      for (const [open, close] of [
        ['[', ']'],
        ['{"a":', '}'],
        ['["not",', ']'],
        ['["and",[', ']]'],
      ] as const) {
        const count = Math.floor(15_000 / (open.length + close.length))
        const deep = `${open.repeat(count)}[]${close.repeat(count)}`
        for (const { method, path } of taking) {
          const own = { ...JSON_TYPE, cookie: server.cookie, origin: server.address }
          for (const body of [
            deep,
            `{"site_id":"own.example","name":"a","date_range":"7d","filters":${deep}}`,
          ]) {
            const { status } = await send(method, placeOf(path), own, body)
            if (status >= 500) failed.push(`${method} ${path} ${body.slice(0, 70)}`)
          }
        }
      }
      expect(failed).toEqual([])
    })
  })
})
