import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPasswordReset } from '../../../collector/accounts/password-resets.ts'
import { parseAuditLine } from '../../../collector/core/audit/audit-entry.ts'
import type {
  FactorNeededBody,
  NewPasskeyBody,
  NewPasskeyQuestionBody,
  PasskeyQuestionBody,
} from '../../../collector/http/contract.ts'
import { FRESH_SECONDS } from '../../../collector/http/proof.ts'
import { TICKETS_PER_NETWORK } from '../../../collector/http/tickets.ts'
import type { Mail } from '../../../collector/mail/mail.ts'
import { openOidcProvider } from '../../../collector/oidc/oidc-provider.ts'
import type { OidcSettings } from '../../../collector/oidc/oidc-settings.ts'
import { openTestProvider, type Person, type TestProvider } from '../../support/oidc-provider.ts'
import {
  openSoftwareAuthenticator,
  type SoftwareAuthenticator,
} from '../../support/software-authenticator.ts'
import { type AccountsApp, cookieOf, OWNER, openAccountsApp, RELYING_PARTY } from './accounts-app.ts'

const CALLBACK = 'http://localhost/api/oidc/callback'
const PASSWORD = 'staple battery horse'

/** The owner, as the provider knows them. */
const OWNER_THERE = { subject: 'owner', email: OWNER.email, isVerified: true }

let remote: TestProvider
let app: AccountsApp
let owner: { cookie: string }
beforeAll(async () => {
  remote = await openTestProvider({ callbackUrl: CALLBACK })
  app = await openApp()
  owner = await app.signedInOwner()
})
afterAll(async () => {
  await app.engine.close()
  await remote.close()
})
beforeEach(() => {
  remote.person = undefined
  remote.tamper = undefined
})

/** Every app after the first one has the first one's people. */
function openApp(
  settings: Partial<OidcSettings> = {},
  options: Omit<Parameters<typeof openAccountsApp>[0], 'oidc'> = {},
): Promise<AccountsApp> {
  const oidc = openOidcProvider({
    settings: { ...remote.settings, ...settings },
    callbackUrl: CALLBACK,
    nowMs: () => performance.now(),
  })
  return openAccountsApp({ ...options, oidc, ...(app !== undefined && { engine: app.engine }) })
}

let count = 0
/** Somebody new with a verified address. */
function somebody(): Person & { readonly email: string } {
  count++
  return { subject: `subject ${count}`, email: `person${count}@example.fi`, isVerified: true }
}

/** What a browser does between pressing the button and coming back. */
async function setOut(app: AccountsApp, person: TestProvider['person'], query = '') {
  const start = await app.request(`/api/oidc/start${query}`)
  expect(start.status).toBe(302)
  remote.person = person
  const back = await remote.visit(start.headers.get('location') ?? '')
  return { path: back.pathname + back.search, headers: { cookie: cookieOf(start) } }
}

async function signIn(app: AccountsApp, person: TestProvider['person'], query = ''): Promise<Response> {
  const { path, headers } = await setOut(app, person, query)
  return app.request(path, { headers })
}

/** The session that an answer opens; empty: none. */
function sessionOf(answer: Response): string {
  const line = answer.headers.getSetCookie().find(cookie => cookie.startsWith('hanki_session='))
  return line?.split(';', 1)[0] ?? ''
}

async function whoIs(app: AccountsApp, answer: Response): Promise<unknown> {
  const session = await app.send('GET', '/api/session', undefined, { cookie: sessionOf(answer) })
  const { user }: { user?: { email: string } } = await session.json()
  return user?.email
}

/** Invites somebody to the site of the owner; the public name and the token of the invitation. */
async function invite(app: AccountsApp, owner: { cookie: string }, email: string, domain = 'own.example') {
  await app.send('POST', '/api/sites', { domain, timezone: 'UTC' }, owner)
  const answer = await app.send('POST', `/api/sites/${domain}/invitations`, { email, role: 'editor' }, owner)
  const { invitation, token }: { invitation: { id: string }; token: string } = await answer.json()
  return { id: invitation.id, token }
}

