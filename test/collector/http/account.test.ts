import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPasswordReset } from '../../../collector/accounts/password-resets.ts'
import type { SessionsBody } from '../../../collector/http/contract.ts'
import { type AccountsApp, BAD_BODIES, cookieOf, OWNER, openAccountsApp } from './accounts-app.ts'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0'
const NEW_PASSWORD = 'staple battery horse'
const PASSWORD_PATH = '/api/account/password'

describe('/api/account', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
  })
  afterAll(() => app.engine.close())

  async function signIn(userAgent = '', password = OWNER.password): Promise<{ cookie: string }> {
    const answer = await app.send('POST', '/api/session', { ...OWNER, password }, { 'user-agent': userAgent })
    expect(answer.status).toBe(201)
    return { cookie: cookieOf(answer) }
  }

  async function sessions(by = owner): Promise<SessionsBody['sessions']> {
    const body: SessionsBody = await (await app.send('GET', '/api/account/sessions', undefined, by)).json()
    return body.sessions
  }

  const isSignedIn = async (by: { cookie: string }): Promise<boolean> =>
    (await app.send('GET', '/api/session', undefined, by)).status === 200

  it('lists the browsers that are signed in, the latest first, without their tokens', async () => {
    app.clock.now += 60
    const firefox = await signIn(FIREFOX)
    expect(await sessions(firefox)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        client: 'Firefox on Windows',
        signed_in_at: new Date(app.clock.now * 1_000).toISOString(),
        expires_at: new Date((app.clock.now + 14 * 86_400) * 1_000).toISOString(),
        is_current: true,
      },
      expect.objectContaining({ client: '', is_current: false }),
    ])
  })

  it('signs one browser out, or all others', async () => {
    const [first, second, third] = [await signIn(), await signIn(), await signIn()]
    const id = (await sessions(first)).find(session => session.is_current)?.id
    const ended = await app.send('DELETE', `/api/account/sessions/${id}`, undefined, second)
    expect(ended.status).toBe(200)
    expect([await isSignedIn(first), await isSignedIn(second), await isSignedIn(third)]).toEqual([
      false,
      true,
      true,
    ])
    const again = await app.send('DELETE', `/api/account/sessions/${id}`, undefined, second)
    expect([again.status, await again.json()]).toEqual([404, { error: 'This session is over.' }])
    const others = await app.send('DELETE', '/api/account/sessions', undefined, owner)
    expect(await others.json()).toEqual({ sessions: [expect.objectContaining({ is_current: true })] })
    expect([await isSignedIn(owner), await isSignedIn(second), await isSignedIn(third)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('changes the password for whoever knows it, and signs every other browser out', async () => {
    const other = await signIn()
    const body = { password: OWNER.password, new_password: NEW_PASSWORD }
    const answer = await app.send('PUT', PASSWORD_PATH, body, owner)
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect([await isSignedIn(owner), await isSignedIn(other)]).toEqual([true, false])
    expect((await app.send('POST', '/api/session', OWNER)).status).toBe(401)
    await signIn('', NEW_PASSWORD)
    const back = { password: NEW_PASSWORD, new_password: OWNER.password }
    expect((await app.send('PUT', PASSWORD_PATH, back, owner)).status).toBe(204)
  })

  it.each<readonly [body: Record<string, string>, errors: Record<string, RegExp>]>([
    [{ password: 'wrong', new_password: NEW_PASSWORD }, { password: /not your password/ }],
    [{ password: OWNER.password, new_password: 'short' }, { new_password: /12 characters/ }],
    [
      { password: OWNER.password, new_password: 'Password1234' },
      { new_password: /first that others would try/ },
    ],
    [{ password: OWNER.password, new_password: 'owner.example.com' }, { new_password: /first that others/ }],
  ])('refuses a change to %j, in words', async (body, errors) => {
    const answer = await app.send('PUT', PASSWORD_PATH, body, owner)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({
      error: expect.any(String),
      errors: Object.fromEntries(
        Object.entries(errors).map(([field, words]) => [field, expect.stringMatching(words)]),
      ),
    })
  })

  it('lets nobody guess the password through it: the tries of signing in count', async () => {
    let status = 0
    for (let tries = 0; status !== 429 && tries < 12; tries++) {
      const body = { password: `guess ${tries}`, new_password: NEW_PASSWORD }
      status = (await app.send('PUT', PASSWORD_PATH, body, owner)).status
    }
    expect(status).toBe(429)
    expect((await app.send('POST', '/api/session', OWNER)).status).toBe(429)
    app.clock.now += 16 * 60
  })

  it.each(BAD_BODIES)('answers a bad body in words, case %#: $2', async (body, status) => {
    const answer = await app.send('PUT', PASSWORD_PATH, body, owner)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toHaveProperty('error', expect.any(String))
  })

  describe('a link to choose a new password', () => {
    const reset = (token: string, password = NEW_PASSWORD) =>
      app.send('POST', '/api/password-reset', { token, password })

    async function link(): Promise<string> {
      const user = app.directory.userByEmail(OWNER.email)
      if (user === undefined) throw new Error('the owner is missing')
      return createPasswordReset({ directory: app.directory, nowSeconds: () => app.clock.now }, user)
    }

    it('works once, for an hour, until the next one, and ends every session', async () => {
      const [first, second] = [await link(), await link()]
      expect((await reset(first)).status).toBe(410)
      const before = await signIn()
      expect((await reset(second, 'short')).status).toBe(400)
      const statuses = (await Promise.all([reset(second), reset(second)])).map(({ status }) => status)
      expect(statuses.sort()).toEqual([204, 410])
      expect([await isSignedIn(before), await isSignedIn(owner)]).toEqual([false, false])
      await signIn('', NEW_PASSWORD)
      const late = await link()
      app.clock.now += 3_600
      expect((await reset(late)).status).toBe(410)
      expect((await reset(await link(), OWNER.password)).status).toBe(204)
      owner = await signIn()
    })

    it.each(BAD_BODIES)('answers a bad body in words, case %#: $2', async (body, status) => {
      const answer = await app.send('POST', '/api/password-reset', body)
      expect([status, 410]).toContain(answer.status)
      expect(await answer.json()).toHaveProperty('error', expect.any(String))
    })
  })
})
