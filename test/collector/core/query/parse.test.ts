import { describe, expect, test } from 'vitest'
import { parseQuery, parseSiteId } from '../../../../collector/core/query/parse.ts'
import { aSite } from '../../../support/events.ts'
import { queryOf } from '../../../support/queries.ts'

const NOW = Date.parse('2026-04-15T12:00:00Z') / 1_000
const BODY = { site_id: 'example.com', metrics: ['visitors'], date_range: '7d' }

function errorsOf(body: unknown): readonly string[] {
  const parsed = parseQuery(body, aSite(), NOW)
  return parsed.ok ? [] : parsed.errors
}

describe('parseQuery', () => {
  test('resolves the smallest question', () => {
    expect(parseQuery(BODY, aSite(), NOW)).toEqual({
      ok: true,
      query: {
        siteId: 1,
        timezone: 'Europe/Helsinki',
        metrics: ['visitors'],
        dimensions: [],
        period: { firstDay: '2026-04-08', lastDay: '2026-04-14' },
        filters: [],
        orderBy: [['visitors', 'desc']],
        include: { timeLabels: false, totalRows: false },
        pagination: { limit: 10_000, offset: 0 },
      },
    })
  })

  test('makes the interval of time concrete, in the order too', () => {
    const query = queryOf({ ...BODY, dimensions: ['time', 'visit:source'], order_by: [['time', 'desc']] })
    expect(query.dimensions).toEqual(['time:day', 'visit:source'])
    expect(query.orderBy).toEqual([['time:day', 'desc']])
  })

  test('orders by time, then by the first metric, unless told otherwise', () => {
    const query = queryOf({
      ...BODY,
      metrics: ['visits', 'visitors'],
      dimensions: ['visit:source', 'time:day'],
    })
    expect(query.orderBy).toEqual([
      ['time:day', 'asc'],
      ['visits', 'desc'],
    ])
  })

  test.each([
    {
      change: { metrics: ['visitorz'] },
      error: '#/metrics/0: Invalid metric "visitorz". Use one of visitors, visits,',
    },
    { change: { metrics: [] }, error: '#/metrics: Give a list of at least one' },
    { change: { metrics: 'visitors' }, error: '#/metrics: Give a list' },
    { change: { metrics: ['visits', 'visits'] }, error: '#/metrics/1: "visits" is there twice' },
    { change: { metrics: [null, {}, ['x']] }, error: '#/metrics/2: Invalid metric (a list)' },
    { change: { date_range: 'soon' }, error: '#/date_range: Invalid date range "soon"' },
    { change: { date_range: undefined }, error: '#/date_range: Invalid date range' },
    { change: { dimensions: ['visit:color'] }, error: '#/dimensions/0: Invalid dimension "visit:color"' },
    { change: { dimensions: ['toString'] }, error: '#/dimensions/0: Invalid dimension "toString"' },
    { change: { dimensions: {} }, error: '#/dimensions: Give a list' },
    {
      change: { dimensions: ['time:day', 'time:hour'] },
      error: '#/dimensions: More than one dimension of time',
    },
    {
      change: { dimensions: ['time:minute'], date_range: '30d' },
      error: '#/dimensions: The range has more than 20000',
    },
    { change: { filters: {} }, error: '#/filters: Give a list of filters' },
    { change: { filters: ['is'] }, error: '#/filters/0: Invalid filter "is"' },
    { change: { filters: [['and', []]] }, error: '#/filters/0/0: Operator "and" is not supported' },
    { change: { filters: [['like', 'event:page', ['/']]] }, error: '#/filters/0/0: Invalid operator "like"' },
    { change: { filters: [['is', 'time:day', ['/']]] }, error: '#/filters/0/1: Time cannot be filtered' },
    { change: { filters: [['is', 'page', ['/']]] }, error: '#/filters/0/1: Invalid dimension "page"' },
    {
      change: { filters: [['is', 'event:page', '/']] },
      error: '#/filters/0/2: Give a list of 1 to 200 texts',
    },
    {
      change: { filters: [['is', 'event:page', []]] },
      error: '#/filters/0/2: Give a list of 1 to 200 texts',
    },
    { change: { filters: [['is', 'event:page', [404]]] }, error: '#/filters/0/2/0: Invalid value 404' },
    {
      change: { filters: [['is', 'event:page', ['\ud800']]] },
      error: '#/filters/0/2/0: Use well-formed Unicode',
    },
    { change: { filters: [['contains', 'event:page', ['']]] }, error: '#/filters/0/2: An empty text' },
    {
      change: { filters: [['is', 'event:page', ['/'], 1]] },
      error: '#/filters/0/3: Options must be an object',
    },
    { change: { filters: [['is', 'event:page', ['/'], { x: 1 }]] }, error: '#/filters/0/3/x: Unknown key' },
    { change: { filters: Array(21).fill(['is', 'event:page', ['/']]) }, error: '#/filters: Give at most 20' },
    { change: { order_by: 'visitors' }, error: '#/order_by: Give a list of pairs' },
    { change: { order_by: [['visits', 'desc']] }, error: '#/order_by/0/0: Cannot order by "visits"' },
    { change: { order_by: [['visitors', 'down']] }, error: '#/order_by/0: Invalid order' },
    { change: { include: [] }, error: '#/include: Give an object' },
    {
      change: { include: { time_labels: true } },
      error: '#/include/time_labels: Time labels need a dimension of time',
    },
    { change: { include: { total_rows: 1 } }, error: '#/include/total_rows: Use true or false' },
    {
      change: { include: { compare: 'last_year' } },
      error: '#/include/compare: Invalid comparison "last_year"',
    },
    {
      change: { include: { compare: ['2026-01-02', '2026-01-01'] } },
      error: '#/include/compare: The range ends',
    },
    { change: { pagination: { limit: 0 } }, error: '#/pagination/limit: Use a whole number from 1 to 10000' },
    { change: { pagination: { limit: 10_001 } }, error: '#/pagination/limit: Use a whole number' },
    { change: { pagination: { offset: -1 } }, error: '#/pagination/offset: Use a whole number' },
    { change: { pagination: { limit: '5' } }, error: '#/pagination/limit: Use a whole number' },
    { change: { metric: [] }, error: '#/metric: Unknown key. Use only site_id, metrics,' },
    { change: { site_id: 5 }, error: '#/site_id: Give the domain' },
  ])('refuses $change', ({ change, error }) => {
    expect(errorsOf({ ...BODY, ...change })).toContainEqual(expect.stringContaining(error))
  })

  test.each([null, [], 'text', 5, true])('refuses the body %j', body => {
    expect(errorsOf(body)).toEqual(['#: The body must be a JSON object.'])
  })

  test('names every fault at once', () => {
    const errors = errorsOf({
      metrics: ['a', 'b'],
      date_range: 'x',
      filters: [['is', 'c', [1]]],
      pagination: { limit: 0 },
    })
    expect(errors.map(error => error.split(':', 1)[0])).toEqual([
      '#/site_id',
      '#/metrics/0',
      '#/metrics/1',
      '#/date_range',
      '#/filters/0/1',
      '#/filters/0/2/0',
      '#/pagination/limit',
    ])
  })

  test.each([
    { metrics: ['bounce_rate'], dimensions: ['event:name'], why: 'a visit metric by event' },
    { metrics: ['visit_duration'], dimensions: ['event:hostname'], why: 'a visit metric by host' },
    {
      metrics: ['views_per_visit'],
      dimensions: ['event:page', 'event:name'],
      why: 'a page and another event dimension',
    },
    { metrics: ['pageviews'], dimensions: ['visit:entry_page'], why: 'an event metric by entry page' },
    { metrics: ['pageviews'], dimensions: ['visit:exit_page'], why: 'an event metric by exit page' },
  ])('refuses $metrics by $dimensions: $why', ({ metrics, dimensions }) => {
    expect(errorsOf({ ...BODY, metrics, dimensions })).toEqual([
      expect.stringMatching(/^#\/metrics\/0: Metric/),
    ])
  })

  test.each([
    { metrics: ['bounce_rate', 'visit_duration'], dimensions: ['event:page'], why: 'read as entry page' },
    { metrics: ['visitors', 'visits'], dimensions: ['visit:entry_page', 'event:name'], why: 'either scope' },
    {
      metrics: ['pageviews'],
      dimensions: ['time:day', 'visit:country'],
      why: 'events carry the facts of their visit',
    },
  ])('accepts $metrics by $dimensions: $why', ({ metrics, dimensions }) => {
    expect(errorsOf({ ...BODY, metrics, dimensions })).toEqual([])
  })

  test('lists at most 50 faults of a body full of them', () => {
    expect(errorsOf({ ...BODY, metrics: Array(5_000).fill('x') })).toHaveLength(50)
  })
})

describe('parseSiteId', () => {
  test.each([
    [{ site_id: 'example.com' }, 'example.com'],
    [{ site_id: '' }, undefined],
    [{ site_id: 1 }, undefined],
    [null, undefined],
    ['example.com', undefined],
  ])('finds in %j: %s', (body, expected) => {
    expect(parseSiteId(body)).toBe(expected)
  })
})
