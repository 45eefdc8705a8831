import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SiteId } from '../../../collector/core/ids.ts'
import { planQuery } from '../../../collector/core/planning/plan-query.ts'
import type { SealStore, User } from '../../../collector/core/ports.ts'
import { removalsRoutes } from '../../../collector/http/routes/removals.ts'
import { openRepair } from '../../../collector/sealing/repair.ts'
import { openSealer, type Sealer } from '../../../collector/sealing/sealer.ts'
import { openRemovals } from '../../../collector/storage/removals.ts'
import { openSealStore } from '../../../collector/storage/sealing/seal-store.ts'
import { routesFor } from '../../support/access.ts'
import { openTestAudit } from '../../support/audit.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { anEvent, aSite } from '../../support/events.ts'
import { insertEvents } from '../../support/insert-events.ts'
import { askAsPlanned, queryOf } from '../../support/queries.ts'
import { aVisit } from '../../support/visits.ts'

const NOW = Date.parse('2026-03-13T10:00:00Z') / 1_000
const site = aSite({ id: 1 as SiteId })
const neighbour = aSite({ id: 2 as SiteId, domain: 'example.net' })
const OWNER: User = {
  id: 'u1',
  email: 'owner@example.com',
  passwordHash: '',
  isOperator: false,
  createdAtSeconds: 0,
}
const BOT = { acquisition: { ...anEvent().acquisition, source: 'spam.example' } }

describe('removing events by filter', () => {
  let engine: TestEngine
  let store: SealStore
  let sealer: Sealer
  let send: (path: string, body?: unknown) => Promise<{ status: number; body: unknown }>
  let nowMs = 0
  let marks = 0

  beforeAll(async () => {
    engine = await openTestEngine()
    store = openSealStore(engine.client, () => (nowMs += 60_000))
    sealer = await openSealer({
      store,
      sites: () => [site, neighbour],
      nowSeconds: () => NOW,
      isStoredUntil: () => true,
    })
    await insertEvents(engine.client, [
      ...aVisit({ site, day: '2026-03-11', visitor: 1, steps: ['10:00 /', '10:01 /a'] }),
      ...aVisit({ site, day: '2026-03-11', visitor: 2, steps: ['10:00 /', '10:05 ~/'], facts: BOT }),
      ...aVisit({ site, day: '2026-03-13', visitor: 3, steps: ['10:00 /'], facts: BOT }),
      ...aVisit({ site, day: '2026-03-11', visitor: 4, steps: ['10:00 /spam', '10:02 ~/spam'] }),
      ...aVisit({ site: neighbour, day: '2026-03-11', visitor: 1, steps: ['10:00 /'], facts: BOT }),
    ])
    await sealer.sealDue()
    const removals = openRemovals(engine.client)
    const repair = openRepair({
      store: removals,
      changes: sealer.changes,
      markStored: async () => void marks++,
      nowSeconds: () => NOW,
    })
    const directory = { users: () => [OWNER] }
    const { audit } = openTestAudit(engine.client)
    const routes = removalsRoutes({ repair, removals, directory, audit, nowSeconds: () => NOW })
    const app = routesFor(routes, [site, neighbour], { caller: { kind: 'user', user: OWNER } })
    send = async (path, body) => {
      const answer = await app.request(`/api/sites/example.com/events/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: answer.status, body: await answer.json() }
    }
  }, 60_000)
  afterAll(() => engine.close())

  const FROM_SPAM = {
    date_range: ['2026-03-10', '2026-03-13'],
    filters: [['is', 'visit:source', ['spam.example']]],
  }

  async function visitsOf(asked = site) {
    const body = { metrics: ['visits', 'pageviews'], date_range: ['2026-03-10', '2026-03-13'] }
    const sealed = await store.sealedDays(asked.id)
    const plan = planQuery(queryOf(body, asked, '2026-03-13T10:00:00Z'), sealed)
    const { rows } = await askAsPlanned(engine.client, plan, sealed)
    return { figures: rows[0]?.metrics, sources: [...new Set(plan.parts.map(({ source }) => source))] }
  }

  test.each([
    { body: {}, error: '#/date_range: Invalid date range' },
    { body: { ...FROM_SPAM, filters: [] }, error: '#/filters: Give at least one filter' },
    { body: { ...FROM_SPAM, date_range: '24h' }, error: '#/date_range: Events are removed by whole days' },
    {
      body: { ...FROM_SPAM, filters: [['is', 'visit:exit_page', ['/']]] },
      error: '#/filters: Events are removed one by one',
    },
    { body: { ...FROM_SPAM, expected_events: 'all' }, error: '#/expected_events: Give the number' },
  ])('is refused: $error', async ({ body, error }) => {
    expect(await send('preview', body)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(error) },
    })
  })

  test('is shown first, and needs the number that was shown', async () => {
    expect(await send('preview', FROM_SPAM)).toEqual({ status: 200, body: { events: 3, visits: 2, days: 2 } })
    expect((await send('remove', FROM_SPAM)).status).toBe(400)
    expect(await send('remove', { ...FROM_SPAM, expected_events: 4 })).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('3 events match now, not 4') },
    })
    expect((await visitsOf()).figures).toEqual([4, 5])
  })

  test('is counted at once, sealed again, noted, and leaves other sites alone', async () => {
    expect(await send('remove', { ...FROM_SPAM, expected_events: 3 })).toEqual({
      status: 200,
      body: { events: 3, visits: 2, days: 2 },
    })
    expect(marks).toBe(1)
    expect(await visitsOf()).toEqual({ figures: [2, 3], sources: ['events'] })
    await sealer.sealDue()
    expect(await visitsOf()).toEqual({ figures: [2, 3], sources: ['daily_stats', 'events'] })
    expect((await visitsOf(neighbour)).figures).toEqual([1, 1])
    expect((await send('removals')).body).toEqual({
      removals: [
        {
          removed_at: '2026-03-13T10:00:00.000Z',
          removed_by: 'owner@example.com',
          filters: FROM_SPAM.filters,
          date_range: FROM_SPAM.date_range,
          events: 3,
        },
      ],
    })
  })

  test('takes the reading of visits of which nothing is left', async () => {
    const views = {
      date_range: ['2026-03-11', '2026-03-11'],
      filters: [
        ['is', 'event:name', ['pageview']],
        ['is', 'event:page', ['/spam']],
      ],
    }
    expect((await send('remove', { ...views, expected_events: 1 })).status).toBe(200)
    const answer = await engine.client.query({
      query: "SELECT countIf(page = '/spam') AS spam, count() AS events FROM events WHERE site_id = 1",
      format: 'JSONEachRow',
    })
    expect(await answer.json()).toEqual([{ spam: 0, events: 2 }])
  })
})
