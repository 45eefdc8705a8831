import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSettingsStore } from '../../../collector/storage/settings/settings-store.ts'
import { type AccountsApp, openAccountsApp } from './accounts-app.ts'

describe('funnels of a site', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
    await app.directory.addSite({ domain: 'example.com', timezone: 'UTC' })
    await ask('PUT', '/goals', { goal_type: 'event', event_name: 'Signup' })
  })
  afterAll(() => app.engine.close())

  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await app.send(method, `/api/sites/example.com${path}`, body, owner)
    return { status: answer.status, body: (await answer.json()) as unknown }
  }
  const PAGE = { step_type: 'page', page_path: '/blog/**' }
  const EVENT = { step_type: 'event', event_name: 'Basket' }
  const GOAL = { step_type: 'goal', goal: 'Signup' }

  test('have ids that are never given again, and steps in order', async () => {
    expect(await ask('GET', '/funnels')).toEqual({ status: 200, body: { funnels: [] } })
    const first = { name: 'Reading to signing up', steps: [PAGE, GOAL] }
    expect(await ask('POST', '/funnels', first)).toEqual({
      status: 201,
      body: { funnels: [{ id: 1, within: 'visit', ...first }] },
    })
    const changed = { name: 'Buying', within: 'day', steps: [EVENT, PAGE, EVENT] }
    expect((await ask('PUT', '/funnels/1', changed)).body).toEqual({ funnels: [{ id: 1, ...changed }] })
    expect((await ask('DELETE', '/funnels/1')).body).toEqual({ funnels: [] })
    expect((await ask('POST', '/funnels', first)).body).toMatchObject({ funnels: [{ id: 2 }] })
    expect((await ask('PUT', '/funnels/1', changed)).status).toBe(404)
    expect((await ask('DELETE', '/funnels/1')).status).toBe(404)
    const [site] = await openSettingsStore(app.engine.client).sites.list()
    expect(site?.funnels).toMatchObject({ lastId: 2, list: [{ id: 2, name: first.name }] })
  })

  test('go on with a goal that gets another name, and keep it from being removed', async () => {
    const renamed = { goal_type: 'event', event_name: 'Signup', display_name: 'Signed up' }
    expect((await ask('PUT', '/goals/Signup', renamed)).body).toMatchObject({
      goals: [{ display_name: 'Signed up' }],
    })
    expect((await ask('GET', '/funnels')).body).toMatchObject({
      funnels: [{ steps: [PAGE, { step_type: 'goal', goal: 'Signed up' }] }],
    })
    expect(await ask('DELETE', '/goals/Signed%20up')).toEqual({
      status: 409,
      body: {
        error: 'The funnel "Reading to signing up" has this goal as a step. Change the funnel first.',
      },
    })
    await ask('PUT', '/goals', { goal_type: 'event', event_name: 'Order' })
    expect(await ask('PUT', '/goals/Order', renamed)).toMatchObject({
      status: 400,
      body: { errors: { display_name: ['is the name of another goal'] } },
    })
    expect((await ask('PUT', '/goals/nothing', renamed)).status).toBe(404)
  })

  test.each([
    { body: undefined, field: 'funnel' },
    { body: { name: 'x', steps: [PAGE] }, field: 'steps' },
    { body: { name: 'x', steps: Array.from({ length: 9 }, () => PAGE) }, field: 'steps' },
    { body: { name: ' ', steps: [PAGE, EVENT] }, field: 'name' },
    { body: { name: 'x', steps: [PAGE, EVENT], within: 'week' }, field: 'within' },
    {
      body: { name: 'x', steps: [PAGE, { step_type: 'page', page_path: 'blog' }] },
      field: 'steps.1.page_path',
    },
    {
      body: { name: 'x', steps: [{ step_type: 'event', event_name: 'pageview' }, PAGE] },
      field: 'steps.0.event_name',
    },
    { body: { name: 'x', steps: [PAGE, { step_type: 'goal', goal: 'Nothing' }] }, field: 'steps.1.goal' },
    { body: { name: 'x', steps: [PAGE, { step_type: 'visit' }] }, field: 'steps.1.step_type' },
    { body: { name: 'x', steps: [PAGE, { ...EVENT, goal: 'x' }] }, field: 'steps.1.goal' },
    { body: { name: 'x', steps: [PAGE, EVENT], id: 3 }, field: 'id' },
  ])('are refused with what is wrong: $field', async ({ body, field }) => {
    expect(await ask('POST', '/funnels', body)).toMatchObject({
      status: 400,
      body: { errors: { [field]: [expect.any(String)] } },
    })
  })
})
