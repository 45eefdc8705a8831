import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSettingsStore } from '../../../collector/storage/settings/settings-store.ts'
import { type AccountsApp, openAccountsApp } from './accounts-app.ts'

describe('annotations of a site', () => {
  let app: AccountsApp
  let owner: { cookie: string }
  beforeAll(async () => {
    app = await openAccountsApp()
    owner = await app.signedInOwner()
    await app.directory.addSite({ domain: 'example.com', timezone: 'UTC' })
  })
  afterAll(() => app.engine.close())

  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await app.send(method, `/api/sites/example.com/annotations${path}`, body, owner)
    return { status: answer.status, body: (await answer.json()) as unknown }
  }
  const later = { day: '2026-11-24', text: 'Newsletter sent' }
  const earlier = { day: '2026-11-03', text: 'New shop' }

  test('stand by day, with ids that are never given again', async () => {
    expect(await ask('GET', '')).toEqual({ status: 200, body: { annotations: [] } })
    expect(await ask('POST', '', later)).toEqual({
      status: 201,
      body: { annotations: [{ id: 1, ...later }] },
    })
    expect((await ask('POST', '', earlier)).body).toEqual({
      annotations: [
        { id: 2, ...earlier },
        { id: 1, ...later },
      ],
    })
    expect((await ask('DELETE', '/2')).body).toEqual({ annotations: [{ id: 1, ...later }] })
    expect((await ask('POST', '', earlier)).body).toMatchObject({ annotations: [{ id: 3 }, { id: 1 }] })
    expect((await ask('PUT', '/1', { day: '2026-11-01', text: 'Earlier' })).body).toEqual({
      annotations: [
        { id: 1, day: '2026-11-01', text: 'Earlier' },
        { id: 3, ...earlier },
      ],
    })
    expect((await ask('PUT', '/2', later)).status).toBe(404)
    expect((await ask('DELETE', '/2')).status).toBe(404)
  })

  test('are kept by the database', async () => {
    const [site] = await openSettingsStore(app.engine.client).sites.list()
    expect(site?.annotations.list.map(({ id }) => id)).toEqual([1, 3])
  })

  test.each([
    { body: undefined, field: 'annotation' },
    { body: { day: '2026-02-30', text: 'x' }, field: 'day' },
    { body: { day: '2026-11-24' }, field: 'text' },
    { body: { day: '2026-11-24', text: '  ' }, field: 'text' },
    { body: { day: '2026-11-24', text: 'x'.repeat(301) }, field: 'text' },
    { body: { day: '2026-11-24', text: 'a\u0007b' }, field: 'text' },
    { body: { day: '2026-11-24', text: 'x', id: 7 }, field: 'id' },
  ])('says what is wrong with $body', async ({ body, field }) => {
    expect(await ask('POST', '', body)).toMatchObject({
      status: 400,
      body: { errors: { [field]: [expect.any(String)] } },
    })
  })
})
