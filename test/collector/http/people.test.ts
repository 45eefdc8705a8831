import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { INVITATION_SECONDS } from '../../../collector/accounts/invitations.ts'
import type { NewInvitationBody, PeopleBody } from '../../../collector/http/contract.ts'
import { type AccountsApp, BAD_BODIES, cookieOf, OWNER, openAccountsApp } from './accounts-app.ts'

const PASSWORD = 'staple battery horse'
const PEOPLE = '/api/sites/own.example/people'
const INVITATIONS = '/api/sites/own.example/invitations'

describe('people of a site', () => {
  let app: AccountsApp
  let operator: { cookie: string }
  let number = 0
  beforeAll(async () => {
    app = await openAccountsApp()
    operator = await app.signedInOwner()
    await app.send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' }, operator)
    await app.send('POST', '/api/sites', { domain: 'other.example', timezone: 'UTC' }, operator)
  })
  afterAll(() => app.engine.close())
  beforeEach(() => {
    number++
  })

  const someone = (): string => `person${number}@example.com`

  async function invitation(body: Record<string, unknown>, by = operator): Promise<NewInvitationBody> {
    const answer = await app.send('POST', INVITATIONS, body, by)
    expect(answer.status, await answer.clone().text()).toBe(201)
    return answer.json()
  }

  /** Invites and accepts; gives the new person's headers. */
  async function join(email: string, role: string): Promise<{ cookie: string }> {
    const { token } = await invitation({ email, role })
    const answer = await app.send('POST', '/api/invitations/accept', { token, password: PASSWORD })
    expect(answer.status, await answer.clone().text()).toBe(201)
    return { cookie: cookieOf(answer) }
  }

  async function people(by = operator): Promise<PeopleBody> {
    return (await app.send('GET', PEOPLE, undefined, by)).json()
  }

  const personOf = async (email: string) => (await people()).people.find(person => person.email === email)

  it('join by a link that tells what it is for, with a password of their own', async () => {
    const { token, invitation: listed } = await invitation({
      email: ` ${someone().toUpperCase()} `,
      role: 'editor',
    })
    expect(listed).toMatchObject({ email: someone(), role: 'editor', invited_by: OWNER.email })
    expect((await people()).invitations).toContainEqual(listed)
    const read = await app.send('POST', '/api/invitations/read', { token })
    expect(await read.json()).toEqual({
      id: listed.id,
      domain: 'own.example',
      email: someone(),
      role: 'editor',
      has_account: false,
    })
    const answer = await app.send('POST', '/api/invitations/accept', { token, password: PASSWORD })
    expect([answer.status, await answer.json()]).toEqual([
      201,
      {
        user: { email: someone(), is_operator: false, has_second_factor: false, needs_second_factor: false },
      },
    ])
    const sites = await app.send('GET', '/api/sites', undefined, { cookie: cookieOf(answer) })
    expect(await sites.json()).toMatchObject({ sites: [{ domain: 'own.example', role: 'editor' }] })
    expect(await personOf(someone())).toMatchObject({ role: 'editor' })
    const signedIn = await app.send('POST', '/api/session', { email: someone(), password: PASSWORD })
    expect(signedIn.status).toBe(201)
    expect((await people()).invitations).not.toContainEqual(listed)
  })

  it('join once by one link, even when it is opened twice at the same moment', async () => {
    const { token } = await invitation({ email: someone(), role: 'viewer' })
    const accept = () => app.send('POST', '/api/invitations/accept', { token, password: PASSWORD })
    const statuses = (await Promise.all([accept(), accept(), accept()])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 410, 410])
    expect((await people()).people.filter(({ email }) => email === someone())).toHaveLength(1)
    expect((await app.send('POST', '/api/invitations/read', { token })).status).toBe(410)
  })

  it.each<readonly [why: string, spoil: (made: NewInvitationBody) => Promise<void> | void]>([
    [
      'is over after a week',
      () => {
        app.clock.now += INVITATION_SECONDS
      },
    ],
    [
      'was taken back',
      async ({ invitation: { id } }) => {
        expect((await app.send('DELETE', `${INVITATIONS}/${id}`, undefined, operator)).status).toBe(200)
      },
    ],
    ['was replaced by a later one', async () => void (await invitation({ email: someone(), role: 'admin' }))],
  ])('cannot join by a link that %s', async (_, spoil) => {
    const made = await invitation({ email: someone(), role: 'viewer' })
    const now = app.clock.now
    await spoil(made)
    const answer = await app.send('POST', '/api/invitations/accept', {
      token: made.token,
      password: PASSWORD,
    })
    expect([answer.status, await answer.json()]).toEqual([
      410,
      { error: expect.stringMatching(/Ask for a new one/) },
    ])
    app.clock.now = now
  })

  it('who have an account join signed in with it, and nobody else in their place', async () => {
    const known = await join(someone(), 'viewer')
    const answer = await app.send(
      'POST',
      '/api/sites/other.example/invitations',
      { email: someone(), role: 'admin' },
      operator,
    )
    const { token }: NewInvitationBody = await answer.json()
    for (const other of [{}, operator]) {
      const refused = await app.send('POST', '/api/invitations/accept', { token, password: PASSWORD }, other)
      expect([refused.status, await refused.json()]).toEqual([
        401,
        { error: `Sign in as ${someone()}, then open the link again.` },
      ])
    }
    const accepted = await app.send('POST', '/api/invitations/accept', { token }, known)
    expect([accepted.status, accepted.headers.getSetCookie()]).toEqual([200, []])
    const sites = await app.send('GET', '/api/sites', undefined, known)
    expect(await sites.json()).toMatchObject({
      sites: [
        { domain: 'other.example', role: 'admin' },
        { domain: 'own.example', role: 'viewer' },
      ],
    })
  })

  it('need a good password, and may try again with the same link', async () => {
    const { token } = await invitation({ email: someone(), role: 'viewer' })
    const answer = await app.send('POST', '/api/invitations/accept', { token, password: 'short' })
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: expect.any(String), errors: { password: expect.stringMatching(/12 characters/) } },
    ])
    const again = await app.send('POST', '/api/invitations/accept', { token, password: PASSWORD })
    expect(again.status).toBe(201)
  })

  it('are not invited twice, nor to what there is not, nor by admins to be owners', async () => {
    const admin = await join(someone(), 'admin')
    for (const [body, errors] of [
      [{ email: someone(), role: 'viewer' }, { email: expect.stringMatching(/member already/) }],
      [
        { email: 'x', role: 'king' },
        { email: expect.any(String), role: expect.stringMatching(/viewer, editor/) },
      ],
      [{ email: 'x@example.com', role: 'owner' }, { role: 'Only owners make owners.' }],
    ] as const) {
      const answer = await app.send('POST', INVITATIONS, body, admin)
      expect([answer.status, await answer.json()]).toEqual([400, { error: expect.any(String), errors }])
    }
  })

  it('lose at once what their role allowed', async () => {
    const person = await join(someone(), 'admin')
    const { id = '' } = (await personOf(someone())) ?? {}
    expect((await app.send('GET', PEOPLE, undefined, person)).status).toBe(200)
    await app.send('PATCH', `${PEOPLE}/${id}`, { role: 'viewer' }, operator)
    expect((await app.send('GET', PEOPLE, undefined, person)).status).toBe(403)
    await app.send('DELETE', `${PEOPLE}/${id}`, undefined, operator)
    expect((await app.send('GET', PEOPLE, undefined, person)).status).toBe(404)
    // The account is there still, with nothing to see.
    const sites = await app.send('GET', '/api/sites', undefined, person)
    expect(await sites.json()).toEqual({ sites: [] })
  })

  it('do not come back by an invitation that they made before', async () => {
    const person = await join(someone(), 'admin')
    const { id = '' } = (await personOf(someone())) ?? {}
    const made = await invitation({ email: `again-${someone()}`, role: 'admin' }, person)
    const lesser = await invitation({ email: `less-${someone()}`, role: 'viewer' }, person)
    const read = async ({ token }: NewInvitationBody) =>
      (await app.send('POST', '/api/invitations/read', { token })).status
    expect([await read(made), await read(lesser)]).toEqual([200, 200])
    await app.send('PATCH', `${PEOPLE}/${id}`, { role: 'editor' }, operator)
    expect([await read(made), await read(lesser)]).toEqual([410, 410])
    await app.send('DELETE', `${PEOPLE}/${id}`, undefined, operator)
    const answer = await app.send('POST', '/api/invitations/accept', {
      token: made.token,
      password: PASSWORD,
    })
    expect(answer.status).toBe(410)
    expect((await people()).invitations.map(({ id }) => id)).not.toContain(made.invitation.id)
  })

  it('may leave by themselves, but the last owner', async () => {
    const person = await join(someone(), 'viewer')
    const { id = '' } = (await personOf(someone())) ?? {}
    expect((await app.send('DELETE', `${PEOPLE}/${id}`, undefined, person)).status).toBe(204)
    expect(await personOf(someone())).toBeUndefined()
    const { id: last = '' } = (await personOf(OWNER.email)) ?? {}
    for (const [method, body] of [
      ['DELETE', undefined],
      ['PATCH', { role: 'admin' }],
    ] as const) {
      const answer = await app.send(method, `${PEOPLE}/${last}`, body, operator)
      expect([answer.status, await answer.json()]).toEqual([
        409,
        { error: 'The site would have no owner. Make somebody else owner first.' },
      ])
    }
  })

  it('are unknown to a site that was removed and added again', async () => {
    await app.send('POST', '/api/sites', { domain: 'gone.example', timezone: 'UTC' }, operator)
    const path = '/api/sites/gone.example'
    const answer = await app.send(
      'POST',
      `${path}/invitations`,
      { email: someone(), role: 'viewer' },
      operator,
    )
    const { token }: NewInvitationBody = await answer.json()
    const site = app.directory.siteByDomain('gone.example')
    if (site !== undefined) await app.directory.removeSite(site)
    expect((await app.send('POST', '/api/invitations/read', { token })).status).toBe(410)
    await app.send('POST', '/api/sites', { domain: 'gone.example', timezone: 'UTC' }, operator)
    const found: PeopleBody = await (await app.send('GET', `${path}/people`, undefined, operator)).json()
    expect(found).toEqual({
      people: [expect.objectContaining({ email: OWNER.email, role: 'owner' })],
      invitations: [],
    })
  })

  it.each(BAD_BODIES)('answers a bad body in words, case %#: $2', async (body, status) => {
    for (const path of ['/api/invitations/read', '/api/invitations/accept', INVITATIONS]) {
      const answer = await app.send('POST', path, body, operator)
      // A token that is text is looked for before anything else is said.
      expect([status, 410]).toContain(answer.status)
      expect(await answer.json()).toHaveProperty('error', expect.any(String))
    }
  })
})
