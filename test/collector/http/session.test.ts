import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AccountsApp,
  BAD_BODIES,
  cookieOf,
  OWNER,
  openAccountsApp,
  RELYING_PARTY,
} from './accounts-app.ts'

describe('/api/session', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
  })
  afterAll(() => app.engine.close())

  it('tells who is signed in', async () => {
    const answer = await app.send('GET', '/api/session', undefined, owner)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      user: { email: OWNER.email, is_operator: true, has_second_factor: false, needs_second_factor: false },
      sites: [],
    })
  })

  it('tells the sites of who is signed in, as the list of sites does', async () => {
    await app.send('POST', '/api/sites', { domain: 'seen.example', timezone: 'Europe/Helsinki' }, owner)
    const { sites } = await (await app.send('GET', '/api/session', undefined, owner)).json()
    expect(sites).toMatchObject([{ domain: 'seen.example', role: 'owner' }])
    expect({ sites }).toEqual(await (await app.send('GET', '/api/sites', undefined, owner)).json())
  })

  it('tells that nobody is, and that no set-up is needed', async () => {
    const answer = await app.send('GET', '/api/session')
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      error: 'Nobody is signed in.',
      setup_needed: false,
      can_mail: false,
      provider: null,
      passkey_origin: RELYING_PARTY.origin,
    })
  })

  it('signs in with the right password and out again for good', async () => {
    const answer = await app.send('POST', '/api/session', { ...OWNER, email: ' OWNER@example.com ' })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({
      user: { email: OWNER.email, is_operator: true, has_second_factor: false, needs_second_factor: false },
    })
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^hanki_session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const cookie = cookieOf(answer)
    const out = await app.send('DELETE', '/api/session', undefined, { cookie })
    expect(out.status).toBe(204)
    expect(out.headers.getSetCookie()[0]).toMatch(/^hanki_session=; Max-Age=0;/)
    expect((await app.send('GET', '/api/session', undefined, { cookie })).status).toBe(401)
    expect((await app.send('GET', '/api/session', undefined, owner)).status).toBe(200)
  })

  it('stores the token of a session nowhere', async () => {
    const token = owner.cookie.split('=')[1] ?? 'missing'
    const rows = await app.engine.client.query({ query: 'SELECT * FROM sessions', format: 'JSONEachRow' })
    expect(await rows.text()).not.toContain(token)
  })

  it('ends a session after 14 days', async () => {
    const cookie = cookieOf(await app.send('POST', '/api/session', OWNER))
    app.clock.now += 14 * 24 * 3_600
    expect((await app.send('GET', '/api/session', undefined, { cookie })).status).toBe(401)
    app.clock.now -= 14 * 24 * 3_600
  })

  it('answers a wrong password and an unknown account alike', async () => {
    const wrong = await app.send('POST', '/api/session', { ...OWNER, password: 'wrong horse battery' })
    const unknown = await app.send('POST', '/api/session', { ...OWNER, email: 'nobody@example.com' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.json()).toEqual(await unknown.json())
    expect(wrong.headers.getSetCookie()).toEqual([])
  })

  it('slows down guessing, says for how long, and lets the owner in again', async () => {
    const guess = { ...OWNER, password: 'wrong horse battery' }
    const answers: Response[] = []
    for (let count = 0; count < 11; count++) answers.push(await app.send('POST', '/api/session', guess))
    const last = answers.at(-1)
    expect(last?.status).toBe(429)
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await last?.json()).toEqual({ error: expect.stringMatching(/Wait 15 minutes and try again/) })
    expect((await app.send('POST', '/api/session', OWNER)).status).toBe(429)
    app.clock.now += 15 * 60
    expect((await app.send('POST', '/api/session', OWNER)).status).toBe(201)
  })

  it.each(BAD_BODIES)('answers a bad body in words, case %#: $2', async (body, status) => {
    const answer = await app.send('POST', '/api/session', body)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toHaveProperty('error', expect.any(String))
  })

  it('answers a body that is not UTF-8 in words', async () => {
    const answer = await app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
    })
    expect(answer.status).toBe(400)
  })

  it('takes an absurd password and cookie without harm', async () => {
    expect(
      (await app.send('POST', '/api/session', { ...OWNER, password: `\ud800\u0000${'x'.repeat(10_000)}` }))
        .status,
    ).toBe(401)
    expect(
      (await app.send('GET', '/api/session', undefined, { cookie: `hanki_session=${'%'.repeat(5_000)}` }))
        .status,
    ).toBe(401)
  })

  const SAME: Record<string, string> = { host: 'stats.example.com' }
  it.each<readonly [headers: Record<string, string>, status: number, why: string]>([
    [{ ...SAME, origin: 'http://stats.example.com' }, 204, 'the own origin'],
    [{ ...SAME, origin: 'https://stats.example.com' }, 204, 'the own origin behind a proxy that ends TLS'],
    [
      { ...SAME, 'sec-fetch-site': 'same-origin', origin: 'https://elsewhere.example' },
      204,
      'the browser knows best',
    ],
    [{ ...SAME, origin: 'https://evil.example' }, 403, 'another site'],
    [{ ...SAME, origin: 'null' }, 403, 'a sandboxed frame'],
    [{ ...SAME, 'sec-fetch-site': 'cross-site' }, 403, 'another site, as the browser says'],
    [{ ...SAME, 'sec-fetch-site': 'same-site', origin: 'http://blog.example.com' }, 403, 'a sister host'],
    [{ ...SAME, cookie: 'hanki_session=x' }, 403, 'a cookie without any origin'],
    [{ ...SAME }, 204, 'a program without a cookie'],
  ])('guards sign-out against other sites, case %#: $2', async (headers, status) => {
    expect((await app.request('/api/session', { method: 'DELETE', headers })).status).toBe(status)
  })

  it('refuses a form of another kind than JSON', async () => {
    const answer = await app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(OWNER),
    })
    expect(answer.status).toBe(415)
  })
})

describe('/api/session over HTTPS', () => {
  it('protects the cookie by its name and ignores the unprotected one', async () => {
    const app = await openAccountsApp({ secureCookies: true })
    try {
      const answer = await app.send('POST', '/api/setup', { token: await app.setupToken(), ...OWNER })
      expect(answer.headers.getSetCookie()[0]).toMatch(
        /^__Host-hanki_session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
      const cookie = cookieOf(answer)
      expect((await app.send('GET', '/api/session', undefined, { cookie })).status).toBe(200)
      const unprotected = { cookie: cookie.replace('__Host-', '') }
      expect((await app.send('GET', '/api/session', undefined, unprotected)).status).toBe(401)
    } finally {
      await app.engine.close()
    }
  })
})
