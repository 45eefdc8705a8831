import { describe, expect, test } from 'vitest'
import type { AuditLog } from '../../../collector/accounts/audit-log.ts'
import type { Deed } from '../../../collector/core/audit/audit-entry.ts'
import { planQuery } from '../../../collector/core/planning/plan-query.ts'
import type { ApiKey, EventStore, Pulse, User } from '../../../collector/core/ports.ts'
import { QueryTooHeavyError } from '../../../collector/core/query/query-too-heavy.ts'
import { NOTHING_SEALED } from '../../../collector/core/sealing/sealed-days.ts'
import type { Caller } from '../../../collector/http/authenticate.ts'
import type { QueryResultBody } from '../../../collector/http/contract.ts'
import { queryRoutes } from '../../../collector/http/routes/query.ts'
import { referenceAnswer } from '../../reference/reference-answer.ts'
import { routesFor } from '../../support/access.ts'
import { aSite } from '../../support/events.ts'
import { aVisit } from '../../support/visits.ts'

const site = aSite()
const EVENTS = [
  ...aVisit({ site, day: '2026-03-09', visitor: 1, steps: ['09:00 /', '09:10 /a'] }),
  ...aVisit({ site, day: '2026-03-09', visitor: 2, steps: ['20:00 /'] }),
  ...aVisit({ site, day: '2026-03-10', visitor: 1, steps: ['09:00 /'] }),
  ...aVisit({ site, day: '2026-03-10', visitor: 2, steps: ['10:00 /'] }),
]

/** A database that answers until it is told to fall silent. */
function aPulse() {
  const life = new AbortController()
  const pulse: Pulse = { isAnswering: () => !life.signal.aborted, lifetime: () => life.signal }
  return { pulse, fallSilent: () => life.abort() }
}

/** Funnels and journeys have tests of their own. */
const deeds: Deed[] = []
/** Remembers what it is told. */
const AUDIT: AuditLog = {
  note: async deed => void deeds.push(deed),
  noteOnce: async deed => void deeds.push(deed),
  noteLater: deed => void deeds.push(deed),
}

const NO_PATHS = {
  funnel: async () => [],
  journeys: async () => ({ ways: [], others: { visits: 0, ways: 0 } }),
}

