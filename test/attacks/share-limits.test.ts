import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditLog } from '../../collector/accounts/audit-log.ts'
import { newShareLink } from '../../collector/accounts/share-links.ts'
import type { EventStore } from '../../collector/core/ports.ts'
import type { ShareLimits } from '../../collector/core/sharing/share-limits.ts'
import type { QueryResultBody } from '../../collector/http/contract.ts'
import { propertiesRoutes } from '../../collector/http/routes/properties.ts'
import { queryRoutes } from '../../collector/http/routes/query.ts'
import { segmentsRoutes } from '../../collector/http/routes/segments.ts'
import { GOALS } from '../reference/random-world.ts'
import { routesFor } from '../support/access.ts'
import { openTestEngine, type TestEngine } from '../support/engine.ts'
import { openTestEventStore } from '../support/event-store.ts'
import { anEvent, aSite } from '../support/events.ts'
import { insertEvents } from '../support/insert-events.ts'
import { aVisit } from '../support/visits.ts'

const SEGMENTS = [
  { id: 1, name: 'Finland', filters: [['is', 'visit:country', ['FI']]] },
  { id: 2, name: 'Secret plans', filters: [['is', 'event:page', ['/secret']]] },
]
const site = aSite({ goals: GOALS, segments: { lastId: 2, list: SEGMENTS } })
const NOW = Date.parse('2026-03-12T12:00:00Z') / 1_000
const AUDIT: AuditLog = {
  note: async () => undefined,
  noteOnce: async () => undefined,
  noteLater: () => undefined,
}

const from = (country: string) => ({ place: { ...anEvent().place, country } })
/** On 10 March 6 from Finland, 5 from Sweden and one from Liechtenstein; the 11th as well, with one from Finland more. */
const EVENTS = ['2026-03-10', '2026-03-11', '2026-03-12'].flatMap((day, index) => [
  ...Array.from({ length: 6 + Math.min(index, 1) }, (_, visitor) =>
    aVisit({ site, day, visitor, steps: ['10:00 /', '10:01 /blog'], facts: from('FI') }),
  ).flat(),
  ...Array.from({ length: 5 }, (_, visitor) =>
    aVisit({ site, day, visitor: 20 + visitor, steps: ['11:00 /'], facts: from('SE') }),
  ).flat(),
  ...aVisit({
    site,
    day,
    visitor: 40,
    steps: ['12:00 /', '12:01 /secret', '12:02 Signup'],
    facts: from('LI'),
  }),
])
const QUESTION = { site_id: site.domain, metrics: ['visitors'], date_range: ['2026-03-10', '2026-03-11'] }

