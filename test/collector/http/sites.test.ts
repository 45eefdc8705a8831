import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '../../../collector/accounts/api-keys.ts'
import type { ApiKeyScope } from '../../../collector/core/access/scopes.ts'
import type { SiteBody } from '../../../collector/http/contract.ts'
import { type AccountsApp, BAD_BODIES, OWNER, openAccountsApp } from './accounts-app.ts'

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
      next_timezone: null,
      former_domains: [],
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
    expect(await statuses(writer)).toEqual([403, 403, 404, 404, 404])
  })

  describe('changing one', () => {
    const change = (domain: string, body: object) => app.send('PATCH', `/api/sites/${domain}`, body, owner)
    const find = async (domain: string) => {
      const answer = await app.request(`/api/sites/${domain}`, { headers: owner })
      return answer.status === 200 ? ((await answer.json()) as SiteBody).domain : answer.status
    }
    const add = (domain: string) => app.directory.addSite({ domain, timezone: 'Europe/Helsinki' })

    it('gives it another domain, and takes the old one for three days more', async () => {
      await add('before.example')
      const answer = await change('before.example', { domain: 'https://www.After.example/' })
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({
        domain: 'after.example',
        former_domains: [
          {
            domain: 'before.example',
            until: new Date((app.clock.now + 72 * 3_600) * 1_000).toISOString(),
          },
        ],
      })
      expect([await find('before.example'), await find('after.example')]).toEqual([
        'after.example',
        'after.example',
      ])
      expect(app.directory.siteByDomain('before.example')?.domain).toBe('after.example')
      const now = app.clock.now
      app.clock.now += 72 * 3_600
      expect([await find('before.example'), await find('after.example')]).toEqual([404, 'after.example'])
      app.clock.now = now
    })

    it('lets another site have the old domain at once', async () => {
      await add('moved.example')
      await change('moved.example', { domain: 'moved-away.example' })
      const added = { domain: 'moved.example', timezone: 'UTC' }
      expect((await app.send('POST', '/api/sites', added, owner)).status).toBe(201)
      expect(await find('moved.example')).toBe('moved.example')
    })

    it('can be undone', async () => {
      await add('here.example')
      await change('here.example', { domain: 'there.example' })
      const answer = await change('there.example', { domain: 'here.example' })
      const body = (await answer.json()) as SiteBody
      expect([body.domain, body.former_domains.map(({ domain }) => domain)]).toEqual([
        'here.example',
        ['there.example'],
      ])
    })

    it.each<readonly [body: object, message: RegExp, why: string]>([
      [{ domain: 'other.example' }, /tracked already/, 'the domain of another site'],
      [{ domain: 'a b' }, /one domain only/i, 'no domain'],
      [{ timezone: 'Mars' }, /time zone is unknown/, 'no time zone'],
      [{}, /what is to be changed/, 'nothing'],
    ])('refuses %j', async (body, message) => {
      const answer = await change('own.example', body)
      expect(answer.status).toBe(400)
      expect(JSON.stringify(await answer.json())).toMatch(message)
      expect(await find('own.example')).toBe('own.example')
    })

    it('begins a new time zone at the next midnight', async () => {
      await add('zone.example')
      const body = (await (await change('zone.example', { timezone: 'America/Lima' })).json()) as SiteBody
      expect([body.timezone, body.next_timezone?.timezone]).toEqual(['Europe/Helsinki', 'America/Lima'])
      expect(Date.parse(body.next_timezone?.from ?? '')).toBeGreaterThan(app.clock.now * 1_000)
    })

    it('begins it anew with its goals, people and keys', async () => {
      const site = await add('anew.example')
      if (site === undefined) throw new Error('the site is missing')
      const { key } = await createApiKey(
        { directory: app.directory, nowSeconds: () => app.clock.now },
        site,
        ['stats:read'],
      )
      const goal = { goal_type: 'event', event_name: 'Order' }
      await app.send('PUT', '/api/sites/anew.example/goals', goal, owner)
      await app.send(
        'POST',
        '/api/sites/anew.example/invitations',
        { email: 'a@b.example', role: 'viewer' },
        owner,
      )
      expect((await app.send('POST', '/api/sites/anew.example/reset', undefined, owner)).status).toBe(200)
      const fresh = app.directory.siteByDomain('anew.example')
      expect(fresh?.id).toBeGreaterThan(site.id)
      expect(fresh?.goals.map(({ displayName }) => displayName)).toEqual(['Order'])
      expect(app.directory.siteById(site.id)).toBeUndefined()
      expect(fresh && app.directory.invitationsOf(fresh).map(({ email }) => email)).toEqual(['a@b.example'])
      expect(await domains({ authorization: `Bearer ${key}` })).toEqual(['anew.example'])
    })

    it('removes it with its keys', async () => {
      const site = await add('gone.example')
      if (site === undefined) throw new Error('the site is missing')
      const { key } = await createApiKey(
        { directory: app.directory, nowSeconds: () => app.clock.now },
        site,
        ['sites:manage'],
      )
      const authorization = { authorization: `Bearer ${key}` }
      expect((await app.send('DELETE', '/api/sites/gone.example', undefined, authorization)).status).toBe(204)
      expect(await find('gone.example')).toBe(404)
      expect((await app.request('/api/sites', { headers: authorization })).status).toBe(401)
    })
  })

  it('lets a key for every site add some, which belong to whoever made the key', async () => {
    const answer = await app.send('POST', '/api/keys', { scopes: ['sites:manage'] }, owner)
    const { key } = (await answer.json()) as { key: string }
    const added = { domain: 'by-key.example', timezone: 'UTC' }
    const made = await app.send('POST', '/api/sites', added, { authorization: `Bearer ${key}` })
    expect(made.status).toBe(201)
    const site = app.directory.siteByDomain('by-key.example')
    expect(site && app.directory.membersOf(site).map(({ user, role }) => [user.email, role])).toEqual([
      [OWNER.email, 'owner'],
    ])
  })

  it('turns a revoked key away', async () => {
    const key = await keyWith('stats:read')
    const [newest] = app.directory.keys().slice(-1)
    for (const stored of app.directory.keys()) await app.directory.removeKey(stored)
    expect(newest).toBeDefined()
    expect((await app.request('/api/sites', { headers: key })).status).toBe(401)
  })
})
