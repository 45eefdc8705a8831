import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type {
  AccountsBody,
  FactorNeededBody,
  NewPasskeyBody,
  NewPasskeyQuestionBody,
  PasskeyQuestionBody,
  SecondFactorBody,
} from '../../../collector/http/contract.ts'
import type { Mail } from '../../../collector/mail/mail.ts'
import {
  type Lies,
  openSoftwareAuthenticator,
  type SoftwareAuthenticator,
} from '../../support/software-authenticator.ts'
import {
  type AccountsApp,
  BAD_BODIES,
  cookieOf,
  OWNER,
  openAccountsApp,
  RELYING_PARTY,
} from './accounts-app.ts'

const PATH = '/api/account/passkeys'
const WRONG = { error: 'This passkey does not sign in here. Use another one, or your password.' }
const OTHER = { email: 'other@example.com', password: 'staple battery horse' }

describe('passkeys', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  let other: { cookie: string }
  const letters: string[] = []
  beforeAll(async () => {
    const send: Mail['send'] = (to, write) => {
      void Promise.resolve(write()).then(({ subject }) => letters.push(`${to}: ${subject}`))
      return true
    }
    app = await openAccountsApp({ requiresSecondFactor: true, mail: { address: RELYING_PARTY.origin, send } })
    owner = await app.signedInOwner()
    await add(device())
    await app.send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' }, owner)
    const invitation = { email: OTHER.email, role: 'viewer' }
    const invited = await app.send('POST', '/api/sites/own.example/invitations', invitation, owner)
    const { token } = await invited.json()
    const { password } = OTHER
    other = { cookie: cookieOf(await app.send('POST', '/api/invitations/accept', { token, password })) }
  })
  afterAll(() => app.engine.close())
  beforeEach(async () => {
    for (const user of app.directory.users())
      await app.directory.changeUser(user.id, ({ secondFactor: _removed, ...rest }) => rest)
    // Wrong tries are forgotten.
    app.clock.now += 16 * 60
  })

  const device = (options?: { counts?: boolean }) => openSoftwareAuthenticator(RELYING_PARTY.origin, options)

  async function askForNew(who = owner, proof: object = { password: OWNER.password }) {
    const answer = await app.send('POST', `${PATH}/options`, proof, who)
    expect(answer.status, await answer.clone().text()).toBe(200)
    return ((await answer.json()) as NewPasskeyQuestionBody).options
  }

  /** Adds a passkey to the account of somebody who has none; gives what the answer says. */
  async function add(authenticator: SoftwareAuthenticator, name = 'Phone'): Promise<NewPasskeyBody> {
    const passkey = authenticator.create(await askForNew())
    const answer = await app.send('POST', PATH, { name, passkey }, owner)
    expect(answer.status, await answer.clone().text()).toBe(201)
    return answer.json()
  }

  async function ask() {
    const answer = await app.send('POST', '/api/session/passkey/options', {})
    return ((await answer.json()) as PasskeyQuestionBody).options
  }

  const signIn = (passkey: unknown, headers = {}) =>
    app.send('POST', '/api/session/passkey', { passkey }, headers)

  const withPassword = (more: object = {}) => app.send('POST', '/api/session', { ...OWNER, ...more })

  async function shown(): Promise<SecondFactorBody> {
    return (await app.send('GET', '/api/account/second-factor', undefined, owner)).json()
  }

  async function expectRefused(passkey: unknown): Promise<void> {
    const answer = await signIn(passkey)
    expect([answer.status, await answer.json(), cookieOf(answer)]).toEqual([401, WRONG, ''])
  }

  async function actions(): Promise<string[]> {
    const found: string[] = []
    for await (const line of app.auditStore.all()) found.push(JSON.parse(line).action)
    return found
  }

  it('are added by whoever types the password again, with recovery codes the first time', async () => {
    const refused = await app.send('POST', `${PATH}/options`, { password: 'x' }, owner)
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { errors: { password: 'This is not your password.' } },
    ])
    const options = await askForNew()
    expect(options).toMatchObject({
      rp: { id: RELYING_PARTY.id },
      user: { name: OWNER.email },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    })
    const phone = device()
    const answer = await app.send(
      'POST',
      PATH,
      { name: ' My\tphone ', passkey: phone.create(options) },
      owner,
    )
    const body: NewPasskeyBody = await answer.json()
    expect(body).toEqual({
      has_totp: false,
      recovery_codes_left: 10,
      passkey_origin: RELYING_PARTY.origin,
      passkeys: [
        {
          id: expect.stringMatching(/^[0-9a-f]{16}$/),
          name: 'My phone',
          added_at: new Date(app.clock.now * 1_000).toISOString(),
          last_used_on: null,
        },
      ],
      recovery_codes: expect.arrayContaining([expect.stringMatching(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/)]),
    })
    const session = await app.send('GET', '/api/session', undefined, owner)
    expect(await session.json()).toMatchObject({ user: { has_second_factor: true } })
    expect((await actions()).at(-1)).toBe('passkey_added')
    expect(letters.at(-1)).toBe(`${OWNER.email}: A passkey was added`)
    // The second one takes what signing in takes now, and brings no codes.
    const again = await app.send('POST', `${PATH}/options`, { password: OWNER.password }, owner)
    expect(again.status).toBe(400)
    const needed: FactorNeededBody = await again.json()
    expect(needed).toMatchObject({
      takes_totp: false,
      errors: { code: 'Use a passkey, or type a recovery code.' },
      passkey: { rpId: RELYING_PARTY.id, userVerification: 'required' },
    })
    expect(needed.passkey?.allowCredentials).toHaveLength(1)
    const passkey = needed.passkey && phone.get(needed.passkey)
    const second = await askForNew(owner, { password: OWNER.password, passkey })
    expect(second.excludeCredentials).toHaveLength(1)
    const added = await app.send('POST', PATH, { name: '', passkey: device().create(second) }, owner)
    expect(await added.json()).toMatchObject({ recovery_codes: [], passkeys: [{ name: 'My phone' }, {}] })
  })

  it('are enough where everybody must have a second factor', async () => {
    const sites = async () => (await app.send('GET', '/api/sites', undefined, owner)).status
    expect(await sites()).toBe(403)
    await add(device())
    expect(await sites()).toBe(200)
    const accounts = await app.send('GET', '/api/accounts', undefined, owner)
    const listed: AccountsBody = await accounts.json()
    expect(listed.accounts.map(one => [one.email, one.has_second_factor])).toEqual([
      [OTHER.email, false],
      [OWNER.email, true],
    ])
  })

  it('sign in alone, on a day that the list shows', async () => {
    const phone = device()
    await add(phone)
    const answer = await signIn(phone.get(await ask()))
    expect([answer.status, await answer.json()]).toEqual([
      201,
      {
        user: { email: OWNER.email, is_operator: true, has_second_factor: true, needs_second_factor: false },
      },
    ])
    const signedIn = await app.send('GET', '/api/sites', undefined, { cookie: cookieOf(answer) })
    expect(signedIn.status).toBe(200)
    const today = new Date(app.clock.now * 1_000).toISOString().slice(0, 10)
    expect((await shown()).passkeys).toMatchObject([{ last_used_on: today }])
    expect((await actions()).at(-1)).toBe('signed_in')
  })

  it('of devices that do not count sign in again and again', async () => {
    const phone = device({ counts: false })
    await add(phone)
    expect((await signIn(phone.get(await ask()))).status).toBe(201)
    expect((await signIn(phone.get(await ask()))).status).toBe(201)
  })

  it('are asked for alike whoever asks, and wherever the request says it was sent to', async () => {
    const before = await ask()
    await add(device())
    const headers = {
      host: 'evil.example',
      origin: 'http://evil.example',
      'x-forwarded-host': 'evil.example',
    }
    const answer = await app.send('POST', '/api/session/passkey/options', {}, headers)
    const { options: after }: PasskeyQuestionBody = await answer.json()
    expect({ ...after, challenge: '' }).toEqual({ ...before, challenge: '' })
    expect(after).toMatchObject({ rpId: RELYING_PARTY.id, allowCredentials: [] })
  })

  it.each<readonly [why: string, lies: Lies]>([
    ['asked at another origin', { origin: 'https://stats.example.org' }],
    ['asked at another port', { origin: `${RELYING_PARTY.origin}:8443` }],
    ['signed for another host', { rpId: 'example.com' }],
    ['without a PIN, finger or face', { isVerified: false }],
    ['that names another account', { userHandle: 'bm9ib2R5' }],
    ['that names no account', { userHandle: '' }],
    ['of another name', { credentialId: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['to another question', { type: 'webauthn.create' }],
  ])('%s do not sign in, and nobody is told why', async (_, lies) => {
    const phone = device()
    await add(phone)
    await expectRefused(phone.get(await ask(), lies))
    expect((await signIn(phone.get(await ask()))).status).toBe(201)
  })

  it('do not sign in with a signature of another key, or over other words', async () => {
    const [phone, stranger] = [device(), device()]
    await add(phone)
    const { id } = phone.get(await ask())
    const { user } = (await app.send('GET', '/api/session', undefined, owner).then(one => one.json())) ?? {}
    const userHandle = Buffer.from(app.directory.userByEmail(user.email)?.id ?? '').toString('base64url')
    await expectRefused(stranger.get(await ask(), { credentialId: id, userHandle }))
    const right = phone.get(await ask())
    const { authenticatorData } = phone.get(await ask(), { signCount: 4_000 }).response
    await expectRefused({ ...right, response: { ...right.response, authenticatorData } })
  })

  it('answer a challenge once, also at the same moment', async () => {
    const phone = device()
    await add(phone)
    const passkey = phone.get(await ask())
    const statuses = (await Promise.all([signIn(passkey), signIn(passkey), signIn(passkey)])).map(
      ({ status }) => status,
    )
    expect(statuses.sort()).toEqual([201, 401, 401])
    expect((await signIn(passkey)).status).toBe(401)
    // Nor does another signature of the same challenge.
    const options = await ask()
    expect((await signIn(phone.get(options))).status).toBe(201)
    expect((await signIn(phone.get(options))).status).toBe(401)
  })

  it('answer a challenge for what it was made for, and no other', async () => {
    const phone = device()
    await add(phone)
    const needed: FactorNeededBody = await (await withPassword()).json()
    const forSecond = needed.passkey ?? (await ask())
    await expectRefused(phone.get(forSecond))
    expect((await withPassword({ passkey: phone.get(await ask()) })).status).toBe(401)
    const forNew = await askForNew(owner, { password: OWNER.password, passkey: phone.get(forSecond) })
    await expectRefused(phone.get({ challenge: forNew.challenge, rpId: RELYING_PARTY.id }))
    // Nor is a passkey added with one for signing in, or with one for somebody else.
    const { challenge } = await ask()
    const tablet = device()
    for (const wrong of [
      challenge,
      forSecond.challenge,
      (await askForNew(other, { password: OTHER.password })).challenge,
    ]) {
      const passkey = tablet.create({ ...forNew, challenge: wrong })
      expect((await app.send('POST', PATH, { name: 'x', passkey }, owner)).status).toBe(400)
    }
    expect((await shown()).passkeys).toHaveLength(1)
  })

  it('answer within five minutes', async () => {
    const phone = device()
    const forNew = await askForNew()
    app.clock.now += 300
    const late = await app.send('POST', PATH, { name: 'x', passkey: phone.create(forNew) }, owner)
    expect([late.status, await late.json()]).toEqual([400, { error: 'That took too long. Begin again.' }])
    await add(phone)
    const options = await ask()
    app.clock.now += 300
    const answer = await signIn(phone.get(options))
    expect([answer.status, await answer.json()]).toEqual([401, { error: 'That took too long. Try again.' }])
  })

  it('that somebody has a copy of are refused, noted, and go on where they were', async () => {
    const phone = device()
    await add(phone)
    expect((await signIn(phone.get(await ask(), { signCount: 7 }))).status).toBe(201)
    for (const signCount of [7, 6, 0]) await expectRefused(phone.get(await ask(), { signCount }))
    await expect.poll(async () => (await actions()).filter(one => one === 'passkey_copied').length).toBe(3)
    expect(letters.slice(-3)).toEqual(Array(3).fill(`${OWNER.email}: A passkey was refused`))
    expect((await signIn(phone.get(await ask(), { signCount: 8 }))).status).toBe(201)
    // Who has no key cannot make it look so.
    const { id } = phone.get(await ask())
    const userHandle = phone.get(await ask()).response.userHandle ?? ''
    await expectRefused(device().get(await ask(), { credentialId: id, userHandle, signCount: 1 }))
    expect((await actions()).filter(one => one === 'passkey_copied')).toHaveLength(3)
  })

  it('answer the question for a second factor, each its own person', async () => {
    const phone = device()
    await add(phone)
    const needed: FactorNeededBody = await (await withPassword()).json()
    expect(needed).toMatchObject({ takes_totp: false, errors: { code: expect.any(String) } })
    const passkey = phone.get(needed.passkey ?? (await ask()))
    // Whoever knows another person's password gets no further with a passkey of their own.
    expect((await app.send('POST', '/api/session', { ...OTHER, passkey })).status).toBe(201)
    const tablet = device()
    const forOther = tablet.create(await askForNew(other, { password: OTHER.password }))
    expect((await app.send('POST', PATH, { name: 'x', passkey: forOther }, other)).status).toBe(201)
    expect((await withPassword({ passkey: tablet.get(needed.passkey ?? (await ask())) })).status).toBe(401)
    expect((await withPassword({ code: '123456' })).status).toBe(401)
    expect((await withPassword({ passkey })).status).toBe(201)
    expect((await withPassword({ passkey })).status).toBe(401)
  })

  it('are got around with a recovery code', async () => {
    const { recovery_codes: codes } = await add(device())
    expect((await withPassword({ code: codes[0] })).status).toBe(201)
    expect((await withPassword({ code: codes[0] })).status).toBe(401)
    expect((await shown()).recovery_codes_left).toBe(9)
  })

  it('do not sign in once they were taken away, and leave the password enough with the last factor', async () => {
    const [phone, tablet] = [device(), device()]
    const { passkeys, recovery_codes: codes } = await add(phone)
    const remove = (id: string, proof: object, who = owner) =>
      app.send('POST', `${PATH}/${id}/remove`, { password: OWNER.password, ...proof }, who)
    const id = passkeys[0]?.id ?? ''
    expect((await remove(id, {})).status).toBe(400)
    expect((await remove(id, { password: 'x', code: codes[0] })).status).toBe(400)
    expect((await remove(id, { password: OTHER.password }, other)).status).toBe(404)
    const options = await ask()
    expect((await remove(id, { code: codes[0] })).status).toBe(200)
    await expectRefused(phone.get(options))
    expect(await shown()).toMatchObject({ passkeys: [], recovery_codes_left: 0 })
    expect((await withPassword()).status).toBe(201)
    expect((await actions()).slice(-3)).toContain('passkey_removed')
    expect(letters.slice(-2)).toEqual([
      `${OWNER.email}: A recovery code was used`,
      `${OWNER.email}: A passkey was removed`,
    ])
    await add(tablet)
    await expectRefused(phone.get(await ask()))
    expect((await signIn(tablet.get(await ask()))).status).toBe(201)
  })

  it('are renamed by whoever they are of', async () => {
    const { passkeys } = await add(device())
    const path = `${PATH}/${passkeys[0]?.id}`
    const renamed = await app.send('PATCH', path, { name: 'Work laptop' }, owner)
    expect(await renamed.json()).toMatchObject({ passkeys: [{ name: 'Work laptop' }] })
    expect((await app.send('PATCH', path, { name: ' ' }, owner)).status).toBe(400)
    expect((await app.send('PATCH', path, { name: 'x'.repeat(61) }, owner)).status).toBe(400)
    expect((await app.send('PATCH', path, { name: 'x' }, other)).status).toBe(404)
  })

  it('are of one account: a key that names another is not added', async () => {
    const phone = device()
    await add(phone)
    const { id } = phone.get(await ask())
    const passkey = device().create(await askForNew(other, { password: OTHER.password }), {
      credentialId: id,
    })
    const answer = await app.send('POST', PATH, { name: 'x', passkey }, other)
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'This passkey was added already.' }])
    expect((await signIn(phone.get(await ask()))).status).toBe(201)
  })

  it.each<readonly [why: string, lies: Lies]>([
    ['at another origin', { origin: 'https://evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['without a PIN, finger or face', { isVerified: false }],
    ['in answer to another question', { type: 'webauthn.get' }],
    [
      'with a certificate, which would be looked up on the network',
      {
        attestation: {
          fmt: 'packed',
          attStmt: new Map<string, number | Uint8Array | Uint8Array[]>([
            ['alg', -7],
            ['sig', Buffer.from('x')],
            ['x5c', [Buffer.from('x')]],
          ]),
        },
      },
    ],
  ])('made %s are not added', async (_, lies) => {
    const passkey = device().create(await askForNew(), lies)
    const answer = await app.send('POST', PATH, { name: 'x', passkey }, owner)
    expect(answer.status).toBe(400)
    expect(await shown()).toMatchObject({ passkeys: [], recovery_codes_left: 0 })
  })

  it('and codes from an app stand beside each other, with one set of recovery codes', async () => {
    const phone = device()
    const { recovery_codes: codes, passkeys } = await add(phone)
    // Somebody at a browser that was left open adds no factor without showing one.
    expect((await app.send('POST', '/api/account/second-factor', {}, owner)).status).toBe(400)
    const proof = { password: OWNER.password, code: codes[0] }
    const offered = await (await app.send('POST', '/api/account/second-factor', proof, owner)).json()
    const { Secret, TOTP } = await import('otpauth')
    const totp = new TOTP({ secret: Secret.fromBase32(offered.secret) })
    const code = () => totp.generate({ timestamp: app.clock.now * 1_000 })
    const confirmed = await app.send('PUT', '/api/account/second-factor', { code: code() }, owner)
    expect([confirmed.status, await confirmed.json()]).toEqual([200, { recovery_codes: [] }])
    app.clock.now += 30
    expect((await withPassword({ code: code() })).status).toBe(201)
    expect((await withPassword({ code: codes[1] })).status).toBe(201)
    const needed: FactorNeededBody = await (await withPassword()).json()
    expect(needed.takes_totp).toBe(true)
    const passkey = needed.passkey && phone.get(needed.passkey)
    expect((await withPassword({ passkey })).status).toBe(201)
    app.clock.now += 30
    const removal = { password: OWNER.password, code: code() }
    expect((await app.send('POST', '/api/account/second-factor/remove', removal, owner)).status).toBe(204)
    expect(await shown()).toMatchObject({
      has_totp: false,
      recovery_codes_left: 8,
      passkeys: [{ id: passkeys[0]?.id }],
    })
    expect((await signIn(phone.get(await ask()))).status).toBe(201)
  })

  it('that are wrong make a network wait, and nobody else, nor a password', async () => {
    await add(device())
    const stranger = device()
    const from = (address: string) => ({ 'x-forwarded-for': address })
    const options = await ask()
    for (let tries = 0; tries < 50; tries++) {
      expect((await signIn(stranger.get(options), from('198.51.100.7'))).status).toBe(401)
    }
    const refused = await signIn(stranger.get(options), from('198.51.100.8'))
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await signIn(stranger.get(options), from('203.0.113.7'))).status).toBe(401)
    const needed = await app.send('POST', '/api/session', OWNER, from('198.51.100.7'))
    expect(needed.status).toBe(401)
    // 51 failures of nobody in particular are one line.
    const failed = (await actions()).filter(one => one === 'sign_in_failed')
    expect(failed.length).toBeLessThan(20)
  })

  it('sign in through a flood of challenges', async () => {
    const phone = device()
    await add(phone)
    const options = await ask()
    for (let asked = 0; asked < 2_000; asked++) await app.send('POST', '/api/session/passkey/options', {})
    expect((await signIn(phone.get(options))).status).toBe(201)
  })

  it('are twenty at most', async () => {
    const { id = '' } = app.directory.userByEmail(OWNER.email) ?? {}
    const { passkeys: shownOnes } = await add(device())
    await app.directory.changeUser(id, user => {
      const [first] = user.secondFactor?.passkeys ?? []
      if (user.secondFactor === undefined || first === undefined) return user
      const passkeys = Array.from({ length: 20 }, (_, index) => ({ ...first, credentialId: `x${index}` }))
      return { ...user, secondFactor: { ...user.secondFactor, passkeys } }
    })
    expect(shownOnes).toHaveLength(1)
    const answer = await app.send('POST', `${PATH}/options`, { password: OWNER.password }, owner)
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: 'You have 20 passkeys already. Take one away first.' },
    ])
  })

  it.each(['/api/session/passkey', PATH, `${PATH}/options`])(
    'answers %s in words to whatever is sent',
    async path => {
      const broken = [
        ...BAD_BODIES.map(([body]) => body),
        ...[{}, null, 1, 'x', { id: 'x', rawId: 'x', type: 'public-key', response: {} }].map(passkey =>
          JSON.stringify({ name: 'x', password: OWNER.password.slice(1), passkey }),
        ),
        JSON.stringify({
          name: 'x',
          passkey: {
            ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key' },
            response: {
              clientDataJSON: '%',
              attestationObject: 'o2Nm',
              authenticatorData: '',
              signature: '',
            },
          },
        }),
      ]
      for (const body of broken.slice(0, 40)) {
        const answer = await app.send('POST', path, body, owner)
        expect([400, 401, 413, 429]).toContain(answer.status)
        expect(await answer.json()).toMatchObject({ error: expect.any(String) })
      }
    },
  )
})
