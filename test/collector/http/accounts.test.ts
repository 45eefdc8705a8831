import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountsBody, NewInvitationBody } from '../../../collector/http/contract.ts'
import { type AccountsApp, cookieOf, OWNER, openAccountsApp } from './accounts-app.ts'

describe('/api/accounts', () => {
  let app: AccountsApp
  let operator: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    operator = await app.signedInOwner()
    await app.send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' }, operator)
  })
  afterAll(() => app.engine.close())

  /** Invites somebody, who joins; gives the headers of that browser. */
  async function join(email: string, role = 'admin'): Promise<{ cookie: string }> {
    const invited = await app.send('POST', '/api/sites/own.example/invitations', { email, role }, operator)
    const { token } = (await invited.json()) as NewInvitationBody
    const joined = await app.send('POST', '/api/invitations/accept', {
      token,
      password: 'some words together',
    })
    expect(joined.status).toBe(201)
    return { cookie: cookieOf(joined) }
  }

  async function accounts(): Promise<AccountsBody['accounts']> {
    const answer = await app.send('GET', '/api/accounts', undefined, operator)
    return ((await answer.json()) as AccountsBody).accounts
  }

  const idOf = (email: string): string => app.directory.userByEmail(email)?.id ?? ''
  const change = (email: string, isOperator: boolean, by = operator) =>
    app.send('PATCH', `/api/accounts/${idOf(email)}`, { is_operator: isOperator }, by)
  const remove = (email: string, by = operator) =>
    app.send('DELETE', `/api/accounts/${idOf(email)}`, undefined, by)

  it('shows everybody with what they are', async () => {
    await join('anna@example.com', 'viewer')
    expect(await accounts()).toEqual([
      {
        id: idOf('anna@example.com'),
        email: 'anna@example.com',
        is_operator: false,
        has_second_factor: false,
        created_at: expect.stringMatching(/Z$/),
        sites: [{ domain: 'own.example', role: 'viewer' }],
      },
      expect.objectContaining({ email: OWNER.email, is_operator: true }),
    ])
  })

  it('makes an operator, and unmakes one, but never the last', async () => {
    const bert = await join('bert@example.com')
    expect((await change('bert@example.com', true)).status).toBe(200)
    expect((await app.request('/api/accounts', { headers: bert })).status).toBe(200)
    expect((await change(OWNER.email, false, bert)).status).toBe(200)
    const last = await change('bert@example.com', false, bert)
    expect([last.status, await last.json()]).toEqual([
      409,
      { error: expect.stringMatching(/Make somebody else/) },
    ])
    expect((await change(OWNER.email, true, bert)).status).toBe(200)
    expect((await change('bert@example.com', false)).status).toBe(200)
    expect((await app.request('/api/accounts', { headers: bert })).status).toBe(403)
  })

  it('removes an account with its sessions, and what it made is worth nothing', async () => {
    const carl = await join('carl@example.com')
    const key = await app.send('POST', '/api/sites/own.example/keys', { scopes: ['stats:read'] }, carl)
    const link = await app.send('POST', '/api/sites/own.example/share-links', {}, carl)
    const bearers = [
      ((await key.json()) as { key: string }).key,
      ((await link.json()) as { token: string }).token,
    ]
    const asked = () =>
      Promise.all(
        [carl, ...bearers.map(bearer => ({ authorization: `Bearer ${bearer}` }))].map(
          async headers => (await app.request('/api/readable/own.example', { headers })).status,
        ),
      )
    expect(await asked()).toEqual([200, 200, 200])
    expect((await remove('carl@example.com')).status).toBe(200)
    expect(await asked()).toEqual([401, 401, 401])
    expect((await accounts()).map(({ email }) => email)).not.toContain('carl@example.com')
    const again = { email: 'carl@example.com', password: 'some words together' }
    expect((await app.send('POST', '/api/session', again)).status).toBe(401)
  })

  it('does not remove the account that asks for it', async () => {
    const answer = await remove(OWNER.email)
    expect([answer.status, await answer.json()]).toEqual([
      409,
      { error: expect.stringMatching(/your own account/) },
    ])
  })

  it.each([{}, { is_operator: 'yes' }, { is_operator: null }])('refuses %j', async body => {
    const answer = await app.send('PATCH', `/api/accounts/${idOf('anna@example.com')}`, body, operator)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toHaveProperty('errors.is_operator')
  })
})