/** Makes an account with a password. */
async function join(app: AccountsApp, owner: { cookie: string }, email: string): Promise<{ cookie: string }> {
  const { token } = await invite(app, owner, email)
  const answer = await app.send('POST', '/api/invitations/accept', { token, password: PASSWORD })
  expect(answer.status).toBe(201)
  return { cookie: cookieOf(answer) }
}

/** Adds a second factor to somebody's account; makes codes that are good now. */
async function addFactor(app: AccountsApp, owner: { cookie: string }): Promise<() => string> {
  const offer = await app.send('POST', '/api/account/second-factor', {}, owner)
  const { secret }: { secret: string } = await offer.json()
  const code = (): string => {
    // A code fits once: the next one belongs to another step of time.
    app.clock.now += 30
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now * 1_000 })
  }
  const confirmed = await app.send('PUT', '/api/account/second-factor', { code: code() }, owner)
  expect(confirmed.status).toBe(200)
  return code
}

const device = (): SoftwareAuthenticator => openSoftwareAuthenticator(RELYING_PARTY.origin)

/** Adds a device's passkey to the account of somebody who shows what the proof holds. */
async function addPasskey(
  on: AccountsApp,
  who: { cookie: string },
  phone: SoftwareAuthenticator,
  proof: object = { password: '' },
): Promise<NewPasskeyBody> {
  const asked = await on.send('POST', '/api/account/passkeys/options', proof, who)
  expect(asked.status, await asked.clone().text()).toBe(200)
  const { options }: NewPasskeyQuestionBody = await asked.json()
  const passkey = phone.create(options)
  const answer = await on.send('POST', '/api/account/passkeys', { name: 'Phone', passkey }, who)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return answer.json()
}

/** Has a device show its passkey to a question for a second factor. */
async function show(phone: SoftwareAuthenticator, asked: Response) {
  const { passkey }: FactorNeededBody = await asked.json()
  if (passkey === null) throw new Error('no passkey is asked for')
  return { passkey: phone.get(passkey) }
}

/** Has a device sign in alone. */
async function signInByPasskey(on: AccountsApp, phone: SoftwareAuthenticator): Promise<Response> {
  const asked = await app.send('POST', '/api/session/passkey/options', {})
  const { options }: PasskeyQuestionBody = await asked.json()
  return on.send('POST', '/api/session/passkey', { passkey: phone.get(options) })
}

/** The cookie of a browser whose second factor is awaited. */
function waitingOf(answer: Response): { cookie: string } {
  const line = answer.headers.getSetCookie().find(cookie => cookie.startsWith('hanki_code=')) ?? ''
  return { cookie: line.split(';', 1)[0] ?? '' }
}

/** Uses a link of the command line. */
async function reset(on: AccountsApp, email: string): Promise<Response> {
  const user = on.directory.userByEmail(email)
  if (user === undefined) throw new Error('no account')
  const token = await createPasswordReset({ directory: on.directory, nowSeconds: () => on.clock.now }, user)
  return on.send('POST', '/api/password-reset', { token, password: PASSWORD })
}

async function auditedOf(app: AccountsApp): Promise<readonly string[]> {
  const rows = await app.auditStore.list(Number.MAX_SAFE_INTEGER, 100)
  return rows.map(({ line }) => {
    const entry = parseAuditLine(line)?.entry
    return `${entry?.action} ${entry?.outcome ?? ''}`.trim()
  })
}

