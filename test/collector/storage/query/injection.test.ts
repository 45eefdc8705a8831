import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Goal } from '../../../../collector/core/goals/goal.ts'
import { parseFunnel, parseJourney } from '../../../../collector/core/paths/parse-paths.ts'
import { planQuery } from '../../../../collector/core/planning/plan-query.ts'
import { BadExpressionError } from '../../../../collector/core/query/bad-expression.ts'
import { FILTER_OPERATORS } from '../../../../collector/core/query/condition.ts'
import { NAMED_DIMENSIONS } from '../../../../collector/core/query/dimensions.ts'
import { parseQuery } from '../../../../collector/core/query/parse.ts'
import { parseRemoval } from '../../../../collector/core/repair/parse-removal.ts'
import { NOTHING_SEALED, type SealedDays } from '../../../../collector/core/sealing/sealed-days.ts'
import { openSealer } from '../../../../collector/sealing/sealer.ts'
import { toStatement } from '../../../../collector/storage/query/select.ts'
import { openRemovals } from '../../../../collector/storage/removals.ts'
import { openSealStore } from '../../../../collector/storage/sealing/seal-store.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'
import { openTestEventStore } from '../../../support/event-store.ts'
import { anEvent, aSite } from '../../../support/events.ts'
import { insertEvents } from '../../../support/insert-events.ts'
import { askAsPlanned, askEvents, queryOf } from '../../../support/queries.ts'

const NOW = Date.parse('2026-04-15T12:00:00Z') / 1_000
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
  let sealed: SealedDays
  beforeAll(async () => {
    engine = await openTestEngine()
    await insertEvents(engine.client, [
      anEvent({ page: '/kept' }),
      ...TEXTS.map(text => anEvent({ page: text, props: { [text]: text } })),
    ])
    const seals = openSealStore(engine.client, () => performance.now())
    const sealer = await openSealer({
      store: seals,
      sites: () => [aSite()],
      nowSeconds: () => Date.parse('2026-04-15T12:00:00Z') / 1_000,
      isStoredUntil: () => true,
    })
    await sealer.sealDue()
    sealed = await seals.sealedDays(aSite().id)
  })
  afterAll(() => engine.close())

  test.each(TEXTS)('finds the page %j and no other', async text => {
    const query = queryOf({
      metrics: ['pageviews'],
      date_range: BODY.date_range,
      dimensions: ['event:page'],
      filters: [['is', 'event:page', [text]]],
    })
    for (const known of [NOTHING_SEALED, sealed]) {
      const { rows } = await askAsPlanned(engine.client, planQuery(query, known), known)
      expect(rows).toEqual([{ dimensions: [text], metrics: [1] }])
    }
  })

  test.each(TEXTS)('finds the property %j by name and value, and no other', async text => {
    const query = queryOf({
      metrics: ['pageviews'],
      date_range: BODY.date_range,
      dimensions: [`event:props:${text}`],
      filters: [['is', `event:props:${text}`, [text]]],
    })
    const { rows } = await askEvents(engine.client, query)
    expect(rows).toEqual([{ dimensions: [text], metrics: [1] }])
  })

  test.each(TEXTS)('counts the goal of page, property and name %j once', async text => {
    const goal: Goal = {
      kind: 'page',
      displayName: text,
      pagePattern: text.replaceAll('*', '**'),
      props: [{ key: text, value: text }],
    }
    const site = aSite({ goals: [goal] })
    const body = { metrics: ['visitors'], date_range: BODY.date_range, dimensions: ['event:goal'] }
    const parsed = parseQuery({ site_id: site.domain, ...body }, site, NOW, {
      goals: site.goals,
      segments: [],
    })
    if (!parsed.ok) throw new Error(parsed.errors.join())
    for (const known of [NOTHING_SEALED, sealed]) {
      const { rows } = await askAsPlanned(engine.client, planQuery(parsed.query, known), known)
      expect(rows).toEqual([{ dimensions: [text], metrics: [1] }])
    }
  })

  test.each(TEXTS)('go a way by the page %j, and remove it alone', async text => {
    const site = aSite()
    const step = ['is', 'event:page', [text]]
    const common = { site_id: site.domain, date_range: BODY.date_range }
    const store = openTestEventStore(engine)
    const funnel = parseFunnel({ ...common, steps: [{ filter: step }, { filter: step }] }, site, NOW)
    const journey = parseJourney({ ...common, start: step }, site, NOW)
    const removal = parseRemoval({ date_range: BODY.date_range, filters: [step] }, site, NOW)
    if (!funnel.ok || !journey.ok || !removal.ok) throw new Error('The question was refused')
    // One visit reaches the first step, and none both.
    expect((await store.funnel(funnel.question)).slice(1)).toEqual([1, 0])
    const { ways } = await store.journeys(journey.question)
    expect(ways.reduce((sum, { visits }) => sum + visits, 0)).toBe(1)
    // Nobody goes on to where they are.
    expect((await store.journeys({ ...journey.question, along: [{ page: text }] })).ways).toEqual([])
    const found = await openRemovals(engine.client).countEvents(removal.question)
    expect(found).toEqual([{ day: '2026-03-10', events: 1, visits: 1 }])
  })

  test.each(
    FILTER_OPERATORS.flatMap(operator => [true, false].map(caseSensitive => ({ operator, caseSensitive }))),
  )(
    'takes every text for $operator (case_sensitive $caseSensitive) on every dimension',
    async ({ operator, caseSensitive }) => {
      for (const dimension of NAMED_DIMENSIONS) {
        const values = operator.startsWith('matches') ? TEXTS.filter(isReadable).map(literally) : TEXTS
        const filters = [[operator, dimension, values, { case_sensitive: caseSensitive }]]
        for (const known of [NOTHING_SEALED, sealed]) {
          const plan = planQuery(queryOf({ ...BODY, filters }), known)
          expect((await askAsPlanned(engine.client, plan, known)).rows).toHaveLength(1)
        }
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
