import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planQuery } from '../../../../collector/core/planning/plan-query.ts'
import { BadExpressionError } from '../../../../collector/core/query/bad-expression.ts'
import { FILTER_OPERATORS } from '../../../../collector/core/query/condition.ts'
import { NAMED_DIMENSIONS } from '../../../../collector/core/query/dimensions.ts'
import { parseQuery } from '../../../../collector/core/query/parse.ts'
import { NOTHING_SEALED } from '../../../../collector/core/sealing/sealed-days.ts'
import { toStatement } from '../../../../collector/storage/query/select.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'
import { anEvent, aSite } from '../../../support/events.ts'
import { insertEvents } from '../../../support/insert-events.ts'
import { askEvents, queryOf } from '../../../support/queries.ts'

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

/** An expression cannot hold this character as it is. */
function isReadable(text: string): boolean {
  return !text.includes('\0')
}

/** The expression that a text alone matches. */
function literally(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`)
}

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
    const { rows } = await askEvents(engine.client, query)
    expect(rows).toEqual([{ dimensions: [text], metrics: [1] }])
  })

  test.each(
    FILTER_OPERATORS.flatMap(operator => [true, false].map(caseSensitive => ({ operator, caseSensitive }))),
  )(
    'takes every text for $operator (case_sensitive $caseSensitive) on every dimension',
    async ({ operator, caseSensitive }) => {
      for (const dimension of NAMED_DIMENSIONS) {
        const values = operator.startsWith('matches') ? TEXTS.filter(isReadable).map(literally) : TEXTS
        const filters = [[operator, dimension, values, { case_sensitive: caseSensitive }]]
        const { rows } = await askEvents(engine.client, queryOf({ ...BODY, filters }))
        expect(rows).toHaveLength(1)
      }
    },
  )

  test.each(TEXTS.filter(isReadable))('are read as an expression or refused as one: %j', async text => {
    const filters = [['matches', 'event:page', [text]]]
    const answer = await askEvents(engine.client, queryOf({ ...BODY, filters })).then(
      ({ rows }) => rows.length,
      (error: unknown) => error,
    )
    if (answer !== 1) expect(answer).toBeInstanceOf(BadExpressionError)
  })

  test('never become part of the statement', () => {
    const marker = 'marker-of-this-test'
    const filters = NAMED_DIMENSIONS.map(dimension => ['contains', dimension, [marker]])
    const { sql, params } = toStatement(planQuery(queryOf({ ...BODY, filters }), NOTHING_SEALED))
    expect(sql).not.toContain(marker)
    expect(JSON.stringify(params)).toContain(marker)
  })

  test('keeps the events through all of it', async () => {
    const { rows } = await askEvents(
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
    { dimensions: ['event:props:'] },
    { filters: [['is', 'event:props:', ['x']]] },
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
