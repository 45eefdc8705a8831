import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSettingsStore } from '../../../collector/storage/settings/settings-store.ts'
import { type AccountsApp, openAccountsApp } from './accounts-app.ts'

describe('goals and segments of a site', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
    await app.directory.addSite({ domain: 'example.com', timezone: 'UTC' })
  })
  afterAll(() => app.engine.close())

  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await app.send(method, `/api/sites/example.com${path}`, body, owner)
    return { status: answer.status, body: (await answer.json()) as unknown }
  }

  test('are none at first', async () => {
    expect(await ask('GET', '/goals')).toEqual({ status: 200, body: { goals: [] } })
    expect(await ask('GET', '/segments')).toEqual({ status: 200, body: { segments: [] } })
  })

  test('a goal is added once, changed and removed by its name', async () => {
    const signup = { goal_type: 'event', event_name: 'Signup' }
    const stored = { ...signup, display_name: 'Signup', custom_props: {} }
    expect(await ask('PUT', '/goals', signup)).toEqual({ status: 200, body: { goals: [stored] } })
    expect(await ask('PUT', '/goals', signup)).toEqual({ status: 200, body: { goals: [stored] } })
    const inEuros = { ...signup, currency: 'EUR' }
    expect((await ask('PUT', '/goals', inEuros)).body).toEqual({ goals: [{ ...stored, currency: 'EUR' }] })
    await ask('PUT', '/goals', { goal_type: 'page', page_path: '/a/*' })
    expect(await ask('DELETE', `/goals/${encodeURIComponent('Visit /a/*')}`)).toMatchObject({
      status: 200,
      body: { goals: [{ display_name: 'Signup' }] },
    })
    expect((await ask('DELETE', '/goals/nothing')).status).toBe(404)
    expect(await ask('PUT', '/goals', { goal_type: 'page' })).toEqual({
      status: 400,
      body: { error: 'The goal is wrong; nothing was changed.', errors: { page_path: ['is missing'] } },
    })
  })

  test('a segment has an id that is never given again, and filters that can be read', async () => {
    const filters = [['is', 'visit:country', ['FI']]]
    expect(await ask('POST', '/segments', { name: 'Finland', filters })).toEqual({
      status: 201,
      body: { segments: [{ id: 1, name: 'Finland', filters }] },
    })
    expect((await ask('DELETE', '/segments/1')).body).toEqual({ segments: [] })
    expect((await ask('POST', '/segments', { name: 'Finland', filters })).body).toMatchObject({
      segments: [{ id: 2 }],
    })
    expect((await ask('PUT', '/segments/2', { name: 'Suomi', filters })).body).toMatchObject({
      segments: [{ id: 2, name: 'Suomi' }],
    })
    expect((await ask('PUT', '/segments/1', { name: 'Suomi', filters })).status).toBe(404)
    expect(await ask('POST', '/segments', { name: '', filters: [['is', 'country', ['FI']]] })).toMatchObject({
      status: 400,
      body: { errors: { name: ['must not be empty'] } },
    })
    expect(await ask('POST', '/segments', { name: 'x', filters: [['is', 'segment', [2]]] })).toMatchObject({
      status: 400,
      body: { errors: { filters: [expect.stringContaining('#/filters/0/2/0: There is no segment 2')] } },
    })
  })

  test('survive in the database, and are nobody else’s business', async () => {
    await ask('PUT', '/goals', { goal_type: 'scroll', page_path: '/**', scroll_threshold: 90 })
    const [site] = await openSettingsStore(app.engine.client).sites.list()
    expect(site?.goals.map(({ displayName }) => displayName)).toContain('Scroll 90% of /**')
    expect(site?.segments).toMatchObject({ lastId: 2 })
    const stranger = await app.send('GET', '/api/sites/example.com/goals')
    expect(stranger.status).toBe(401)
  })
})
