import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SiteId } from '../../../../collector/core/ids.ts'
import { funnelResult } from '../../../../collector/core/paths/funnel.ts'
import { parseFunnel, parseJourney } from '../../../../collector/core/paths/parse-paths.ts'
import type { EventStore } from '../../../../collector/core/ports.ts'
import { NO_SEGMENTS } from '../../../../collector/core/segments/site-segments.ts'
import { GOALS, randomEvents, randomFilter, seededRandom } from '../../../reference/random-world.ts'
import { referenceFunnel, referenceJourneys } from '../../../reference/reference-paths.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'
import { openTestEventStore } from '../../../support/event-store.ts'
import { aSite } from '../../../support/events.ts'
import { insertEvents } from '../../../support/insert-events.ts'
import { aVisit } from '../../../support/visits.ts'

const NOW = Date.parse('2026-04-15T12:00:00Z') / 1_000
const site = aSite({ goals: GOALS, segments: NO_SEGMENTS })
const SHOP = [
  ...aVisit({
    site,
    day: '2026-03-10',
    visitor: 1,
    steps: ['10:00 /', '10:01 /a', '10:02 /b', '10:03 Signup'],
  }),
  ...aVisit({ site, day: '2026-03-10', visitor: 2, steps: ['10:00 /', '10:01 /a', '10:02 /a'] }),
  // The steps in the wrong order.
  ...aVisit({ site, day: '2026-03-10', visitor: 3, steps: ['10:00 /a', '10:01 /'] }),
  // The second step comes in another visit of the day.
  ...aVisit({ site, day: '2026-03-10', visitor: 4, steps: ['10:00 /'] }),
  ...aVisit({ site, day: '2026-03-10', visitor: 4, visit: 2, steps: ['12:00 /a'] }),
]
const PAGE = (page: string) => ['is', 'event:page', [page]]
const BODY = { site_id: 'example.com', date_range: ['2026-03-10', '2026-03-10'] }
const NO_OTHERS = { visits: 0, ways: 0 }
/** A page that is read on and on, and left. */
const READING = aVisit({
  site,
  day: '2026-03-12',
  visitor: 1,
  steps: ['10:00 /a', '10:01 ~/a', '10:02 ~/a', '10:03 /b'],
}).map(event =>
  event.name === 'engagement' ? { ...event, engagement: { scrollDepth: 90, engagedMs: 10_000 } } : event,
)
const WORLDS = 60

