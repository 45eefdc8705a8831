import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CollectorRole, loadConfig } from '../../collector/config.ts'
import { builtBeside, type Hanki, openHanki } from '../../collector/hanki.ts'
import { openLog } from '../../collector/log.ts'
import { CHROME_UA } from '../support/browser.ts'
import { openTestEngine, type TestEngine } from '../support/engine.ts'
import { apiRoutes } from '../support/routes.ts'
import { callApi, createOwner, OWNER } from '../support/server.ts'

/** How soon a change at the control collector is known at the others, ms: what the README says. */
const KNOWN_WITHIN_MS = 5_000
const DOMAIN = 'own.example'

interface Collector {
  readonly hanki: Hanki
  readonly address: string
}

describe('two collectors on one ClickHouse server', () => {
  let engine: TestEngine
  let url: string
  const directories: string[] = []
  let control: Collector
  let collect: Collector
  let cookie: string

  beforeAll(async () => {
    engine = await openTestEngine()
    const file = join(engine.directory, 'engine', 'connection.json')
    const { port, password } = JSON.parse(readFileSync(file, 'utf8'))
    // A database that nobody has made yet.
    url = `http://hanki:${password}@127.0.0.1:${port}/shared`
    const opening = open('collect')
    control = await listen(await open('control'))
    collect = await listen(await opening)
    const setupToken = (await control.hanki.createSetupLink()) ?? ''
    expect(await statusOf(collect, '/api/setup', { token: setupToken, ...OWNER })).toBe(403)
    cookie = await createOwner({ address: control.address, setupToken })
    expect(await statusOf(control, '/api/setup', { token: setupToken, ...OWNER })).toBe(410)
  }, 60_000)
  afterAll(async () => {
    await collect.hanki.close()
    await control.hanki.close()
    await engine.close()
    for (const directory of directories) rmSync(directory, { recursive: true, force: true })
  })

  function open(role: CollectorRole): Promise<Hanki> {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'hanki-test-'))
    directories.push(dataDirectory)
    return openHanki({
      config: { ...loadConfig({}), role, clickhouseUrl: url, dataDirectory, dayKeysFile: 'none' },
      built: builtBeside(join(import.meta.dirname, '../../dist/collector')),
      log: openLog('error'),
      nowSeconds: () => Math.floor(Date.now() / 1_000),
      runtimeDirectory: undefined,
    })
  }

  async function listen(hanki: Hanki): Promise<Collector> {
    await new Promise<void>(resolve => hanki.server.listen(0, '127.0.0.1', resolve))
    return { hanki, address: `http://127.0.0.1:${(hanki.server.address() as AddressInfo).port}` }
  }

  const statusOf = async (of: Collector, path: string, body?: object): Promise<number> =>
    (await callApi(of, cookie ?? '', path, body)).status

  /** What became of a page view. */
  async function visit(of: Collector, page: string): Promise<string | null> {
    const answer = await fetch(`${of.address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': CHROME_UA },
      body: JSON.stringify({ n: 'pageview', u: `https://${DOMAIN}${page}`, d: DOMAIN }),
    })
    expect(answer.status).toBe(202)
    return answer.headers.get('x-hanki-dropped')
  }

  async function pages(of: Collector, key: string): Promise<unknown> {
    const today = new Date().toISOString().slice(0, 10)
    const answer = await fetch(`${of.address}/api/v2/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        site_id: DOMAIN,
        metrics: ['pageviews'],
        date_range: [today, today],
        dimensions: ['event:page'],
        order_by: [['event:page', 'asc']],
      }),
    })
    const { results }: { results?: { dimensions: string[]; metrics: number[] }[] } = await answer.json()
    return results?.map(({ dimensions, metrics }) => [...dimensions, ...metrics]) ?? answer.status
  }

  it('know a site and a key that were added at the control collector, and store an event once', async () => {
    expect(await statusOf(control, '/api/sites', { domain: DOMAIN, timezone: 'UTC' })).toBe(201)
    const made = await callApi(control, cookie, `/api/sites/${DOMAIN}/keys`, { scopes: ['stats:read'] })
    const { key, id }: { key: string; id: string } = await made.json()
    const known = { timeout: KNOWN_WITHIN_MS, interval: 50 }
    await expect.poll(() => collect.hanki.directory.siteByDomain(DOMAIN)?.domain, known).toBe(DOMAIN)
    expect([await visit(control, '/control'), await visit(collect, '/collect')]).toEqual([null, null])
    for (const { hanki } of [control, collect]) await hanki.writer.drain(10_000)
    const both = [
      ['/collect', 1],
      ['/control', 1],
    ]
    for (const of of [control, collect]) await expect.poll(() => pages(of, key)).toEqual(both)

    await callApi(control, cookie, `/api/sites/${DOMAIN}/keys/${id}`, undefined, 'DELETE')
    await expect.poll(() => pages(collect, key), known).toBe(401)
  })

  it('let a session of the control collector read, and end it with it', async () => {
    const answer = await callApi(control, cookie, '/api/session', OWNER)
    const other = (answer.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? ''
    const known = { timeout: KNOWN_WITHIN_MS, interval: 50 }
    const reads = async (): Promise<number> => (await callApi(collect, other, '/api/sites')).status
    await expect.poll(reads, known).toBe(200)
    await callApi(control, other, '/api/session', undefined, 'DELETE')
    await expect.poll(reads, known).toBe(401)
  })

  it('refuse at the collecting one, with words, whatever changes, signs in or is noted', async () => {
    const answered =
      /^(GET \/api\/(health\/(live|ready)|openapi\.json|docs\/query\/schema\.json|sites|sites\/:domain(\/(status|goals|segments|annotations|funnels))?)|POST \/api\/v2\/(query|funnel|journey)|\S+ \/api\/event\S*)$/
    const routes = apiRoutes().map(({ method, path }) => `${method} ${path}`)
    const refused = routes.filter(route => !answered.test(route))
    expect(refused.length).toBeGreaterThan(40)
    const statuses: string[] = []
    for (const route of refused) {
      const [method = '', path = ''] = route.split(' ')
      const place = path.replace(':domain', DOMAIN).replace(/:(\w+)(\{[^}]*\})?/g, '1')
      const body = method === 'GET' || method === 'DELETE' ? undefined : {}
      const answer = await callApi(collect, cookie, place, body, method)
      const { error }: { error?: string } = await answer.json()
      if (answer.status !== 403 || !error?.includes('Ask the control collector')) statuses.push(route)
    }
    expect(statuses).toEqual([])
    for (const path of ['/', `/sites/${DOMAIN}`, '/api/nothing'])
      expect((await fetch(collect.address + path)).status).toBe(403)
    for (const path of ['/api/health/live', '/api/health/ready', '/api/openapi.json', '/js/script.js'])
      expect((await fetch(collect.address + path)).status).toBe(200)
  })

  it('use an invitation and a recovery code up once', async () => {
    const invited = await callApi(control, cookie, `/api/sites/${DOMAIN}/invitations`, {
      email: 'new@example.com',
      role: 'viewer',
    })
    const { token }: { token: string } = await invited.json()
    const join = { token, password: 'another horse battery' }
    const accept = (of: Collector): Promise<number> => statusOf(of, '/api/invitations/accept', join)
    expect([await accept(collect), await accept(control)]).toEqual([403, 201])
    expect([await accept(collect), await accept(control)]).toEqual([403, 410])

    const path = '/api/account/second-factor'
    const { secret }: { secret: string } = await (await callApi(control, cookie, path, {})).json()
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    const added = await callApi(control, cookie, path, { code }, 'PUT')
    const { recovery_codes: codes }: { recovery_codes: string[] } = await added.json()
    const signIn = (of: Collector): Promise<number> =>
      statusOf(of, '/api/session', { ...OWNER, code: codes[0] })
    expect([await signIn(collect), await signIn(control)]).toEqual([403, 201])
    expect([await signIn(collect), await signIn(control)]).toEqual([403, 401])
  })

  it('leave the audit log, sealing and the set-up link to one of them', async () => {
    expect(await collect.hanki.createSetupLink()).toBeUndefined()
    const count = 'SELECT count() AS all, uniqExact(number) AS numbers FROM shared.audit_log'
    const answer = await engine.client.query({ query: count, format: 'JSONEachRow' })
    const [row] = await answer.json<{ all: string; numbers: string }>()
    expect(row?.all).toBe(row?.numbers)
  })

  it('have one in control: a second one is refused, by the name of the first one’s machine', async () => {
    await expect(open('control')).rejects.toThrow(/is in control of this database.*HANKI_ROLE=collect/)
  })
})