/** The route over an event store that answers by the reference. */
function route(
  query: EventStore['query'] = async asked => ({
    rows: referenceAnswer(EVENTS, asked),
    plan: planQuery(asked, NOTHING_SEALED),
  }),
  pulse = aPulse().pulse,
) {
  const routes = queryRoutes({
    eventStore: { ...NO_PATHS, query },
    audit: AUDIT,
    pulse,
    questionsPerHour: 100,
    nowSeconds: () => Date.parse('2026-03-10T10:00:00Z') / 1_000,
  })
  const app = routesFor(routes, [site])
  return (body: unknown, path = '') =>
    app.request(`/api/v2/query${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
}

const BODY = { site_id: 'example.com', metrics: ['visitors'], date_range: 'day' }

describe('POST /api/v2/query', () => {
  test('answers with results, meta and the resolved query, in this order', async () => {
    const response = await route()({ ...BODY, dimensions: ['event:page'] })
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(Object.keys(JSON.parse(text))).toEqual(['results', 'meta', 'query'])
    expect(JSON.parse(text)).toEqual({
      results: [{ dimensions: ['/'], metrics: [2] }],
      meta: { exact: true, read: [{ source: 'events', days: 1 }] },
      query: {
        site_id: 'example.com',
        metrics: ['visitors'],
        date_range: ['2026-03-10', '2026-03-10'],
        dimensions: ['event:page'],
        filters: [],
        order_by: [['visitors', 'desc']],
        include: { time_labels: false, total_rows: false },
        pagination: { limit: 10_000, offset: 0 },
      },
    })
  })

  test('compares an unfinished day with the same hours of the day before', async () => {
    const response = await route()({ ...BODY, include: { compare: 'previous_period' } })
    const { results } = (await response.json()) as QueryResultBody
    expect(results).toEqual([
      { dimensions: [], metrics: [2], comparison: { dimensions: [], metrics: [1], change: [100] } },
    ])
  })

  test('labels every bucket of both periods', async () => {
    const include = { compare: 'previous_period', time_labels: true }
    const response = await route()({ ...BODY, dimensions: ['time'], include })
    const { results, meta } = (await response.json()) as QueryResultBody
    expect(meta.time_labels).toHaveLength(24)
    expect(meta.comparison_time_labels?.at(-1)).toBe('2026-03-09 12:00:00')
    expect(results.map(row => [row.dimensions[0], row.metrics[0], row.comparison?.metrics[0]])).toEqual([
      ['2026-03-10 09:00:00', 1, 1],
      ['2026-03-10 10:00:00', 1, 0],
    ])
  })

  test.each([
    { date_range: '24h', dimensions: ['time'] },
    { date_range: 'month', include: { compare: 'previous_period' } },
    { date_range: 'day', dimensions: ['time'], include: { compare: 'previous_period', time_labels: true } },
    { date_range: '7d', filters: [['contains_not', 'event:page', ['X'], { case_sensitive: false }]] },
    { date_range: 'all', dimensions: ['visit:source'], include: { compare: 'year_over_year' } },
  ])('gives the same answer when its query is posted again: %j', async change => {
    const ask = route()
    const first = (await (await ask({ ...BODY, ...change })).json()) as QueryResultBody
    const again = await (await ask(first.query)).json()
    expect(again).toEqual(first)
  })

  test.each([
    { body: '{', status: 400, error: 'must be JSON', why: 'broken JSON' },
    { body: '', status: 400, error: 'must be JSON', why: 'nothing' },
    { body: 'null', status: 400, error: 'must be a JSON object', why: 'no object' },
    { body: '['.repeat(30_000), status: 400, error: 'must be JSON', why: 'deep and broken' },
    { body: { ...BODY, site_id: undefined }, status: 400, error: '#/site_id', why: 'no site' },
    {
      body: { ...BODY, site_id: 'other.com' },
      status: 401,
      error: 'no such site',
      why: 'not this key’s site',
    },
    {
      body: { ...BODY, metrics: ['x'] },
      status: 400,
      error: '#/metrics/0: Invalid metric "x"',
      why: 'no such metric',
    },
    { body: { ...BODY, x: 'x'.repeat(70_000) }, status: 413, error: '64 kB', why: 'too large' },
    {
      body: `{"site_id":"example.com","metrics":[${'['.repeat(20_000)}${']'.repeat(20_000)}],"date_range":"7d"}`,
      status: 400,
      error: '#/metrics/0',
      why: 'deep',
    },
  ])('refuses with $status and words: $why', async ({ body, status, error }) => {
    const response = await route()(body)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.stringContaining(error) })
  })

  test('says so when the database gives up on a question', async () => {
    const response = await route(() => Promise.reject(new QueryTooHeavyError()))(BODY)
    expect(response.status).toBe(422)
    expect(await response.json()).toEqual({ error: expect.stringContaining('shorter period') })
  })

  test('answers at once when the database is away', async () => {
    const { pulse, fallSilent } = aPulse()
    fallSilent()
    const response = await route(undefined, pulse)(BODY)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await response.json()).toEqual({ error: expect.stringContaining('does not answer') })
  })

  test('waits for no answer any more once the database falls silent', async () => {
    const { pulse, fallSilent } = aPulse()
    const hanging: EventStore['query'] = (_query, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    const answering = route(hanging, pulse)(BODY)
    setTimeout(fallSilent, 10)
    expect((await answering).status).toBe(503)
  })

  describe('/export', () => {
    const byPage = {
      ...BODY,
      metrics: ['visitors', 'bounce_rate', 'time_on_page'],
      dimensions: ['event:page'],
    }

    test('gives a file with a row per result, and leaves an entry in the audit log', async () => {
      deeds.length = 0
      const response = await route()(byPage, '/export?format=csv')
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
      expect(response.headers.get('content-disposition')).toBe(
        'attachment; filename="example.com-2026-03-10.csv"',
      )
      const [head, ...rows] = (await response.text()).trimEnd().split('\r\n')
      expect(head).toBe('event:page,visitors,bounce_rate,time_on_page')
      const asked = (await (await route()(byPage)).json()) as QueryResultBody
      expect(rows.length).toBeGreaterThan(0)
      expect(rows).toEqual(
        asked.results.map(row => [...row.dimensions, ...row.metrics.map(value => value ?? '')].join(',')),
      )
      expect(deeds).toEqual([
        expect.objectContaining({ action: 'statistics_exported', site: 'example.com', outcome: 'csv' }),
      ])
    })

    test('gives the answer itself as JSON', async () => {
      const response = await route()(byPage, '/export?format=json')
      expect(response.headers.get('content-disposition')).toMatch(/\.json"$/)
      expect(await response.json()).toEqual(await (await route()(byPage)).json())
    })

    test.each(['', '?format=xlsx'])('says which formats there are: "%s"', async search => {
      deeds.length = 0
      const response = await route()(byPage, `/export${search}`)
      expect([response.status, await response.json()]).toEqual([
        400,
        { error: 'format must be one of csv, json, as in ?format=csv.' },
      ])
      expect(deeds).toEqual([])
    })

    test('notes nothing of a question that has faults', async () => {
      deeds.length = 0
      expect((await route()({ ...BODY, metrics: ['x'] }, '/export?format=csv')).status).toBe(400)
      expect(deeds).toEqual([])
    })
  })

  test('wants POST', async () => {
    const app = queryRoutes({
      eventStore: {
        ...NO_PATHS,
        query: async asked => ({ rows: [], plan: planQuery(asked, NOTHING_SEALED) }),
      },
      audit: AUDIT,
      pulse: aPulse().pulse,
      questionsPerHour: 100,
      nowSeconds: () => 0,
    })
    const response = await app.request('/api/v2/query')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  describe('asked by somebody who is known', () => {
    const key: ApiKey = {
      id: 'hanki_1',
      keyHash: '',
      name: '',
      siteId: site.id,
      scopes: ['stats:read'],
      createdBy: undefined,
      createdAtSeconds: 0,
      expiresAtSeconds: undefined,
    }
    const user: User = {
      id: '1',
      email: 'a@example.com',
      passwordHash: '',
      isOperator: false,
      createdAtSeconds: 0,
    }
    const statement = { sql: 'SELECT 1', params: { site_id: 1 } }

    function askAs(caller: Caller, questionsPerHour: number) {
      const routes = queryRoutes({
        eventStore: {
          ...NO_PATHS,
          query: async asked => ({ rows: [], plan: planQuery(asked, NOTHING_SEALED), statement }),
        },
        audit: AUDIT,
        pulse: aPulse().pulse,
        questionsPerHour,
        nowSeconds: () => Date.parse('2026-03-10T10:00:00Z') / 1_000,
      })
      const app = routesFor(routes, [site], { caller, role: caller.kind === 'user' ? 'admin' : 'viewer' })
      const body = JSON.stringify({ site_id: site.domain, metrics: ['visitors'], date_range: 'day' })
      return (search = '') => app.request(`/api/v2/query${search}`, { method: 'POST', body })
    }

    test('a key may ask so many questions an hour, people as many as they like', async () => {
      const asKey = askAs({ kind: 'key', key }, 2)
      expect([(await asKey()).status, (await asKey()).status]).toEqual([200, 200])
      const refused = await asKey()
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1800'])
      expect(await refused.json()).toEqual({
        error: 'This API key may ask 2 questions an hour. Ask again later, or less often.',
      })
      const asUser = askAs({ kind: 'user', user }, 1)
      await asUser()
      expect((await asUser()).status).toBe(200)
    })

    test('admins are shown what the database was asked, when they want to; programs are not', async () => {
      const explained = async (caller: Caller, search: string) => {
        const answer: QueryResultBody = await (await askAs(caller, 9)(search)).json()
        return answer.meta.explain
      }
      expect(await explained({ kind: 'user', user }, '?explain=1')).toEqual(statement)
      expect(await explained({ kind: 'user', user }, '')).toBeUndefined()
      expect(await explained({ kind: 'key', key }, '?explain=1')).toBeUndefined()
    })
  })
})