describe('signing in with a provider', () => {
  const failures = (answer: Response) => ({
    status: answer.status,
    location: answer.headers.get('location'),
    session: sessionOf(answer),
  })
  const failed = (fault: string) => ({ status: 302, location: `/sign-in?oidc=${fault}`, session: '' })

  it('is told to whoever is not signed in', async () => {
    expect(await (await app.send('GET', '/api/session')).json()).toMatchObject({
      provider: { name: 'Example ID', is_only: false },
    })
  })

  it('lets somebody into the account of a verified address, links it, and goes on where one was', async () => {
    const person = somebody()
    const before = await join(app, owner, person.email)
    const answer = await signIn(app, person, '?return=%2Fsites%2Fown.example%3Fperiod%3D7d')
    expect(answer.headers.get('location')).toBe('/sites/own.example?period=7d')
    expect(answer.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^hanki_session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/),
    )
    expect(sessionOf(answer)).not.toBe(before.cookie)
    expect(await whoIs(app, answer)).toBe(person.email)
    const linked = await app.send('GET', '/api/account/provider', undefined, { cookie: sessionOf(answer) })
    expect(await linked.json()).toEqual({
      provider: { name: 'Example ID', is_only: false },
      is_linked: true,
      has_password: true,
    })
    expect((await auditedOf(app)).slice(0, 2)).toEqual(['signed_in by provider', 'provider_linked'])
    // The password is still good.
    const password = await app.send('POST', '/api/session', { email: person.email, password: PASSWORD })
    expect(password.status).toBe(201)
  })

  it('writes to whoever has the account, and sends no link past the provider to who has no password', async () => {
    const letters: string[] = []
    const mail: Mail = {
      address: 'http://localhost',
      send(to, write) {
        void Promise.resolve(write()).then(({ subject }) => letters.push(`${to}: ${subject}`))
        return true
      },
    }
    const mailing = await openApp({}, { mail })
    const [person, guest] = [somebody(), somebody()]
    await join(app, owner, person.email)
    await invite(app, owner, guest.email)
    await signIn(mailing, person)
    await signIn(mailing, guest)
    await mailing.send('POST', '/api/password-reset/request', { email: guest.email })
    await mailing.send('POST', '/api/password-reset/request', { email: person.email })
    await expect
      .poll(() => letters)
      .toEqual([
        `${person.email}: Your account was linked with your sign-in provider`,
        `${person.email}: Choose a new password`,
      ])
  })

  it('compares addresses in lower case', async () => {
    const person = somebody()
    await join(app, owner, person.email)
    const answer = await signIn(app, { ...person, email: person.email.toUpperCase() })
    expect(await whoIs(app, answer)).toBe(person.email)
  })

  it('goes by the subject once it is linked, whatever its address says', async () => {
    const [person, other] = [somebody(), somebody()]
    await join(app, owner, person.email)
    await join(app, owner, other.email)
    await signIn(app, person)
    for (const changed of [
      { ...person, email: other.email },
      { ...person, isVerified: false },
      { subject: person.subject },
    ]) {
      expect(await whoIs(app, await signIn(app, changed))).toBe(person.email)
    }
  })

  it('lets nobody into an account whose address was given to somebody else', async () => {
    const person = somebody()
    await join(app, owner, person.email)
    await signIn(app, person)
    const answer = await signIn(app, { ...person, subject: 'who has the address now' })
    expect(failures(answer)).toEqual(failed('other_account'))
  })

  it.each<readonly [changes: Partial<Person>, fault: string]>([
    [{ isVerified: false }, 'unverified'],
    [{ email: 'nobody@example.com' }, 'unknown'],
    [{ email: 'not an address' }, 'unverified'],
  ])('lets nobody in with %j: %s', async (changes, fault) => {
    const person = { ...somebody(), email: OWNER.email }
    const users = app.directory.users().length
    expect(failures(await signIn(app, { ...person, ...changes }))).toEqual(failed(fault))
    expect(app.directory.users().length).toBe(users)
  })

  it('makes an account of an invitation for a verified address, without a password', async () => {
    const person = somebody()
    const { id, token } = await invite(app, owner, person.email)
    const read = await app.send('POST', '/api/invitations/read', { token })
    expect(await read.json()).toMatchObject({ id, has_account: false })
    const answer = await signIn(app, person, `?invitation=${id}&return=/sites/own.example`)
    expect(answer.headers.get('location')).toBe('/sites/own.example')
    const cookie = { cookie: sessionOf(answer) }
    const sites = await app.send('GET', '/api/sites', undefined, cookie)
    expect(await sites.json()).toMatchObject({ sites: [{ domain: 'own.example', role: 'editor' }] })
    expect((await auditedOf(app)).slice(0, 2)).toEqual(['signed_in by provider', 'joined editor'])
    expect((await app.send('POST', '/api/invitations/read', { token })).status).toBe(410)

    expect(await (await app.send('GET', '/api/account/provider', undefined, cookie)).json()).toMatchObject({
      is_linked: true,
      has_password: false,
    })
    // Whoever has no password cannot lose the only way in.
    expect((await app.send('DELETE', '/api/account/provider', undefined, cookie)).status).toBe(409)
    for (const password of ['', 'undefined', PASSWORD]) {
      const wrong = await app.send('POST', '/api/session', { email: person.email, password })
      expect(wrong.status).toBe(401)
    }
    const change = { password: '', new_password: PASSWORD }
    expect((await app.send('PUT', '/api/account/password', change, cookie)).status).toBe(400)
    // A link of the command line gives one.
    expect((await reset(app, person.email)).status).toBe(204)
    const password = await app.send('POST', '/api/session', { email: person.email, password: PASSWORD })
    expect(password.status).toBe(201)
  })

  it('takes every open invitation of who has no account, and the named one of who has', async () => {
    const person = somebody()
    await invite(app, owner, person.email)
    await invite(app, owner, person.email, 'second.example')
    const sitesOf = async (answer: Response) => {
      const sites = await app.send('GET', '/api/sites', undefined, { cookie: sessionOf(answer) })
      const body: { sites: { domain: string }[] } = await sites.json()
      return body.sites.map(({ domain }) => domain)
    }
    expect(await sitesOf(await signIn(app, person))).toEqual(['own.example', 'second.example'])
    const third = await invite(app, owner, person.email, 'third.example')
    const foreign = await invite(app, owner, 'else@example.fi', 'fourth.example')
    expect(await sitesOf(await signIn(app, person))).not.toContain('third.example')
    expect(await sitesOf(await signIn(app, person, `?invitation=${foreign.id}`))).not.toContain(
      'fourth.example',
    )
    expect(await sitesOf(await signIn(app, person, `?invitation=${third.id}`))).toContain('third.example')
  })

  it('makes no account of an invitation that is over', async () => {
    const person = somebody()
    await invite(app, owner, person.email)
    app.clock.now += 7 * 24 * 3_600
    const answer = await signIn(app, person)
    app.clock.now -= 7 * 24 * 3_600
    expect(failures(answer)).toEqual(failed('unknown'))
  })

  it('takes a link away from who has a password, and tells nobody else', async () => {
    const person = somebody()
    await join(app, owner, person.email)
    const cookie = { cookie: sessionOf(await signIn(app, person)) }
    const answer = await app.send('DELETE', '/api/account/provider', undefined, cookie)
    expect(await answer.json()).toMatchObject({ is_linked: false, has_password: true })
    expect((await auditedOf(app))[0]).toBe('provider_unlinked')
    expect(app.directory.userByEmail(person.email)?.providerLink).toBeUndefined()
  })

  it.each<readonly [why: string, change: (way: Way) => Way]>([
    ['without the cookie: somebody else set out', way => ({ ...way, headers: { cookie: '' } })],
    ['with another cookie', way => ({ ...way, headers: { cookie: `hanki_oidc=${'x'.repeat(43)}` } })],
    ['with another state', way => ({ ...way, path: way.path.replace(/state=[^&]+/, 'state=x') })],
    ['without a state', way => ({ ...way, path: way.path.replace(/state=[^&]+/, '') })],
  ])('lets nobody in who comes back %s', async (_why, change) => {
    const { path, headers } = change(await setOut(app, OWNER_THERE))
    expect(failures(await app.request(path, { headers }))).toEqual(failed('expired'))
  })

  it('lets nobody in twice by one address, nor after ten minutes', async () => {
    const way = await setOut(app, OWNER_THERE)
    const first = await app.request(way.path, way)
    expect(await whoIs(app, first)).toBe(OWNER.email)
    expect(first.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^hanki_oidc=; Max-Age=0;/))
    expect(failures(await app.request(way.path, way))).toEqual(failed('expired'))
    // The code under a sign-in of one's own.
    const other = await app.request('/api/oidc/start')
    const state = new URL(other.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const replayed = way.path.replace(/state=[^&]+/, `state=${state}`)
    const answer = await app.request(replayed, { headers: { cookie: cookieOf(other) } })
    expect(failures(answer)).toEqual(failed('refused'))

    const late = await setOut(app, OWNER_THERE)
    app.clock.now += 10 * 60
    expect(failures(await app.request(late.path, late))).toEqual(failed('expired'))
  })

  it('says in words of its own what the provider said, and goes back to where one wanted to', async () => {
    const denied = await signIn(app, 'denies', '?return=/account')
    expect(denied.headers.get('location')).toBe('/sign-in?oidc=denied&return=%2Faccount')
    remote.tamper = path =>
      path === '/token' ? { error: 'invalid_client', error_description: 'words' } : undefined
    const refused = await signIn(app, somebody())
    expect(failures(refused)).toEqual(failed('refused'))
    expect(app.providerFailures.at(-1)?.fault).toBe('refused')
  })

  it.each(['//evil.example/', '/\t/evil.example', '/api/oidc/start'])(
    'goes nowhere else afterwards, asked for %j',
    async path => {
      const answer = await signIn(app, OWNER_THERE, `?return=${encodeURIComponent(path)}`)
      expect(answer.headers.get('location')).toBe('/')
    },
  )

  it('remembers so many browsers of a network at once, and forgets none of another', async () => {
    const from = (network: string) => ({ headers: { 'x-forwarded-for': network } })
    const start = await app.request('/api/oidc/start', from('198.51.100.1'))
    const first = await app.request('/api/oidc/start', from('203.0.113.1'))
    for (let times = 0; times < TICKETS_PER_NETWORK; times++) {
      await app.request('/api/oidc/start', from('203.0.113.2'))
    }
    remote.person = OWNER_THERE
    const backOf = async (answer: Response) => {
      const back = await remote.visit(answer.headers.get('location') ?? '')
      return app.request(back.pathname + back.search, { headers: { cookie: cookieOf(answer) } })
    }
    expect(failures(await backOf(first))).toEqual(failed('expired'))
    expect(await whoIs(app, await backOf(start))).toBe(OWNER.email)
  })

  it('stops asking the provider for a network whose answers are never right', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.1' }
    const tokens = () => remote.requests.filter(request => request === 'POST /token').length
    const before = tokens()
    let last = ''
    for (let times = 0; times < 51; times++) {
      const start = await app.request('/api/oidc/start', { headers })
      const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? ''
      const query = new URLSearchParams({ code: 'invented', state, iss: remote.issuer })
      const answer = await app.request(`/api/oidc/callback?${query}`, {
        headers: { ...headers, cookie: cookieOf(start) },
      })
      last = answer.headers.get('location') ?? ''
    }
    expect(last).toBe('/sign-in?oidc=busy')
    expect(tokens() - before).toBe(50)
  })

  it('asks for the code of the second factor before anything happens', async () => {
    const person = somebody()
    const session = await join(app, owner, person.email)
    const code = await addFactor(app, session)
    const answer = await signIn(app, person, '?return=/account')
    expect(answer.headers.get('location')).toBe('/sign-in?oidc=code&return=%2Faccount')
    expect(sessionOf(answer)).toBe('')
    expect(app.directory.userByEmail(person.email)?.providerLink).toBeUndefined()
    const { cookie } = waitingOf(answer)
    expect((await app.send('POST', '/api/oidc/code', { code: '000000' }, { cookie })).status).toBe(401)
    const foreign = await app.send('POST', '/api/oidc/code', { code: code() }, owner)
    expect(foreign.status).toBe(410)
    const right = await app.send('POST', '/api/oidc/code', { code: code() }, { cookie })
    expect(right.status).toBe(201)
    expect(await whoIs(app, right)).toBe(person.email)
    expect(app.directory.userByEmail(person.email)?.providerLink?.subject).toBe(person.subject)
    expect((await app.send('POST', '/api/oidc/code', { code: code() }, { cookie })).status).toBe(410)
    // A provider that says that there was one already is enough.
    const strong = await signIn(app, { ...person, amr: ['pwd', 'mfa'] })
    expect(await whoIs(app, strong)).toBe(person.email)
  })

  it('asks for a passkey, or a recovery code, of who has nothing else', async () => {
    const person = somebody()
    const session = await join(app, owner, person.email)
    const [phone, stranger] = [device(), device()]
    const { recovery_codes: codes } = await addPasskey(app, session, phone, { password: PASSWORD })
    await addPasskey(app, await join(app, owner, somebody().email), stranger, { password: PASSWORD })
    const cookie = waitingOf(await signIn(app, person))
    const confirm = (shown: object) => app.send('POST', '/api/oidc/code', shown, cookie)
    // Asking what is needed is no wrong try, and nobody else's to ask.
    for (let times = 0; times < 12; times++) {
      const asked = await confirm({})
      expect([asked.status, await asked.json()]).toMatchObject([
        401,
        { takes_totp: false, passkey: { rpId: RELYING_PARTY.id, allowCredentials: [{}] } },
      ])
    }
    expect((await app.send('POST', '/api/oidc/code', {}, owner)).status).toBe(410)
    const wrong = await confirm(await show(stranger, await confirm({})))
    expect([wrong.status, await wrong.json()]).toMatchObject([
      401,
      { errors: { code: 'This does not fit. Use a passkey, or type a recovery code.' } },
    ])
    const shown = await show(phone, await confirm({}))
    const right = await confirm(shown)
    expect(right.status).toBe(201)
    expect(await whoIs(app, right)).toBe(person.email)
    expect((await confirm(shown)).status).toBe(410)

    const again = waitingOf(await signIn(app, person))
    expect((await app.send('POST', '/api/oidc/code', shown, again)).status).toBe(401)
    const recovered = await app.send('POST', '/api/oidc/code', { code: codes[0] }, again)
    expect(await whoIs(app, recovered)).toBe(person.email)
    expect((await auditedOf(app)).slice(0, 2)).toEqual(['signed_in by provider', 'recovery_code_used'])
  })

  it('takes ten wrong codes and passkeys, however one comes to them', async () => {
    const person = somebody()
    const session = await join(app, owner, person.email)
    const code = await addFactor(app, session)
    const cookie = waitingOf(await signIn(app, person))
    for (const wrong of [{ code: '000000' }, { passkey: {} }]) {
      for (let times = 0; times < 5; times++) await app.send('POST', '/api/oidc/code', wrong, cookie)
    }
    expect((await app.send('POST', '/api/oidc/code', { code: code() }, cookie)).status).toBe(429)
    const typed = { email: person.email, password: PASSWORD, code: code() }
    expect((await app.send('POST', '/api/session', typed)).status).toBe(429)
  })

  it('lets who has no password take the second factor away by its code', async () => {
    const person = somebody()
    await invite(app, owner, person.email)
    const cookie = { cookie: sessionOf(await signIn(app, person)) }
    const code = await addFactor(app, cookie)
    const remove = (typed: string) =>
      app.send('POST', '/api/account/second-factor/remove', { password: '', code: typed }, cookie)
    expect((await remove('000000')).status).toBe(400)
    expect((await remove(code())).status).toBe(204)
  })

  it('lets who has no password add a passkey right after it, and later by showing one', async () => {
    const person = somebody()
    await invite(app, owner, person.email)
    const cookie = { cookie: sessionOf(await signIn(app, person)) }
    const ask = (proof: object) =>
      app.send('POST', '/api/account/passkeys/options', { password: '', ...proof }, cookie)
    app.clock.now += FRESH_SECONDS
    const stale = await ask({ code: '000000' })
    expect([stale.status, await stale.json()]).toEqual([
      403,
      { error: 'This takes a sign-in of the last 10 minutes. Sign in again, then come back.' },
    ])
    const phone = device()
    const fresh = { cookie: sessionOf(await signIn(app, person)) }
    const { recovery_codes: codes, passkeys } = await addPasskey(app, fresh, phone)
    // From now on nothing less than a factor will do, however fresh the session.
    for (const proof of [{}, { code: '000000' }]) {
      const needed = await app.send(
        'POST',
        '/api/account/passkeys/options',
        { password: '', ...proof },
        fresh,
      )
      expect([needed.status, await needed.json()]).toMatchObject([400, { takes_totp: false }])
    }
    expect((await app.send('POST', '/api/account/second-factor', { password: '' }, fresh)).status).toBe(400)
    await addPasskey(app, cookie, device(), { password: '', ...(await show(phone, await ask({}))) })
    // It also signs in past the provider.
    expect(await whoIs(app, await signInByPasskey(app, phone))).toBe(person.email)
    const path = `/api/account/passkeys/${passkeys[0]?.id}/remove`
    expect((await app.send('POST', path, { password: '' }, cookie)).status).toBe(400)
    expect((await app.send('POST', path, { password: '', code: codes[0] }, cookie)).status).toBe(200)
  })
})

