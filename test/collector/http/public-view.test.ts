import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedShareBody, PublicViewBody } from '../../../collector/http/contract.ts'
import { type AccountsApp, openAccountsApp } from './accounts-app.ts'

const PATH = '/api/sites/own.example/public-view'
const PRIVATE: PublicViewBody = {
  is_public: false,
  is_indexed: false,
  segment: null,
  minimum_visitors: 0,
  origins: [],
}

describe(PATH, () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
    await app.directory.addSite({ domain: 'own.example', timezone: 'UTC' })
  })
  afterAll(() => app.engine.close())

  const view = async (): Promise<PublicViewBody> => (await app.send('GET', PATH, undefined, owner)).json()
  const open = (site: string) => app.send('POST', '/api/share', { site })

  async function asked(bearer: string): Promise<number> {
    const headers = { authorization: `Bearer ${bearer}` }
    return (await app.request('/api/readable/own.example', { headers })).status
  }

  it('is off until somebody turns it on, and looks like a site that is not there', async () => {
    expect(await view()).toEqual(PRIVATE)
    const [closed, unknown] = await Promise.all([open('own.example'), open('nowhere.example')])
    expect([closed.status, unknown.status]).toEqual([410, 410])
    expect(await closed.json()).toEqual(await unknown.json())
    // Its token is no secret, and worth nothing.
    const site = app.directory.siteByDomain('own.example')
    expect(await asked(`hanki_public_${site?.id}`)).toBe(401)
  })

  it('lets anybody look by the domain, is told of in the audit log, and ends at once', async () => {
    const wishes = { minimum_visitors: 5, origins: ['https://Example.com'], is_indexed: true }
    const on = await app.send('PUT', PATH, wishes, owner)
    const shown = { ...PRIVATE, ...wishes, is_public: true, origins: ['https://example.com'] }
    expect(await on.json()).toEqual(shown)
    expect(await view()).toEqual(shown)
    const answer = await open('WWW.own.example')
    const { bearer, ...opened } = (await answer.json()) as OpenedShareBody
    expect(opened).toEqual({ domain: 'own.example', segment: null, minimum_visitors: 5 })
    expect(await asked(bearer)).toBe(200)
    const links = await app.send('GET', '/api/sites/own.example/share-links', undefined, owner)
    expect(await links.json()).toEqual({ share_links: [] })
    expect(await (await app.send('DELETE', PATH, undefined, owner)).json()).toEqual(PRIVATE)
    expect([await asked(bearer), (await open('own.example')).status]).toEqual([401, 410])
    const lines: string[] = []
    for await (const line of app.auditStore.all()) lines.push(line)
    expect(lines.find(line => line.includes('made_public'))).toContain('minimum 5')
    expect(lines.some(line => line.includes('made_private'))).toBe(true)
  })

  it('shows other things once they are changed, and has one public view only', async () => {
    await app.send('PUT', PATH, { minimum_visitors: 5 }, owner)
    await app.send('PUT', PATH, { minimum_visitors: 10 }, owner)
    await app.directory.refresh()
    expect(await view()).toMatchObject({ is_public: true, minimum_visitors: 10 })
    await app.send('DELETE', PATH, undefined, owner)
    await app.directory.refresh()
    expect(await view()).toEqual(PRIVATE)
  })

  it('keeps its segment when something else is changed, also when the segment is gone', async () => {
    const segments = '/api/sites/own.example/segments'
    const filters = [['is', 'visit:country', ['FI']]]
    await app.send('POST', segments, { name: 'Finland', filters }, owner)
    await app.send('PUT', PATH, { segment_id: 1 }, owner)
    await app.send('DELETE', `${segments}/1`, undefined, owner)
    const kept = await app.send('PUT', PATH, { segment_id: 'kept', is_indexed: true }, owner)
    expect(await kept.json()).toMatchObject({ segment: 'Finland', is_indexed: true })
    const link = '/api/sites/own.example/share-links'
    expect((await app.send('POST', link, { segment_id: 'kept' }, owner)).status).toBe(400)
    await app.send('DELETE', PATH, undefined, owner)
    expect((await app.send('PUT', PATH, { segment_id: 'kept' }, owner)).status).toBe(400)
  })

  it('is off where whoever turned it on may not share the site any more', async () => {
    await app.send('PUT', PATH, {}, owner)
    const [user] = app.directory.users()
    if (user === undefined) throw new Error('there is no user')
    await app.directory.changeUser(user.id, stored => ({ ...stored, isOperator: false }))
    expect((await open('own.example')).status).toBe(410)
    await app.directory.changeUser(user.id, stored => ({ ...stored, isOperator: true }))
    expect((await open('own.example')).status).toBe(200)
  })

  it.each([
    [{ minimum_visitors: -1 }, 'minimum_visitors'],
    [{ segment_id: 5 }, 'segment_id'],
    [{ origins: ['http://example.com'] }, 'origins'],
    [{ is_indexed: 'yes' }, 'is_indexed'],
  ])('refuses %j, by its field', async (body, field) => {
    const answer = await app.send('PUT', PATH, body, owner)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toHaveProperty(`errors.${field}`, expect.any(String))
  })
})
