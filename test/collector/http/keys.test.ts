import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeysBody, NewInvitationBody, NewKeyBody } from '../../../collector/http/contract.ts'
import { type AccountsApp, cookieOf, openAccountsApp } from './accounts-app.ts'

const PATH = '/api/sites/own.example/keys'
const DAY_SECONDS = 86_400

describe(PATH, () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
    await app.directory.addSite({ domain: 'own.example', timezone: 'UTC' })
  })
  afterAll(() => app.engine.close())

  async function make(body: unknown, headers = owner): Promise<NewKeyBody> {
    const answer = await app.send('POST', PATH, body, headers)
    expect(answer.status).toBe(201)
    return answer.json()
  }

  async function list(): Promise<KeysBody['keys']> {
    const answer = await app.send('GET', PATH, undefined, owner)
    return ((await answer.json()) as KeysBody).keys
  }

  /** What the site's statistics answer to a key. */
  async function asked(key: string): Promise<number> {
    const headers = { authorization: `Bearer ${key}` }
    return (await app.request('/api/readable/own.example', { headers })).status
  }

  it('shows a key once, and keeps only what tells it from others', async () => {
    const { key, ...shown } = await make({ name: ' Shop ', scopes: ['stats:read'], expires_in_days: 30 })
    expect(key).toMatch(/^hanki_[\w-]{43}$/)
    expect(shown).toEqual({
      id: key.slice(0, 14),
      name: 'Shop',
      scopes: ['stats:read'],
      made_by: 'owner@example.com',
      created_at: new Date(app.clock.now * 1_000).toISOString(),
      expires_at: new Date((app.clock.now + 30 * DAY_SECONDS) * 1_000).toISOString(),
      is_valid: true,
    })
    expect(await list()).toContainEqual(shown)
    expect(JSON.stringify(await list())).not.toContain(key)
    expect(JSON.stringify(await app.auditStore.list(1_000, 1_000))).not.toContain(key)
    expect(await asked(key)).toBe(200)
  })

  it('is over at its time', async () => {
    const { key, id } = await make({ scopes: ['stats:read'], expires_in_days: 1 })
    app.clock.now += DAY_SECONDS - 1
    expect(await asked(key)).toBe(200)
    app.clock.now += 1
    expect(await asked(key)).toBe(401)
    expect(await list()).toContainEqual(expect.objectContaining({ id, is_valid: false }))
  })

  it('is worth nothing once it is revoked, and that once', async () => {
    const { key, id } = await make({ scopes: ['stats:read'] })
    expect(await asked(key)).toBe(200)
    const answer = await app.send('DELETE', `${PATH}/${id}`, undefined, owner)
    expect(answer.status).toBe(200)
    expect(await asked(key)).toBe(401)
    expect((await app.send('DELETE', `${PATH}/${id}`, undefined, owner)).status).toBe(404)
  })

  it('of somebody who was taken off the site, or may not make keys any more, is worth nothing', async () => {
    const invite = { email: 'maija@example.fi', role: 'admin' }
    const invited = await app.send('POST', '/api/sites/own.example/invitations', invite, owner)
    const { token }: NewInvitationBody = await invited.json()
    const password = 'staple battery horse'
    const joined = await app.send('POST', '/api/invitations/accept', { token, password })
    const { key } = await make({ scopes: ['stats:read'] }, { cookie: cookieOf(joined) })
    const id = app.directory.userByEmail('maija@example.fi')?.id
    const person = `/api/sites/own.example/people/${id}`
    expect(await asked(key)).toBe(200)
    await app.send('PATCH', person, { role: 'editor' }, owner)
    expect(await asked(key)).toBe(401)
    await app.send('PATCH', person, { role: 'admin' }, owner)
    expect(await asked(key)).toBe(200)
    await app.send('DELETE', person, undefined, owner)
    expect(await asked(key)).toBe(401)
  })

  it.each([
    { body: { scopes: [] }, field: 'scopes' },
    { body: { scopes: ['stats:write'] }, field: 'scopes' },
    { body: { scopes: 'stats:read' }, field: 'scopes' },
    { body: {}, field: 'scopes' },
    { body: { scopes: ['stats:read'], name: 'x'.repeat(61) }, field: 'name' },
    { body: { scopes: ['stats:read'], name: 'two\nlines' }, field: 'name' },
    { body: { scopes: ['stats:read'], name: '\u202etxet' }, field: 'name' },
    { body: { scopes: ['stats:read'], name: 7 }, field: 'name' },
    { body: { scopes: ['stats:read'], expires_in_days: 0 }, field: 'expires_in_days' },
    { body: { scopes: ['stats:read'], expires_in_days: 1.5 }, field: 'expires_in_days' },
    { body: { scopes: ['stats:read'], expires_in_days: 3_651 }, field: 'expires_in_days' },
    { body: { scopes: ['stats:read'], expires_in_days: '30' }, field: 'expires_in_days' },
  ])('refuses $body by the field $field', async ({ body, field }) => {
    const answer = await app.send('POST', PATH, body, owner)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: { [field]: expect.any(String) } })
  })

  // A hundred durable changes, one after the other: on a busy disk they take their time.
  it('are a hundred for one site', { timeout: 90_000 }, async () => {
    const site = app.directory.siteByDomain('own.example')
    if (site === undefined) throw new Error('the site is missing')
    while (app.directory.keysOf(site).length < 100) await make({ scopes: ['events:write'] })
    const answer = await app.send('POST', PATH, { scopes: ['stats:read'] }, owner)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toEqual({ error: 'There may be 100 keys. Revoke one first.' })
  })
})
