import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountsApp, BAD_BODIES, cookieOf, OWNER, openAccountsApp } from './accounts-app.ts'

describe('POST /api/setup', () => {
  let app: AccountsApp
  beforeAll(async () => {
    app = await openAccountsApp()
  })
  afterAll(() => app.engine.close())

  it('is asked for while nobody has an account', async () => {
    const answer = await app.send('GET', '/api/session')
    expect(await answer.json()).toMatchObject({ setup_needed: true })
  })

  it('refuses a link that was never made', async () => {
    const answer = await app.send('POST', '/api/setup', { token: 'made-up', ...OWNER })
    expect(answer.status).toBe(410)
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/setup-link/) })
  })

  it.each(BAD_BODIES)('answers a bad body in words, case %#: $2', async (body, status) => {
    const answer = await app.send('POST', '/api/setup', body)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toHaveProperty('error', expect.any(String))
  })

  it('names each field that needs another look', async () => {
    const answer = await app.send('POST', '/api/setup', {
      token: await app.setupToken(),
      email: 'me',
      password: 'short',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({
      error: 'Some fields need another look.',
      errors: {
        email: expect.stringMatching(/name@example.com/),
        password: expect.stringMatching(/at least 12/),
      },
    })
  })

  it('refuses a link after 15 minutes', async () => {
    const token = await app.setupToken()
    app.clock.now += 15 * 60
    expect((await app.send('POST', '/api/setup', { token, ...OWNER })).status).toBe(410)
  })

  it('makes the first user, signs in, and works once', async () => {
    const token = await app.setupToken()
    const answer = await app.send('POST', '/api/setup', { token, ...OWNER })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({
      user: { email: OWNER.email, is_operator: true, has_second_factor: false, needs_second_factor: false },
    })
    const session = await app.send('GET', '/api/session', undefined, { cookie: cookieOf(answer) })
    expect(session.status).toBe(200)
    expect((await app.send('POST', '/api/setup', { token, ...OWNER, email: 'b@example.com' })).status).toBe(
      410,
    )
    expect(app.directory.users()).toHaveLength(1)
    expect(await app.setupToken()).toBe('')
  })
})