describe('ways of visits', () => {
  let engine: TestEngine
  let store: EventStore
  const worlds = Array.from({ length: WORLDS }, (_, seed) => {
    const random = seededRandom(seed)
    const ofWorld = aSite({ id: (seed + 100) as SiteId, goals: GOALS })
    return { seed, random, site: ofWorld, events: randomEvents(random, ofWorld, '2026-03-28T00:00:00Z') }
  })
  beforeAll(async () => {
    engine = await openTestEngine()
    store = openTestEventStore(engine)
    await insertEvents(engine.client, [...SHOP, ...READING, ...worlds.flatMap(({ events }) => events)])
  })
  afterAll(() => engine.close())

  test.each([
    {
      why: 'of 5 visits 4 are on the front page first, two go on to /a, one to the goal',
      within: 'visit',
      results: [
        { name: 'Front', reached: 4, step_rate: null, conversion_rate: 100 },
        { name: 'Step 2', reached: 2, step_rate: 50, conversion_rate: 50 },
        { name: 'Step 3', reached: 1, step_rate: 50, conversion_rate: 25 },
      ],
    },
    {
      why: 'within the day the fourth visitor goes on, too',
      within: 'day',
      results: [
        { name: 'Front', reached: 4, step_rate: null, conversion_rate: 100 },
        { name: 'Step 2', reached: 3, step_rate: 75, conversion_rate: 75 },
        { name: 'Step 3', reached: 1, step_rate: 33.33, conversion_rate: 25 },
      ],
    },
  ])('a funnel: $why', async ({ within, results }) => {
    const steps = [
      { name: 'Front', filter: PAGE('/') },
      { filter: PAGE('/a') },
      { filter: ['is', 'event:goal', ['Signup']] },
    ]
    const parsed = parseFunnel({ ...BODY, within, steps }, site, NOW)
    if (!parsed.ok) throw new Error(parsed.errors.join())
    expect(funnelResult(parsed.question.steps, await store.funnel(parsed.question))).toEqual(results)
  })

  test('a stored funnel asks what its steps and its goals mean', async () => {
    const stored = {
      id: 3,
      name: 'Stored',
      within: 'day',
      steps: [
        { kind: 'page', pagePattern: '/' },
        { kind: 'page', pagePattern: '/a*' },
        { kind: 'event', eventName: 'Signup' },
      ],
    } as const
    const gone = { ...stored, id: 4, steps: [...stored.steps, { kind: 'goal', goal: 'Gone' } as const] }
    const ofSite = { ...site, funnels: { lastId: 4, list: [stored, gone] } }
    const parsed = parseFunnel({ ...BODY, funnel: 3 }, ofSite, NOW)
    if (!parsed.ok) throw new Error(parsed.errors.join())
    const results = funnelResult(parsed.question.steps, await store.funnel(parsed.question))
    expect(results.map(({ name, reached }) => [name, reached])).toEqual([
      ['/', 4],
      ['/a*', 3],
      ['Signup', 1],
    ])
    expect(parseFunnel({ ...BODY, funnel: 4 }, ofSite, NOW)).toEqual({
      ok: false,
      errors: ['#/funnel: The funnel has the goal "Gone" as a step, which is no more.'],
    })
    expect(parseFunnel({ ...BODY, funnel: 5 }, ofSite, NOW)).toEqual({
      ok: false,
      errors: ['#/funnel: There is no funnel 5 of this site.'],
    })
    expect(parseFunnel({ ...BODY, funnel: 3, steps: [] }, ofSite, NOW).ok).toBe(false)
  })

  test.each([
    {
      why: 'what comes after the front page; reloads are one step, and leaving is an empty way',
      body: { start: PAGE('/'), steps: 2 },
      results: [
        { steps: [], visits: 2 },
        { steps: [{ page: '/a' }], visits: 1 },
        { steps: [{ page: '/a' }, { page: '/b' }], visits: 1 },
      ],
      others: NO_OTHERS,
    },
    {
      why: 'what came before a goal, the nearest first',
      body: { start: ['is', 'event:goal', ['Signup']], direction: 'previous', steps: 2 },
      results: [{ steps: [{ page: '/b' }, { page: '/a' }], visits: 1 }],
      others: NO_OTHERS,
    },
    {
      why: 'rare ways are left out, and told together',
      body: { start: PAGE('/'), minimum: 2 },
      results: [{ steps: [], visits: 2 }],
      others: { visits: 2, ways: 2 },
    },
    {
      why: 'ways after the limit are told together, too',
      body: { start: PAGE('/'), limit: 2 },
      results: [
        { steps: [], visits: 2 },
        { steps: [{ page: '/a' }], visits: 1 },
      ],
      others: { visits: 1, ways: 1 },
    },
    {
      why: 'events are steps, too',
      body: { start: PAGE('/b'), steps: 1 },
      results: [{ steps: [{ event: 'Signup' }], visits: 1 }],
      others: NO_OTHERS,
    },
    {
      why: 'what comes after the front page and /a',
      body: { start: PAGE('/'), along: [{ page: '/a' }], steps: 1 },
      results: [
        { steps: [], visits: 1 },
        { steps: [{ page: '/b' }], visits: 1 },
      ],
      others: NO_OTHERS,
    },
    {
      why: 'what came before /b, before the goal',
      body: {
        start: ['is', 'event:goal', ['Signup']],
        direction: 'previous',
        along: [{ page: '/b' }, { page: '/a' }],
        steps: 2,
      },
      results: [{ steps: [{ page: '/' }], visits: 1 }],
      others: NO_OTHERS,
    },
    {
      why: 'reading on is no step after reading so far',
      body: {
        date_range: ['2026-03-12', '2026-03-12'],
        start: ['is', 'event:goal', ['Read /**']],
        steps: 3,
      },
      results: [{ steps: [{ page: '/b' }], visits: 1 }],
      others: NO_OTHERS,
    },
    {
      why: 'a way that nobody went along',
      body: { start: PAGE('/'), along: [{ event: '/a' }] },
      results: [],
      others: NO_OTHERS,
    },
  ])('a journey: $why', async ({ body, results, others }) => {
    const parsed = parseJourney({ ...BODY, ...body }, site, NOW)
    if (!parsed.ok) throw new Error(parsed.errors.join())
    expect(await store.journeys(parsed.question)).toEqual({ ways: results, others })
  })

  test.each([
    { body: { steps: [{ filter: PAGE('/') }] }, error: '#/steps: Give a list of 2 to 8 steps' },
    { body: { steps: [{ filter: PAGE('/') }, {}] }, error: '#/steps/1/filter: Give a filter, such as' },
    {
      body: { steps: [{ filter: PAGE('/') }, { filter: ['is', 'page', ['/']] }] },
      error: '#/steps/1/filter/1: Invalid dimension "page"',
    },
    {
      body: { steps: [{ filter: PAGE('/') }, { filter: ['is', 'visit:exit_page', ['/']] }] },
      error: '#/steps/1/filter: A step is one event',
    },
    { body: { filters: [PAGE('/')], steps: [] }, error: '#/filters: Filter visits here' },
    { body: { within: 'week', steps: [] }, error: '#/within: Use one of visit, day' },
    { body: { step: [] }, error: '#/step: Unknown key' },
  ])('a funnel is refused: $error', ({ body, error }) => {
    const parsed = parseFunnel({ ...BODY, ...body }, site, NOW)
    expect(parsed.ok ? [] : parsed.errors).toContainEqual(expect.stringContaining(error))
  })

  test.each([
    { body: {}, error: '#/start: Give a filter, such as' },
    { body: { start: PAGE('/'), steps: 6 }, error: '#/steps: Use a whole number from 1 to 5' },
    { body: { start: PAGE('/'), direction: 'back' }, error: '#/direction: Use one of next, previous' },
    {
      body: { start: PAGE('/'), along: [{ page: '/a', event: 'b' }] },
      error: '#/along: Give a list of at most 5 steps',
    },
    {
      body: { start: PAGE('/'), along: Array.from({ length: 6 }, () => ({ page: '/' })) },
      error: '#/along: Give a list',
    },
    { body: { start: PAGE('/'), along: ['/a'] }, error: '#/along: Give a list' },
    { body: { start: PAGE('/'), minimum: 0 }, error: '#/minimum: Use a whole number from 1' },
  ])('a journey is refused: $error', ({ body, error }) => {
    const parsed = parseJourney({ ...BODY, ...body }, site, NOW)
    expect(parsed.ok ? [] : parsed.errors).toContainEqual(expect.stringContaining(error))
  })

  test.each(worlds)('agree with the reference in world $seed', async ({ random, site: ofWorld, events }) => {
    const range = { site_id: 'example.com', date_range: ['2026-03-27', '2026-03-31'] }
    for (let asked = 0; asked < 2; ) {
      const filters = random.below(2) === 0 ? [] : [['is_not', 'visit:browser', ['Chrome']]]
      const steps = Array.from({ length: 2 + random.below(3) }, () => ({
        filter: randomFilter(random, 1, false),
      }))
      const funnel = parseFunnel(
        { ...range, filters, within: random.pick(['visit', 'day']), steps },
        ofWorld,
        NOW,
      )
      const journey = parseJourney(
        {
          ...range,
          filters,
          start: randomFilter(random, 1, false),
          direction: random.pick(['next', 'previous']),
          along: events.length > 0 && random.below(3) === 0 ? [{ page: random.pick(events).page }] : [],
          steps: 1 + random.below(3),
          minimum: 1 + random.below(2),
          limit: 1 + random.below(4),
        },
        ofWorld,
        NOW,
      )
      if (!funnel.ok || !journey.ok) continue
      asked++
      const why = JSON.stringify(funnel.question.steps)
      expect(await store.funnel(funnel.question), why).toEqual(referenceFunnel(events, funnel.question))
      const start = JSON.stringify(journey.question)
      expect(await store.journeys(journey.question), start).toEqual(
        referenceJourneys(events, journey.question),
      )
    }
  })
})
