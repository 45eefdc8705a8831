import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '../../../collector/accounts/api-keys.ts'
import type { ApiKeyScope } from '../../../collector/core/ports.ts'
import { type AccountsApp, BAD_BODIES, openAccountsApp } from './accounts-app.ts'

describe('/api/sites', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
    for (const domain of ['own.example', 'other.example']) {
      await app.directory.addSite({ domain, timezone: 'Europe/Helsinki' })
    }
  })
  afterAll(() => app.engine.close())

  async function keyWith(...scopes: ApiKeyScope[]): Promise<{ authorization: string }> {
    const site = app.directory.siteByDomain('own.example')
    if (site === undefined) throw new Error('the site is missing')
    const { key } = await createApiKey(
      { directory: app.directory, nowSeconds: () => app.clock.now },
      site,
      scopes,
    )
    return { authorization: `Bearer ${key}` }
  }

  async function domains(headers: Record<string, string>): Promise<unknown> {
    const answer = await app.request('/api/sites', { headers })
    const body: { sites: { domain: string }[] } = await answer.json()
    return body.sites.map(({ domain }) => domain)
  }

  it('adds a site as people type it and lists it', async () => {
    const body = { domain: 'https://www.Shop.example/fi', timezone: 'europe/rome' }
    const answer = await app.send('POST', '/api/sites', body, owner)
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({
      domain: 'shop.example',
      timezone: 'Europe/Rome',
      created_at: new Date(app.clock.now * 1_000).toISOString(),
      role: 'owner',
    })
    expect(await domains(owner)).toContain('shop.example')
  })

  it('refuses a site twice, with the field', async () => {
    const answer = await app.send('POST', '/api/sites', { domain: 'own.example', timezone: 'UTC' }, owner)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: { domain: 'This site is tracked already.' } })
  })

  it.each(BAD_BODIES)('answers a bad body in words, case %#: $2', async (body, status) => {
    const answer = await app.send('POST', '/api/sites', body, owner)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toHaveProperty('error', expect.any(String))
  })

  it('answers nobody without a session or a key', async () => {
    for (const [method, body] of [
      ['GET', undefined],
      ['POST', { domain: 'x.example', timezone: 'UTC' }],
    ] as const) {
      const answer = await app.send(method, '/api/sites', body)
      expect(answer.status).toBe(401)
      expect(await answer.json()).toEqual({ error: expect.stringMatching(/Sign in/) })
    }
  })

  it.each<readonly [authorization: string, why: string]>([
    ['Bearer hanki_unknown', 'an unknown key'],
    ['Bearer ', 'no key'],
    ['Basic b3duZXI6eA==', 'another scheme'],
    ['', 'an empty header'],
  ])('answers 401 to a bad key even beside a good cookie, case %#: $1', async authorization => {
    const answer = await app.request('/api/sites', { headers: { ...owner, authorization } })
    expect(answer.status).toBe(401)
  })

  it('lets a key that may read see its own site only, and add none', async () => {
    const key = await keyWith('stats:read')
    expect(await domains(key)).toEqual(['own.example'])
    const answer = await app.send('POST', '/api/sites', { domain: 'x.example', timezone: 'UTC' }, key)
    expect(answer.status).toBe(403)
  })

  it('shows nothing to a key that may only write', async () => {
    expect(await domains(await keyWith('events:write', 'events:import'))).toEqual([])
  })

  it('finds the sites that each caller may read', async () => {
    const reader = await keyWith('stats:read')
    const writer = await keyWith('events:write')
    const statuses = async (headers: Record<string, string>) =>
      Promise.all(
        ['own.example', 'WWW.own.example', 'other.example', 'unknown.example', '%F0%9F'].map(
          async domain => (await app.request(`/api/readable/${domain}`, { headers })).status,
        ),
      )
    expect(await statuses(owner)).toEqual([200, 200, 200, 404, 404])
    expect(await statuses(reader)).toEqual([200, 200, 404, 404, 404])
    expect(await statuses(writer)).toEqual([404, 404, 404, 404, 404])
  })

  it('turns a revoked key away', async () => {
    const key = await keyWith('stats:read')
    const [newest] = app.directory.keys().slice(-1)
    for (const stored of app.directory.keys()) await app.directory.removeKey(stored)
    expect(newest).toBeDefined()
    expect((await app.request('/api/sites', { headers: key })).status).toBe(401)
  })
})
