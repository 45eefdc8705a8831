import { describe, expect, test } from 'vitest'
import { parseQuery, parseSiteId, type QueryContext } from '../../../../collector/core/query/parse.ts'
import { aSite } from '../../../support/events.ts'
import { queryOf } from '../../../support/queries.ts'

const NOW = Date.parse('2026-04-15T12:00:00Z') / 1_000
const BODY = { site_id: 'example.com', metrics: ['visitors'], date_range: '7d' }

const IS_HOME = ['is', 'event:page', ['/']]

function nested(depth: number): unknown {
  return depth === 1 ? IS_HOME : ['not', nested(depth - 1)]
}

const CONTEXT: QueryContext = {
  goals: [
    { kind: 'event', displayName: 'Signup', eventName: 'Signup', currency: undefined, props: [] },
    { kind: 'page', displayName: 'Visit /a', pagePattern: '/a', props: [] },
  ],
  segments: [
    { id: 7, name: 'Nordic', filters: [['is', 'visit:country', ['FI', 'SE']], IS_HOME] },
    { id: 8, name: 'Of segments', filters: [['is', 'segment', [7]]] },
  ],
}

function errorsOf(body: unknown): readonly string[] {
  const parsed = parseQuery(body, aSite(), NOW, CONTEXT)
  return parsed.ok ? [] : parsed.errors
}

describe('parseQuery', () => {
  test('resolves the smallest question', () => {
    expect(parseQuery(BODY, aSite(), NOW)).toEqual({
      ok: true,
      asked: { filters: [] },
      query: {
        siteId: 1,
        timezone: 'Europe/Helsinki',
        metrics: ['visitors'],
        dimensions: [],
        period: { firstDay: '2026-04-08', lastDay: '2026-04-14' },
        filters: [],
        goals: [],
        orderBy: [['visitors', 'desc']],
        include: { imports: false, timeLabels: false, totalRows: false },
        pagination: { limit: 10_000, offset: 0 },
      },
    })
  })

  test('makes the interval of time concrete, in the order too', () => {
    const query = queryOf({ ...BODY, dimensions: ['time', 'visit:source'], order_by: [['time', 'desc']] })
    expect(query.dimensions).toEqual(['time:day', 'visit:source'])
    expect(query.orderBy).toEqual([['time:day', 'desc']])
  })

  test('puts what all must hold at the top, goals and segments in place of their names', () => {
    const filters = [
      ['and', [IS_HOME, ['is', 'event:goal', ['signup'], { case_sensitive: false }]]],
      ['is', 'segment', [7]],
    ]
    const parsed = parseQuery({ ...BODY, filters }, aSite(), NOW, CONTEXT)
    if (!parsed.ok) throw new Error(parsed.errors.join())
    const home = {
      kind: 'value',
      operator: 'is',
      dimension: 'event:page',
      values: ['/'],
      caseSensitive: true,
    }
    expect(parsed.query.filters).toEqual([
      home,
      { kind: 'goal', goals: [CONTEXT.goals[0]] },
      { ...home, dimension: 'visit:country', values: ['FI', 'SE'] },
      home,
    ])
    expect(parsed.asked.filters).toEqual(filters)
  })

  test('splits by the goals that are asked for, else by all', () => {
    const goalsOf = (filters: unknown) => {
      const parsed = parseQuery({ ...BODY, dimensions: ['event:goal'], filters }, aSite(), NOW, CONTEXT)
      return parsed.ok ? parsed.query.goals.map(({ displayName }) => displayName) : parsed.errors
    }
    expect(goalsOf([])).toEqual(['Signup', 'Visit /a'])
    expect(goalsOf([['contains', 'event:goal', ['Visit']]])).toEqual(['Visit /a'])
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
    { change: { filters: [['and', []]] }, error: '#/filters/0/1: Give "and" one list of filters' },
    { change: { filters: [['or', [IS_HOME], 1]] }, error: '#/filters/0/1: Give "or" one list of filters' },
    { change: { filters: [['not', IS_HOME, IS_HOME]] }, error: '#/filters/0: Give "not" one filter' },
    { change: { filters: [['not', ['is']]] }, error: '#/filters/0/1: Invalid filter' },
    {
      change: { filters: [['has_done', ['has_done', IS_HOME]]] },
      error: '#/filters/0/1/0: "has_done" cannot stand inside another one',
    },
    {
      change: { filters: [['has_not_done', ['is', 'visit:country', ['FI']]]] },
      error: '#/filters/0/1/1: What a visit has done is asked of events',
    },
    { change: { filters: [nested(7)] }, error: 'Filters may be put into one another 6 times at most' },
    { change: { filters: [['is', 'segment', [9]]] }, error: '#/filters/0/2/0: There is no segment 9' },
    { change: { filters: [['is', 'segment', ['7']]] }, error: '#/filters/0/2/0: There is no segment "7"' },
    { change: { filters: [['is', 'segment', [1, 2]]] }, error: '#/filters/0/2: Give a list of one segment' },
    {
      change: { filters: [['is_not', 'segment', [7]]] },
      error: '#/filters/0/0: A segment can only be asked',
    },
    {
      change: { filters: [['is', 'segment', [8]]] },
      error: '#/filters/0/2/0/0/1: A segment cannot hold another',
    },
    {
      change: { filters: [['is', 'event:goal', ['Nothing']]] },
      error: '#/filters/0/2: The site has no such goal. Goals of the site are "Signup", "Visit /a"',
    },
    { change: { filters: [['is_not', 'event:goal', ['Signup']]] }, error: '#/filters/0/0: Goals cannot be' },
    {
      change: { filters: [['not', ['is', 'event:goal', ['Signup']]]] },
      error: '#/filters/0/1/1: A goal can be asked for at the top',
    },
    {
      change: { filters: [['matches', 'event:page', ['(?=a)']]] },
      error: '#/filters/0/2/0: Expressions are those of RE2',
    },
    {
      change: { filters: [['matches', 'event:page', ['a'.repeat(501)]]] },
      error: '#/filters/0/2/0: Use an expression of at most 500 characters',
    },
    { change: { dimensions: ['event:props:'] }, error: '#/dimensions/0: Invalid dimension "event:props:"' },
    { change: { metrics: ['conversion_rate'] }, error: '#/metrics/0: Metric "conversion_rate" needs a goal' },
    {
      change: { metrics: ['group_conversion_rate'], dimensions: ['event:goal'] },
      error: '#/metrics/0: Metric "group_conversion_rate" needs a dimension',
    },
    {
      change: { metrics: ['bounce_rate'], dimensions: ['event:goal'] },
      error: '#/metrics/0: Metric "bounce_rate" belongs to whole visits',
    },
    {
      change: { metrics: ['time_on_page'], dimensions: ['event:props:plan'] },
      error: '#/metrics/0: Metric "time_on_page" measures how pages are read',
    },
    { change: { metrics: ['exit_rate'] }, error: '#/metrics/0: Metric "exit_rate" is about pages' },
    {
      change: { metrics: ['exit_rate'], dimensions: ['visit:exit_page'], filters: [IS_HOME] },
      error: '#/metrics/0: Metric "exit_rate" cannot be filtered by events',
    },
    {
      change: { include: { compare_match_day_of_week: true } },
      error: '#/include/compare_match_day_of_week: There is nothing to compare with',
    },
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
    { change: { filters: Array(101).fill(IS_HOME) }, error: '#/filters: Give at most 100 filters' },
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
    { change: { pagination: { limit: null } }, error: '#/pagination/limit: Use a whole number' },
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
