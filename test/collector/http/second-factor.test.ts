import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OfferedSecretBody, RecoveryCodesBody } from '../../../collector/http/contract.ts'
import { type AccountsApp, OWNER, openAccountsApp } from './accounts-app.ts'

const PATH = '/api/account/second-factor'

describe('a second factor', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
  })
  afterAll(() => app.engine.close())
  afterEach(async () => {
    const { id = '' } = app.directory.userByEmail(OWNER.email) ?? {}
    await app.directory.changeUser(id, ({ secondFactor: _removed, ...user }) => user)
    // Wrong tries are forgotten.
    app.clock.now += 16 * 60
  })

  /** What an app shows now, or so many steps of half a minute later. */
  function codeOf(secret: string, steps = 0): string {
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    return totp.generate({ timestamp: (app.clock.now + steps * 30) * 1_000 })
  }

  async function add(): Promise<{ secret: string; recoveryCodes: string[] }> {
    const offered: OfferedSecretBody = await (await app.send('POST', PATH, {}, owner)).json()
    const answer = await app.send('PUT', PATH, { code: codeOf(offered.secret) }, owner)
    expect(answer.status).toBe(200)
    const { recovery_codes: recoveryCodes }: RecoveryCodesBody = await answer.json()
    app.clock.now += 30
    return { secret: offered.secret, recoveryCodes }
  }

  const signIn = (code?: string) =>
    app.send('POST', '/api/session', { ...OWNER, ...(code !== undefined && { code }) })

  it('is offered as a picture and as text, and counts once an app has shown that it has it', async () => {
    const offered: OfferedSecretBody = await (await app.send('POST', PATH, {}, owner)).json()
    expect(offered.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(offered.uri).toContain(
      `otpauth://totp/Hanki:owner%40example.com?issuer=Hanki&secret=${offered.secret}`,
    )
    expect(offered.qr_svg).toMatch(/^<svg/)
    const wrong = await app.send('PUT', PATH, { code: '000000' }, owner)
    expect([wrong.status, await wrong.json()]).toEqual([
      400,
      { error: expect.any(String), errors: { code: expect.stringMatching(/does not fit/) } },
    ])
    expect((await signIn()).status).toBe(201)
    const right = await app.send('PUT', PATH, { code: ` ${codeOf(offered.secret)} ` }, owner)
    const { recovery_codes: codes }: RecoveryCodesBody = await right.json()
    expect(codes).toHaveLength(10)
    for (const code of codes) expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/)
    expect((await signIn()).status).toBe(401)
    expect((await app.send('POST', PATH, {}, owner)).status).toBe(409)
  })

  it('is asked for after the right password only, and takes each code once', async () => {
    const { secret } = await add()
    const wrongPassword = await app.send('POST', '/api/session', {
      ...OWNER,
      password: 'x',
      code: codeOf(secret),
    })
    expect(await wrongPassword.json()).toEqual({ error: 'The e-mail address or the password is wrong.' })
    const asked = await signIn()
    expect([asked.status, await asked.json()]).toEqual([
      401,
      {
        error: expect.any(String),
        errors: { code: expect.stringMatching(/six digits/) },
        takes_totp: true,
        passkey: null,
      },
    ])
    const code = codeOf(secret)
    const signedIn = await signIn(code)
    expect([signedIn.status, await signedIn.json()]).toEqual([
      201,
      {
        user: { email: OWNER.email, is_operator: true, has_second_factor: true, needs_second_factor: false },
      },
    ])
    expect((await signIn(code)).status).toBe(401)
    // An earlier step's code is worth nothing once a later one was used.
    expect((await signIn(codeOf(secret, -1))).status).toBe(401)
    // A clock may be off by half a minute.
    expect((await signIn(codeOf(secret, 1))).status).toBe(201)
    expect((await signIn(codeOf(secret, 5))).status).toBe(401)
  })

  it('is got around with a recovery code, once each, however it is typed', async () => {
    const { recoveryCodes } = await add()
    const [first = '', second = ''] = recoveryCodes
    const statuses = (await Promise.all([signIn(first), signIn(first), signIn(first)])).map(
      ({ status }) => status,
    )
    expect(statuses.sort()).toEqual([201, 401, 401])
    expect((await signIn(second.toLowerCase().replaceAll('-', ' '))).status).toBe(201)
    expect((await signIn(second)).status).toBe(401)
    expect((await signIn('AAAA-AAAA-AAAA-AAAA')).status).toBe(401)
    const actions: unknown[] = []
    for await (const line of app.auditStore.all()) actions.push(JSON.parse(line).action)
    expect(actions.filter(action => action === 'recovery_code_used')).toHaveLength(2)
  })

  it('lets nobody guess codes, though the password is known', async () => {
    await add()
    let tries = 0
    while ((await signIn(String(100_000 + tries))).status !== 429) {
      tries++
      // Asking without a code must not wipe out what was counted.
      await signIn()
      expect(tries).toBeLessThan(12)
    }
    app.clock.now += 16 * 60
    expect((await signIn()).status).toBe(401)
  })

  it('is taken away by whoever has both', async () => {
    const { secret } = await add()
    const remove = (body: object) => app.send('POST', `${PATH}/remove`, body, owner)
    expect((await remove({ password: 'x', code: codeOf(secret) })).status).toBe(400)
    expect((await remove({ password: OWNER.password, code: '' })).status).toBe(400)
    expect((await remove({ password: OWNER.password, code: '123' })).status).toBe(400)
    expect((await remove({ password: OWNER.password, code: codeOf(secret) })).status).toBe(204)
    expect((await signIn()).status).toBe(201)
  })
})

describe('a second factor that is required', () => {
  it('is all that can be added while it is missing', async () => {
    const app = await openAccountsApp({ requiresSecondFactor: true })
    const owner = await app.signedInOwner()
    const session = await app.send('GET', '/api/session', undefined, owner)
    expect(await session.json()).toMatchObject({ user: { needs_second_factor: true }, sites: [] })
    const refused = await app.send('GET', '/api/sites', undefined, owner)
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { error: 'A second factor is required here. Add one under "Your account" first.' },
    ])
    const offered: OfferedSecretBody = await (await app.send('POST', PATH, {}, owner)).json()
    const totp = new TOTP({ secret: Secret.fromBase32(offered.secret) })
    await app.send('PUT', PATH, { code: totp.generate({ timestamp: app.clock.now * 1_000 }) }, owner)
    expect((await app.send('GET', '/api/sites', undefined, owner)).status).toBe(200)
    const again = await app.send('GET', '/api/session', undefined, owner)
    expect(await again.json()).toMatchObject({ user: { needs_second_factor: false } })
    await app.engine.close()
  })
})
