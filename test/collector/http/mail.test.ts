import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAuditLine } from '../../../collector/core/audit/audit-entry.ts'
import type { NewInvitationBody, PeopleBody } from '../../../collector/http/contract.ts'
import { type Mail, openMail } from '../../../collector/mail/mail.ts'
import { openMailServer, type TestMailServer } from '../../support/mail-server.ts'
import { type AccountsApp, BAD_BODIES, cookieOf, OWNER, openAccountsApp } from './accounts-app.ts'

const ADDRESS = 'https://stats.example.com/web'
const REQUEST = '/api/password-reset/request'
const PASSWORD = 'staple battery horse'

describe('letters', () => {
  let server: TestMailServer
  let mail: Mail & { close(withinMs: number): Promise<void> }
  let app: AccountsApp
  let owner: { cookie: string }
  const failures: unknown[] = []
  beforeAll(async () => {
    server = await openMailServer({ login: 'hanki:secret' })
    mail = openMail({
      server: {
        host: '127.0.0.1',
        port: server.port,
        tls: 'none',
        login: { user: 'hanki', password: 'secret' },
      },
      from: 'hanki@example.com',
      address: ADDRESS,
      onFailure: error => failures.push(error),
    })
    app = await openAccountsApp({ mail })
    owner = await app.signedInOwner()
    await app.send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' }, owner)
  })
  afterAll(async () => {
    await mail.close(5_000)
    await server.close()
    app.engine.close()
    expect(failures).toEqual([])
  })

  let networks = 0
  /** Says that the password of an address is forgotten, from a network of its own unless told otherwise. */
  const forget = (email: string, network = `10.${networks >> 8}.${networks++ & 255}.1`) =>
    app.send('POST', REQUEST, { email }, { 'x-forwarded-for': network })

  const lettersTo = (email: string) => server.letters.filter(({ to }) => to.includes(email))

  async function invite(email: string, by = owner): Promise<NewInvitationBody> {
    const answer = await app.send('POST', '/api/sites/own.example/invitations', { email, role: 'editor' }, by)
    expect(answer.status, await answer.clone().text()).toBe(201)
    return answer.json()
  }

  async function join(email: string): Promise<{ cookie: string }> {
    const { token } = await invite(email)
    const answer = await app.send('POST', '/api/invitations/accept', { token, password: PASSWORD })
    expect(answer.status).toBe(201)
    return { cookie: cookieOf(answer) }
  }

  async function entries(): Promise<readonly string[]> {
    const lines: string[] = []
    for await (const line of app.auditStore.all()) {
      const entry = parseAuditLine(line)?.entry
      if (entry !== undefined)
        lines.push(`${entry.action} ${entry.subject ?? ''} ${entry.outcome ?? ''}`.trim())
    }
    return lines
  }

  it('bring an invitation to whoever is invited; the inviter is shown its link all the same', async () => {
    const made = await invite('maija@example.fi')
    expect(made).toMatchObject({ mailed: true, token: expect.stringMatching(/^[\w-]{43}$/) })
    const { text, from } = await server.latestTo('maija@example.fi')
    expect(from).toBe('hanki@example.com')
    expect(text).toContain(`${OWNER.email} invites you to the statistics of own.example, as editor.`)
    expect(text).toContain(`\n${ADDRESS}/invitation#${made.token}\n`)
    const token = /invitation#(\S+)/.exec(text)?.[1]
    const joined = await app.send('POST', '/api/invitations/accept', { token, password: PASSWORD })
    expect(joined.status).toBe(201)
  })

  it('go to nobody who is invited again and again, nor to what is more than an address', async () => {
    const mailed: boolean[] = []
    for (let count = 0; count < 4; count++) mailed.push((await invite('again@example.fi')).mailed)
    expect(mailed).toEqual([true, true, true, false])
    expect((await invite('a,b@example.fi')).mailed).toBe(false)
    const people: PeopleBody = await (
      await app.send('GET', '/api/sites/own.example/people', undefined, owner)
    ).json()
    expect(people.invitations.map(({ email }) => email)).toContain('a,b@example.fi')
    await expect.poll(() => lettersTo('again@example.fi').length).toBe(3)
    expect(server.letters.filter(({ to }) => to.length !== 1)).toEqual([])
  })

  it('are no way for one person to send many', async () => {
    app.clock.now += 3_600
    let count = 0
    while (count < 30 && (await invite(`many${count}@example.fi`)).mailed) count++
    expect(count).toBe(20)
    app.clock.now += 3_600
  })

  it('bring a link to who forgot the password, which works once', async () => {
    await join('forgetful@example.fi')
    const answer = await app.send(
      'POST',
      REQUEST,
      { email: ' Forgetful@Example.fi ' },
      // A link must lead to the installation, whatever a request says that it is called.
      { host: 'evil.example', origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
    )
    expect([answer.status, await answer.json()]).toEqual([
      202,
      { message: expect.stringMatching(/^If there is an account of this address, a letter is on its way/) },
    ])
    await expect.poll(() => lettersTo('forgetful@example.fi').at(-1)?.text).toContain('/reset#')
    const { text } = await server.latestTo('forgetful@example.fi')
    expect(text).not.toContain('evil')
    const token = new RegExp(`^${ADDRESS}/reset#([\\w-]{43})$`, 'm').exec(text)?.[1]
    const password = 'another staple battery'
    expect((await app.send('POST', '/api/password-reset', { token, password })).status).toBe(204)
    const again = await app.send('POST', '/api/password-reset', { token, password })
    expect([again.status, await again.json()]).toEqual([
      410,
      { error: expect.stringMatching(/Ask for a new one where you sign in/) },
    ])
    const signedIn = await app.send('POST', '/api/session', { email: 'forgetful@example.fi', password })
    expect(signedIn.status).toBe(201)
    await expect
      .poll(() => lettersTo('forgetful@example.fi').at(-1)?.text)
      .toContain('Your password was changed')
    expect(await entries()).toContain('password_reset_asked forgetful@example.fi by letter')
  })

  it('tell nobody whether there is an account: answers are equal, in words, headers and time', {
    timeout: 60_000,
  }, async () => {
    await join('known@example.fi')
    const times = { known: [] as number[], unknown: [] as number[] }
    const answers = new Set<string>()
    const rounds = 60
    const asked = [
      ['known', 'known@example.fi'],
      ['unknown', 'other@example.fi'],
    ] as const
    for (let count = 0; count < rounds; count++) {
      // So that each has a letter sent.
      app.clock.now += 3_600
      for (const [kind, email] of count % 2 === 0 ? asked : asked.toReversed()) {
        const began = performance.now()
        const answer = await forget(email)
        const text = await answer.text()
        times[kind].push(performance.now() - began)
        answers.add(JSON.stringify([answer.status, [...answer.headers], text]))
      }
    }
    expect(answers.size).toBe(1)
    // Of a known and an unknown one, either takes longer as often; were one written to first, it would nearly always.
    const longer = times.known.flatMap(known => times.unknown.filter(unknown => known > unknown))
    expect(Math.abs(longer.length / rounds ** 2 - 0.5)).toBeLessThan(0.35)
    await expect.poll(() => lettersTo('known@example.fi').length, { timeout: 30_000 }).toBe(rounds)
    expect(lettersTo('other@example.fi')).toEqual([])
  })

  it('are three an hour to one account at most, and lock nobody out', { timeout: 60_000 }, async () => {
    const email = 'flooded@example.fi'
    await join(email)
    app.clock.now += 3_600
    const links = () => lettersTo(email).filter(({ text }) => text.includes('/reset#'))
    const statuses: number[] = []
    for (let count = 0; count < 30; count++) statuses.push((await forget(email)).status)
    expect(new Set(statuses)).toEqual(new Set([202]))
    await expect.poll(() => links().length, { timeout: 30_000 }).toBe(3)
    expect((await app.send('POST', '/api/session', { email, password: PASSWORD })).status).toBe(201)
    // Whoever asked in vain has a letter whose link is good.
    const token = /reset#(\S+)/.exec((await server.latestTo(email)).text)?.[1]
    const answer = await app.send('POST', '/api/password-reset', { token, password: PASSWORD })
    expect(answer.status).toBe(204)
    const asked = (await entries()).filter(line => line.startsWith(`password_reset_asked ${email}`))
    expect(asked).toHaveLength(3)
    app.clock.now += 3_601
    expect((await forget(email)).status).toBe(202)
    await expect.poll(() => links().length).toBe(4)
  })

  it('are asked for twenty times an hour from one network at most, and signing in goes on', async () => {
    const network = '192.0.2.7'
    const statuses: number[] = []
    for (let count = 0; count < 22; count++) {
      statuses.push((await forget(`nobody${count}@example.fi`, network)).status)
    }
    expect(statuses).toEqual([...Array<number>(20).fill(202), 429, 429])
    const refused = await forget(OWNER.email, network)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000)
    expect(await refused.json()).toEqual({ error: expect.stringMatching(/Wait 60 minutes and try again/) })
    const signIn = await app.send('POST', '/api/session', OWNER, { 'x-forwarded-for': network })
    expect(signIn.status).toBe(201)
    expect((await forget(OWNER.email, '198.51.100.7')).status).toBe(202)
    // Who does not exist is noted without the address, and not at every try.
    const log = await entries()
    expect(log.filter(line => line === 'password_reset_asked').length).toBeGreaterThan(0)
    expect(log.join('\n')).not.toContain('nobody1@example.fi')
  })

  it.each(BAD_BODIES)('need a good body to be asked for, case %#: $2', async (body, status) => {
    const answer = await app.send('POST', REQUEST, body, { 'x-forwarded-for': '203.0.113.9' })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toHaveProperty('error', expect.any(String))
  })

  it('tell people what was done with their account', async () => {
    const email = 'careful@example.fi'
    const person = await join(email)
    const subjects = (): readonly string[] =>
      lettersTo(email)
        .slice(1)
        .map(({ headers }) => headers.find(([name]) => name === 'subject')?.[1] ?? '')
    const expected: string[] = []
    async function expectNext(subject: string): Promise<void> {
      expected.push(subject)
      await expect.poll(subjects).toEqual(expected)
    }
    const change = { password: PASSWORD, new_password: 'another staple battery' }
    expect((await app.send('PUT', '/api/account/password', change, person)).status).toBe(204)
    await expectNext('Your password was changed')

    const offered = await app.send('POST', '/api/account/second-factor', {}, person)
    const { secret } = await offered.json()
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now * 1_000 })
    const confirmed = await app.send('PUT', '/api/account/second-factor', { code: code() }, person)
    const recovery: { recovery_codes: string[] } = await confirmed.json()
    await expectNext('A second factor was added')

    const [used] = recovery.recovery_codes
    const signIn = { email, password: change.new_password, code: used }
    expect((await app.send('POST', '/api/session', signIn)).status).toBe(201)
    await expectNext('A recovery code was used')

    app.clock.now += 60
    const removal = { password: change.new_password, code: code() }
    const removed = await app.send('POST', '/api/account/second-factor/remove', removal, person)
    expect(removed.status).toBe(204)
    await expectNext('Your second factor was removed')

    const key = await app.send('POST', '/api/sites/own.example/keys', { scopes: ['stats:read'] }, owner)
    const body: { id: string; key: string } = await key.json()
    await expect.poll(() => lettersTo(OWNER.email).at(-1)?.text).toContain(`It begins with ${body.id}.`)
    const everything = server.letters.map(({ text }) => text).join('\n')
    for (const kept of [body.key, secret, ...recovery.recovery_codes, PASSWORD]) {
      expect(everything).not.toContain(kept)
    }
  })

  it('can be sent, as the sign-in screen is told', async () => {
    expect(await (await app.send('GET', '/api/session')).json()).toMatchObject({ can_mail: true })
  })
})

