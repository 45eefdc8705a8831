import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VALUE_DIMENSIONS } from '../../../../collector/core/query/dimensions.ts'
import { parseQuery } from '../../../../collector/core/query/parse.ts'
import { FILTER_OPERATORS } from '../../../../collector/core/query/query.ts'
import { queryEvents } from '../../../../collector/storage/query/query-events.ts'
import { toStatement } from '../../../../collector/storage/query/select.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'
import { anEvent, aSite } from '../../../support/events.ts'
import { insertEvents } from '../../../support/insert-events.ts'
import { queryOf } from '../../../support/queries.ts'

const BODY = { metrics: ['visitors', 'bounce_rate'], date_range: ['2026-03-10', '2026-03-10'] }

/** Texts that would change a statement if they ever became part of one. */
const TEXTS = [
  "' OR 1=1 --",
  "'; DROP TABLE events; --",
  "\\' OR 1=1 --",
  '\\',
  "\\\\'",
  '`page`',
  '"; SELECT 1; "',
  '{site_id:UInt32}',
  '{p:Identifier}',
  "') UNION ALL SELECT 1,2 --",
  '/* */',
  "['a','b']",
  "a','b",
  '\n\r\t\b\f',
  '\0',
  'a\0b',
  'NULL',
  '\\N',
  '%27%20OR%201=1',
  '/ä/😀/\u202e',
  '%',
  '_',
]

describe('values of a query', () => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await openTestEngine()
    await insertEvents(engine.client, [anEvent({ page: '/kept' }), ...TEXTS.map(page => anEvent({ page }))])
  })
  afterAll(() => engine.close())

  test.each(TEXTS)('finds the page %j and no other', async text => {
    const query = queryOf({
      metrics: ['pageviews'],
      date_range: BODY.date_range,
      dimensions: ['event:page'],
      filters: [['is', 'event:page', [text]]],
    })
    const { rows } = await queryEvents(engine.client, query)
    expect(rows).toEqual([{ dimensions: [text], metrics: [1] }])
  })

  test.each(
    FILTER_OPERATORS.flatMap(operator => [true, false].map(caseSensitive => ({ operator, caseSensitive }))),
  )(
    'takes every text for $operator (case_sensitive $caseSensitive) on every dimension',
    async ({ operator, caseSensitive }) => {
      for (const dimension of VALUE_DIMENSIONS) {
        const filters = [[operator, dimension, TEXTS, { case_sensitive: caseSensitive }]]
        const { rows } = await queryEvents(engine.client, queryOf({ ...BODY, filters }))
        expect(rows).toHaveLength(1)
      }
    },
  )

  test('never become part of the statement', () => {
    const marker = 'marker-of-this-test'
    const filters = VALUE_DIMENSIONS.map(dimension => ['contains', dimension, [marker]])
    const { sql, params } = toStatement(queryOf({ ...BODY, filters }))
    expect(sql).not.toContain(marker)
    expect(JSON.stringify(params)).toContain(marker)
  })

  test('keeps the events through all of it', async () => {
    const { rows } = await queryEvents(
      engine.client,
      queryOf({ metrics: ['pageviews'], date_range: BODY.date_range }),
    )
    expect(rows).toEqual([{ dimensions: [], metrics: [TEXTS.length + 1] }])
  })
})

describe('names of a query', () => {
  test.each([
    { metrics: ["visitors'; DROP TABLE events"] },
    { metrics: ['constructor'] },
    { dimensions: ['event:page; DROP TABLE events'] },
    { dimensions: ['__proto__'] },
    { dimensions: ['hasOwnProperty'] },
    { dimensions: ['event:props:a'] },
    { filters: [['is', 'page = 1 OR 1', ['x']]] },
    { filters: [['is) OR (1', 'event:page', ['x']]] },
    { order_by: [['visitors; DROP TABLE events', 'asc']] },
    { order_by: [['visitors', 'asc, sleep(3)']] },
    { date_range: ["2026-01-01'", '2026-01-31'] },
    { date_range: ['2026-01-01T00:00:00; SELECT 1', '2026-01-31T00:00:00'] },
    { pagination: { limit: '1; DROP TABLE events' } },
    { pagination: { limit: 1e300 } },
  ])('are refused when they are not of the closed lists: %j', change => {
    expect(parseQuery({ site_id: 'example.com', ...BODY, ...change }, aSite(), 0)).toMatchObject({
      ok: false,
    })
  })
})
