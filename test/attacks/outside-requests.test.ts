import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROME_UA } from '../support/browser.ts'
import { type OwnServer, openOwnServer } from '../support/own-server.ts'
import { apiRoutes } from '../support/routes.ts'

const COLLECTOR = join(import.meta.dirname, '../../collector')

/** What opens a connection, in any library that there is. */
const OPENS =
  /\bfetch\(|from '(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|undici|nodemailer)'|\bcreateClient\(|\bnew (WebSocket|EventSource|XMLHttpRequest)\b|sendBeacon/

/** Where connections are opened, and what decides where to: never a request. */
const MAY_OPEN: Readonly<Record<string, string>> = {
  'mail/smtp.ts': 'HANKI_MAIL_URL',
  'oidc/bounded-fetch.ts': 'HANKI_OIDC_ISSUER, and what its document names',
  'storage/engine.ts': 'HANKI_CLICKHOUSE_URL, or the port of the embedded engine',
  'storage/engine/embedded.ts': 'the port of the embedded engine',
  'cli/service-checks.ts': 'the own address',
}

/** Uses of these modules that open nothing: servers, and questions about a text. */
const HARMLESS =
  /import type .*|import \{ createServer, type Server \} from 'node:http'|import \{ isIP(v4)? \} from 'node:net'/g

describe('work that somebody would have the server do elsewhere, or for long', () => {
  let server: OwnServer
  let web: Server
  let tcp: Server
  const connections: string[] = []
  beforeAll(async () => {
    server = await openOwnServer()
    web = await listen(createServer((request, response) => response.end(request.url)))
    tcp = await listen(createTcpServer(socket => socket.destroy()))
    web.on('connection', () => connections.push('web'))
    tcp.on('connection', () => connections.push('tcp'))
    await send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' })
  })
  afterAll(async () => {
    await server.close()
    web.close()
    tcp.close()
  })

  async function listen(opened: Server): Promise<Server> {
    await new Promise<void>(resolve => opened.listen(0, '127.0.0.1', resolve))
    return opened
  }

  const portOf = (of: Server): number => (of.address() as AddressInfo).port

  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<number> {
    const answer = await fetch(`${server.address}${path}`, {
      method,
      headers: {
        cookie: server.cookie,
        origin: server.address,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    await answer.arrayBuffer()
    return answer.status
  }

  /** Addresses of the two listeners, as somebody would write them who wants them called. */
  const addresses = (): string[] => [
    `http://127.0.0.1:${portOf(web)}/x`,
    `http://localhost:${portOf(web)}/x`,
    `http://2130706433:${portOf(web)}/x`,
    `http://user:password@127.0.0.1:${portOf(web)}/x`,
    `smtp://127.0.0.1:${portOf(tcp)}`,
    `gopher://127.0.0.1:${portOf(tcp)}/_x`,
    `//127.0.0.1:${portOf(web)}/x`,
    `127.0.0.1:${portOf(web)}`,
  ]

  it('has listeners that notice a connection', async () => {
    await fetch(`http://127.0.0.1:${portOf(web)}/`)
    expect(connections.splice(0)).toEqual(['web'])
  })

  it('asks nobody for an address in any field of an event', async () => {
    for (const address of addresses()) {
      for (const event of [
        { n: 'pageview', u: address, d: 'own.example', r: address },
        { n: address, u: 'https://own.example/', d: address, r: address, p: { [address]: address } },
        { n: 'x', u: `https://own.example/?utm_source=${address}#${address}`, d: 'own.example', r: address },
      ]) {
        const status = await send('POST', '/api/event', event, {
          'user-agent': CHROME_UA,
          referer: address,
          'x-forwarded-for': address,
          forwarded: `for="${address}";host="${address}"`,
          'x-forwarded-host': `127.0.0.1:${portOf(web)}`,
        })
        expect([202, 400]).toContain(status)
      }
      await send('GET', `/api/event/pixel.gif?d=own.example&u=${encodeURIComponent(address)}`)
    }
    await server.hanki.writer.drain(10_000)
    expect(connections).toEqual([])
  })

  it('asks nobody for an address in anything that is sent to any route', { timeout: 60_000 }, async () => {
    const routes = apiRoutes().filter(
      ({ method, path }) =>
        ['POST', 'PUT', 'PATCH'].includes(method) &&
        !path.startsWith('/api/event') &&
        !path.endsWith('/reset'),
    )
    expect(routes.length).toBeGreaterThan(20)
    const fields = new Set(
      readdirSync(join(COLLECTOR, 'http'), { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith('contract.ts'))
        .flatMap(file => [
          ...readFileSync(join(COLLECTOR, 'http', file), 'utf8').matchAll(/^ {2,}(\w+)\??:/gm),
        ])
        .map(([, name = '']) => name),
    )
    expect(fields.size).toBeGreaterThan(50)
    for (const address of addresses()) {
      const body = Object.fromEntries([...fields].map(name => [name, address]))
      for (const { method, path } of routes) {
        const place = path.replace(':domain', 'own.example').replace(/:(\w+)(\{[^}]*\})?/g, '1')
        expect(await send(method, place, body)).toBeLessThan(500)
      }
      // Well-formed, so that it is kept and used.
      const host = `127.0.0.1:${portOf(web)}`
      await send('POST', '/api/sites', { domain: host, timezone: 'UTC' })
      await send('PUT', '/api/sites/own.example/settings', { hostnames: ['127.0.0.1', 'localhost'] })
      await send('PUT', '/api/sites/own.example/goals', { goal_type: 'page', page_path: `/${address}` })
      for (const operator of ['is', 'contains', 'matches']) {
        await send('POST', '/api/v2/query', {
          site_id: 'own.example',
          metrics: ['visitors'],
          date_range: 'day',
          filters: [[operator, 'visit:referrer', [address, `url('${address}', 'CSV')`]]],
        })
      }
    }
    expect(connections).toEqual([])
  })

  it('has few files that open connections, and these take no address of a request', () => {
    const opening = readdirSync(COLLECTOR, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && !file.startsWith('tracker/'))
      .filter(file => {
        const source = readFileSync(join(COLLECTOR, file), 'utf8')
        return OPENS.test(source.replace(/^\s*(\*|\/\/|\/\*).*$/gm, '').replaceAll(HARMLESS, ''))
      })
      .map(file => relative('.', file))
    expect(opening.toSorted()).toEqual(Object.keys(MAY_OPEN).toSorted())
  })

  // A machine that goes back would not be done while the sun shines.
  it('answers expressions that are slow elsewhere, or refuses them with words', {
    timeout: 60_000,
  }, async () => {
    for (let count = 0; count < 20; count++) {
      const u = `https://own.example/${'a'.repeat(900)}!${count}`
      await fetch(`${server.address}/api/event`, {
        method: 'POST',
        headers: { 'user-agent': CHROME_UA },
        body: JSON.stringify({ n: 'pageview', u, d: 'own.example' }),
      })
    }
    await server.hanki.writer.drain(10_000)
    const expressions = [
      '^/(a+)+$',
      '^/(a|aa)+$',
      '^/(a|a?)+$',
      '^/(.*a){20}$',
      '(x+x+)+y',
      '^(([a-z])+.)+[A-Z]([a-z])+$',
    ]
    for (const expression of [...expressions, '(a{1,1000}){1,1000}', '('.repeat(1_000)]) {
      const status = await send('POST', '/api/v2/query', {
        site_id: 'own.example',
        metrics: ['visitors'],
        date_range: 'day',
        filters: [['matches', 'event:page', [expression]]],
      })
      expect([expression, [200, 400].includes(status)]).toEqual([expression, true])
    }
  })

  it('answers a goal of the most stars that are taken', { timeout: 60_000 }, async () => {
    const save = (stars: number): Promise<number> =>
      send('PUT', '/api/sites/own.example/goals', {
        goal_type: 'page',
        page_path: `/${'*a'.repeat(stars)}b`,
        display_name: 'Stars',
      })
    let stars = 100
    while (stars > 1 && (await save(stars)) === 400) stars--
    expect(stars).toBeLessThan(20)
    const status = await send('POST', '/api/v2/query', {
      site_id: 'own.example',
      metrics: ['visitors'],
      date_range: 'day',
      filters: [['is', 'event:goal', ['Stars']]],
    })
    expect(status).toBe(200)
  })
})