describe('without letters', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
    await app.send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' }, owner)
  })
  afterAll(() => app.engine.close())

  it('everybody hears alike whom to ask', async () => {
    for (const email of [OWNER.email, 'nobody@example.com']) {
      const answer = await app.send('POST', REQUEST, { email })
      expect([answer.status, await answer.json()]).toEqual([
        202,
        { message: expect.stringMatching(/^Hanki is not set up to send letters here\. Ask whoever runs it/) },
      ])
    }
  })

  it('an invitation is a link to hand over', async () => {
    const invitation = { email: 'maija@example.fi', role: 'viewer' }
    const answer = await app.send('POST', '/api/sites/own.example/invitations', invitation, owner)
    expect(await answer.json()).toMatchObject({ mailed: false, token: expect.any(String) })
  })
})

describe('a mail server that does not answer', () => {
  it('holds up nobody', async () => {
    const server = await openMailServer({ isSilent: true })
    const failures: unknown[] = []
    const mail = openMail({
      server: { host: '127.0.0.1', port: server.port, tls: 'none', login: undefined },
      from: 'hanki@example.com',
      address: ADDRESS,
      retryMs: [],
      onFailure: error => failures.push(error),
    })
    const app = await openAccountsApp({ mail })
    await app.signedInOwner()
    for (let count = 0; count < 3; count++) {
      expect((await app.send('POST', REQUEST, { email: OWNER.email })).status).toBe(202)
    }
    await expect.poll(server.connections).toBe(1)
    // They were answered, and nobody has given up on the letters yet.
    expect(failures).toEqual([])
    await mail.close(100)
    app.engine.close()
    await server.close()
  })
})