interface Way {
  readonly path: string
  readonly headers: { readonly cookie: string }
}

describe('signing in with a provider, over HTTPS and below a path', () => {
  it('protects the cookie by its name, and stays below the path', async () => {
    const below = await openApp({}, { secureCookies: true, basePath: '/stats' })
    const way = await setOut(below, OWNER_THERE, '?return=/account')
    expect(way.headers.cookie).toMatch(/^__Host-hanki_oidc=[\w-]{43}$/)
    const unprotected = { cookie: way.headers.cookie.replace('__Host-', '') }
    const refused = await below.request(way.path, { headers: unprotected })
    expect(refused.headers.get('location')).toBe('/stats/sign-in?oidc=expired')
    const answer = await below.request(way.path, way)
    expect(answer.headers.get('location')).toBe('/stats/account')
    expect(answer.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(
        /^__Host-hanki_session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    )
  })
})

describe('signing in with a provider that is away', () => {
  it('says so at once, and leaves passwords as they are', async () => {
    const gone = await openTestProvider({ callbackUrl: CALLBACK })
    await gone.close()
    const without = await openApp({ issuer: gone.issuer })
    const answer = await without.request('/api/oidc/start?return=/account')
    expect(answer.headers.get('location')).toBe('/sign-in?oidc=away&return=%2Faccount')
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(without.providerFailures[0]).toMatchObject({ code: 'ECONNREFUSED' })
    expect((await without.send('POST', '/api/session', OWNER)).status).toBe(201)
  })
})

describe('signing in with a provider only', () => {
  it('takes no password anywhere, but for the way back in that the command line opens', async () => {
    const person = somebody()
    const session = await join(app, owner, person.email)
    const only = await openApp({ isOnly: true })
    const typed = { email: person.email, password: PASSWORD }
    const refused = await only.send('POST', '/api/session', typed)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toEqual({ error: 'Passwords are turned off here. Sign in with Example ID.' })
    const { token } = await invite(only, owner, 'maija@example.fi')
    const change = { password: PASSWORD, new_password: 'battery staple correct' }
    const tries = [
      await only.send('POST', '/api/invitations/accept', { token, password: PASSWORD }),
      await only.send('POST', '/api/password-reset/request', { email: person.email }),
      await only.send('PUT', '/api/account/password', change, session),
    ]
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(await whoIs(only, await signIn(only, person))).toBe(person.email)
    expect((await only.send('DELETE', '/api/account/provider', undefined, session)).status).toBe(409)

    const opened = await reset(only, person.email)
    expect([opened.status, await opened.json()]).toEqual([201, { code_needed: false }])
    expect(await whoIs(only, opened)).toBe(person.email)
    // Earlier sessions are over, and the second factor is still asked for.
    expect((await only.send('GET', '/api/session', undefined, session)).status).toBe(401)
    const code = await addFactor(only, { cookie: sessionOf(opened) })
    const halfOpened = await reset(only, person.email)
    expect(await halfOpened.json()).toEqual({ code_needed: true })
    expect(sessionOf(halfOpened)).toBe('')
    const cookie = { cookie: cookieOf(halfOpened) }
    expect((await only.send('POST', '/api/oidc/code', { code: code() }, cookie)).status).toBe(201)
  })
})

describe('signing in with a provider only, with passkeys', () => {
  it('takes none alone, and one in place of a code', async () => {
    const person = somebody()
    const session = await join(app, owner, person.email)
    const phone = device()
    await addPasskey(app, session, phone, { password: PASSWORD })
    const only = await openApp({ isOnly: true })
    expect(await (await only.send('GET', '/api/session')).json()).toMatchObject({ passkey_origin: null })
    expect((await only.send('POST', '/api/session/passkey/options', {})).status).toBe(403)
    const alone = await signInByPasskey(only, phone)
    expect([alone.status, await alone.json(), sessionOf(alone)]).toEqual([
      403,
      { error: 'A passkey alone does not sign in here. Sign in with Example ID.' },
      '',
    ])
    const cookie = waitingOf(await signIn(only, person))
    const shown = await show(phone, await only.send('POST', '/api/oidc/code', {}, cookie))
    const right = await only.send('POST', '/api/oidc/code', shown, cookie)
    expect(await whoIs(only, right)).toBe(person.email)
    // Nor is the password a proof any more, which the account still has.
    const own = { cookie: sessionOf(right) }
    const proof = { password: PASSWORD }
    const asked = await only.send('POST', '/api/account/passkeys/options', proof, own)
    expect(asked.status).toBe(400)
    await addPasskey(only, own, device(), { password: '', ...(await show(phone, asked)) })
  })
})

describe('signing in with a provider where a second factor is required', () => {
  it('is enough where the provider vouches for one; else Hanki asks for its own', async () => {
    const strict = await openApp({}, { requiresSecondFactor: true })
    const sitesFor = async (amr: readonly string[]) => {
      const cookie = { cookie: sessionOf(await signIn(strict, { ...OWNER_THERE, amr })) }
      const session = await strict.send('GET', '/api/session', undefined, cookie)
      const { user }: { user: { needs_second_factor: boolean } } = await session.json()
      return [(await strict.send('GET', '/api/sites', undefined, cookie)).status, user.needs_second_factor]
    }
    expect(await sitesFor(['pwd'])).toEqual([403, true])
    expect(await sitesFor(['pwd', 'mfa'])).toEqual([200, false])
  })
})

describe('without a provider', () => {
  it('nothing of it is there', async () => {
    const plain = await openAccountsApp({ engine: app.engine })
    for (const path of ['/api/oidc/start', '/api/oidc/callback']) {
      expect((await plain.request(path)).status).toBe(404)
    }
    const link = await plain.send('GET', '/api/account/provider', undefined, owner)
    expect(await link.json()).toMatchObject({ provider: null, is_linked: false, has_password: true })
  })
})