describe('whoever looks through a link', () => {
  let engine: TestEngine
  let store: EventStore
  beforeAll(async () => {
    engine = await openTestEngine()
    await insertEvents(engine.client, EVENTS)
    store = openTestEventStore(engine)
  })
  afterAll(() => engine.close())

  /** Asks through a link that is limited to this. */
  function through(limits: ShareLimits) {
    const wishes = { name: '', passwordHash: undefined, days: undefined, creatorId: undefined, origins: [] }
    const { link } = newShareLink(site, { ...wishes, limits }, NOW)
    const deps = {
      eventStore: store,
      audit: AUDIT,
      pulse: { isAnswering: () => true, lifetime: () => new AbortController().signal },
      questionsPerHour: 100,
      nowSeconds: () => NOW,
      directory: { changeSite: async () => undefined },
    }
    const routes = new Hono()
      .route('/', queryRoutes(deps))
      .route('/', segmentsRoutes(deps))
      .route('/', propertiesRoutes(deps))
    const app = routesFor(routes, [site], { caller: { kind: 'share', link }, role: 'viewer' })
    const ask = (body: object, path = 'query') =>
      app.request(`/api/v2/${path}`, { method: 'POST', body: JSON.stringify({ ...QUESTION, ...body }) })
    const rows = async (body: object) => {
      const answer = await ask(body)
      const text = await answer.text()
      expect(text).toContain('"results"')
      return (JSON.parse(text) as QueryResultBody).results.map(({ dimensions, metrics }) => [
        ...dimensions,
        ...metrics,
      ])
    }
    return { app, ask, rows }
  }

  describe('that is limited to a segment', () => {
    const finland = () =>
      through({ segment: { name: 'Finland', filters: SEGMENTS[0]?.filters ?? [] }, minimum: 0 })
    const blog = () =>
      through({ segment: { name: 'Blog', filters: [['contains', 'event:page', ['/blog']]] }, minimum: 0 })

    test.each<readonly [filters: unknown, visitors: number]>([
      [[], 13],
      [[['is', 'visit:country', ['LI']]], 0],
      [
        [
          [
            'or',
            [
              ['is', 'visit:country', ['LI']],
              ['is_not', 'visit:country', ['']],
            ],
          ],
        ],
        13,
      ],
      [[['not', ['is', 'visit:country', ['FI']]]], 0],
      [
        [
          [
            'not',
            [
              'and',
              [
                ['is', 'visit:country', ['FI']],
                ['is', 'event:page', ['/nowhere']],
              ],
            ],
          ],
        ],
        13,
      ],
      [[['is_not', 'visit:country', ['FI']]], 0],
      [[['has_not_done', ['is', 'event:page', ['/nowhere']]]], 13],
    ])('sees nothing else with the filters %j', async (filters, visitors) => {
      expect(await finland().rows({ filters })).toEqual([[visitors]])
    })

    test('sees nothing else by dimension, share, comparison, export, or in the last minutes', async () => {
      const link = finland()
      expect(await link.rows({ metrics: ['visitors', 'percentage'], dimensions: ['visit:country'] })).toEqual(
        [['FI', 13, 100]],
      )
      expect(await link.rows({ dimensions: ['event:page'] })).toEqual([
        ['/', 13],
        ['/blog', 13],
      ])
      expect(
        await link.rows({ metrics: ['visitors', 'conversion_rate'], dimensions: ['event:goal'] }),
      ).not.toContainEqual(expect.arrayContaining(['Signup']))
      const compared = { date_range: ['2026-03-11', '2026-03-11'], include: { compare: 'previous_period' } }
      const { results } = (await (await link.ask(compared)).json()) as QueryResultBody
      expect(results[0]?.comparison).toMatchObject({ metrics: [6] })
      const file = await link.ask({ dimensions: ['visit:country'] }, 'query/export?format=csv')
      expect(await file.text()).not.toMatch(/LI|SE/)
      const day = { date_range: ['2026-03-12T00:00:00Z', '2026-03-12T12:00:00Z'] }
      expect(await link.rows(day)).toEqual([[7]])
    })

    test('has its funnels and journeys answered of the segment alone', async () => {
      const link = finland()
      const steps = [{ filter: ['is', 'event:page', ['/']] }, { filter: ['is', 'event:page', ['/secret']] }]
      const { metrics: _metrics, ...common } = QUESTION
      const send = (path: string, body: object) =>
        link.app.request(`/api/v2/${path}`, { method: 'POST', body: JSON.stringify({ ...common, ...body }) })
      expect(await (await send('funnel', { steps })).json()).toMatchObject({
        results: [{ reached: 13 }, { reached: 0 }],
      })
      const ways = await (await send('journey', { start: ['is', 'event:page', ['/']] })).text()
      expect(ways).toContain('/blog')
      expect(ways).not.toContain('/secret')
    })

    test('cannot ask by the site’s other segments, nor read what they are', async () => {
      const link = finland()
      const answer = await link.ask({ filters: [['is', 'segment', [2]]] })
      expect([answer.status, (await answer.json()).error]).toEqual([
        400,
        expect.stringContaining('There is no segment 2'),
      ])
      expect(await (await link.app.request(`/api/sites/${site.domain}/segments`)).json()).toEqual({
        segments: [],
      })
      expect(await (await link.app.request(`/api/sites/${site.domain}/properties`)).json()).toEqual({
        properties: [],
      })
    })

    test('of pages is not told what else the same visits did', async () => {
      const link = blog()
      expect(await link.rows({ dimensions: ['event:page'] })).toEqual([['/blog', 13]])
      for (const done of ['has_done', 'has_not_done'])
        expect((await link.ask({ filters: [['or', [[done, ['is', 'event:page', ['/']]]]]] })).status).toBe(
          400,
        )
      const { metrics: _metrics, ...common } = QUESTION
      const journey = { ...common, start: ['is', 'event:page', ['/blog']] }
      const answer = await link.app.request('/api/v2/journey', {
        method: 'POST',
        body: JSON.stringify(journey),
      })
      expect(answer.status).toBe(400)
    })

    test('that cannot be read any more is shown nothing at all', async () => {
      for (const filters of [
        [],
        [['is', 'event:goal', ['Signup']]],
        [['is', 'segment', [1]]],
        [['nonsense']],
      ]) {
        const link = through({ segment: { name: 'Odd', filters }, minimum: 0 })
        expect((await link.ask({})).status).toBe(400)
      }
    })
  })

  describe('with a minimum of 3', () => {
    const few = () => through({ segment: undefined, minimum: 3 })

    test('sees no row of fewer, nor one that subtraction would find it with', async () => {
      const link = few()
      // One from Liechtenstein is 12 − 6 − 5: so Sweden's five are left out with it.
      expect(await link.rows({ dimensions: ['visit:country'] })).toEqual([['FI', 13]])
      expect(await link.rows({})).toEqual([[25]])
      expect(await link.rows({ dimensions: ['event:page'] })).toEqual([['/', 25]])
      expect(await link.rows({ dimensions: ['event:goal'] })).not.toContainEqual(
        expect.arrayContaining(['Signup']),
      )
    })

    test('finds none by a longer or shorter period', async () => {
      const link = few()
      const of = async (first: string, last: string) =>
        Number((await link.rows({ date_range: [first, last], dimensions: ['visit:country'] }))[0]?.[1])
      const [both, one, other] = [
        await of('2026-03-10', '2026-03-11'),
        await of('2026-03-10', '2026-03-10'),
        await of('2026-03-11', '2026-03-11'),
      ]
      expect([both, one, other]).toEqual([13, 6, 7])
    })

    test('gets the same as a file, with as many rows as are told', async () => {
      const link = few()
      const file = await link.ask(
        { dimensions: ['visit:country'], include: { total_rows: true } },
        'query/export?format=csv',
      )
      expect(file.headers.get('x-hanki-total-rows')).toBe('1')
      expect(await file.text()).not.toMatch(/LI|SE/)
      const { meta } = (await (await link.ask({})).json()) as QueryResultBody
      expect(meta).toMatchObject({ minimum_visitors: 3 })
    })

    test.each<readonly [why: string, body: object, path: RegExp]>([
      ['a filter', { filters: [['is', 'visit:country', ['LI']]] }, /#\/filters/],
      ['a filter that leaves out', { filters: [['is_not', 'visit:country', ['FI', 'SE']]] }, /#\/filters/],
      ['a text that is contained', { filters: [['contains', 'event:page', ['/sec']]] }, /#\/filters/],
      ['what was done besides', { filters: [['has_done', ['is', 'event:page', ['/secret']]]] }, /#\/filters/],
      ['hours', { dimensions: ['time:hour'] }, /#\/dimensions/],
      ['two dimensions', { dimensions: ['visit:country', 'event:page'] }, /#\/dimensions/],
      ['the days of a value', { dimensions: ['time:day', 'event:page'] }, /#\/dimensions/],
      ['today', { date_range: 'day' }, /#\/date_range/],
      ['the last minutes', { date_range: ['2026-03-12T11:00:00Z', '2026-03-12T12:00:00Z'] }, /#\/date_range/],
      ['a part of a day', { date_range: ['2026-03-10T00:00:00Z', '2026-03-10T10:30:00Z'] }, /#\/date_range/],
      ['money of single events', { metrics: ['total_revenue'] }, /#\/metrics\/0/],
      ['single ends of visits', { metrics: ['exit_rate'], dimensions: ['event:page'] }, /#\/metrics\/0/],
    ])('may not ask for %s', async (_why, body, path) => {
      const answer = await few().ask(body)
      expect([answer.status, (await answer.json()).error]).toEqual([400, expect.stringMatching(path)])
    })

    test('may ask for no way through the site', async () => {
      const { metrics: _metrics, ...common } = QUESTION
      const start = ['is', 'event:page', ['/secret']]
      const bodies = { journey: { start }, funnel: { steps: [{ filter: start }, { filter: start }] } }
      for (const [path, body] of Object.entries(bodies)) {
        const answer = await few().app.request(`/api/v2/${path}`, {
          method: 'POST',
          body: JSON.stringify({ ...common, ...body }),
        })
        expect(answer.status).toBe(400)
      }
    })

    test('sees today nowhere: not in a month, nor in what it is compared with', async () => {
      const link = few()
      const answer = await link.ask({ date_range: 'month', include: { compare: 'previous_period' } })
      const { query, results } = (await answer.json()) as QueryResultBody
      expect(query['date_range']).toEqual(['2026-03-01', '2026-03-11'])
      expect(query['include']).toMatchObject({ compare: ['2026-02-01', '2026-02-11'] })
      expect(results[0]?.metrics).toEqual([25])
      const ahead = await link.ask({
        date_range: ['2026-03-10', '2026-03-31'],
        include: { compare: ['2026-03-11', '2026-03-31'] },
      })
      expect(((await ahead.json()) as QueryResultBody).query).toMatchObject({
        date_range: ['2026-03-10', '2026-03-11'],
      })
    })
  })
})
