import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnalyticsEvent } from '../../../../collector/core/event/analytics-event.ts'
import type { SiteId } from '../../../../collector/core/ids.ts'
import { liveDayPlan } from '../../../../collector/core/planning/live-day.ts'
import { planQuery } from '../../../../collector/core/planning/plan-query.ts'
import { isOfWholeDays } from '../../../../collector/core/planning/whole-days.ts'
import type { Statement } from '../../../../collector/core/ports.ts'
import { parseQuery } from '../../../../collector/core/query/parse.ts'
import type { Query, ResultRow } from '../../../../collector/core/query/query.ts'
import { NOTHING_SEALED, type SealedDays } from '../../../../collector/core/sealing/sealed-days.ts'
import { startOfDaySeconds } from '../../../../collector/core/time/zone.ts'
import { openSealer } from '../../../../collector/sealing/sealer.ts'
import { ask } from '../../../../collector/storage/query/ask.ts'
import { openDailyLists } from '../../../../collector/storage/query/daily-lists.ts'
import { openDailySums } from '../../../../collector/storage/query/daily-sums.ts'
import { openGathering } from '../../../../collector/storage/query/gathering.ts'
import { askLists, type List, type ListRows } from '../../../../collector/storage/query/lists.ts'
import { queryEvents } from '../../../../collector/storage/query/query-events.ts'
import { openSealStore } from '../../../../collector/storage/sealing/seal-store.ts'
import {
  GOALS,
  randomDay,
  randomEvents,
  randomLists,
  randomQuestion,
  randomSums,
  SEGMENTS,
  seededRandom,
} from '../../../reference/random-world.ts'
import { referenceAnswer } from '../../../reference/reference-answer.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'
import { aSite } from '../../../support/events.ts'
import { insertEvents } from '../../../support/insert-events.ts'
import { askAsPlanned } from '../../../support/queries.ts'

/** More are searched by hand: `HANKI_TEST_WORLDS=2000`. */
const WORLDS = Number(process.env['HANKI_TEST_WORLDS'] ?? 120)
/** Of the kinds of questions that few dashboards ask. */
const FEWER_WORLDS = WORLDS / 4
const QUESTIONS_PER_WORLD = 2

/** Days with a change of clocks among them, zones of whole, half and quarter hours. */
const STAGES = [
  { timezone: 'Europe/Helsinki', start: '2026-03-28T00:00:00Z' },
  { timezone: 'Europe/Helsinki', start: '2026-10-24T00:00:00Z' },
  { timezone: 'Asia/Kolkata', start: '2026-03-09T00:00:00Z' },
  { timezone: 'America/Santiago', start: '2026-09-05T00:00:00Z' },
  { timezone: 'Australia/Lord_Howe', start: '2026-04-04T00:00:00Z' },
  { timezone: 'UTC', start: '2026-02-27T00:00:00Z' },
] as const

/** The reference does not write money out. */
function unwritten({ dimensions, metrics }: ResultRow): ResultRow {
  return {
    dimensions,
    metrics: metrics.map(value =>
      typeof value === 'object' && value !== null ? { ...value, short: '', long: '' } : value,
    ),
  }
}

/** The same days with so many events that their lists are not kept in memory. */
function asOfLargeSite(sealed: SealedDays): SealedDays {
  const generations = [...sealed.generations].map(
    ([day, ofDay]) => [day, ofDay.map(generation => ({ ...generation, events: 1_000_000 }))] as const,
  )
  return { ...sealed, generations: new Map(generations) }
}

describe('answers in random worlds, from raw events and from sealed days,', () => {
  let engine: TestEngine
  const worlds = Array.from({ length: WORLDS }, (_, seed) => {
    const stage = STAGES[seed % STAGES.length] ?? STAGES[0]
    const random = seededRandom(seed)
    const site = aSite({ id: (seed + 1) as SiteId, timezone: stage.timezone })
    return { seed, random, site, start: stage.start, events: randomEvents(random, site, stage.start) }
  })

  const sealedDays = new Map<SiteId, SealedDays>()

  beforeAll(async () => {
    engine = await openTestEngine()
    await insertEvents(
      engine.client,
      worlds.flatMap((world): AnalyticsEvent[] => world.events),
    )
    const store = openSealStore(engine.client, () => performance.now())
    const sealer = await openSealer({
      store,
      sites: () => worlds.map(({ site }) => site),
      nowSeconds: () => Date.parse('2026-12-01T12:00:00Z') / 1_000,
      isStoredUntil: () => true,
    })
    await sealer.sealDue()
    for (const { site } of worlds) sealedDays.set(site.id, await store.sealedDays(site.id))
  }, 120_000)
  afterAll(() => engine.close())

  test.each(worlds)('agree with the reference in world $seed', async ({ random, site, start, events }) => {
    for (let asked = 0; asked < QUESTIONS_PER_WORLD; ) {
      const body = { site_id: site.domain, ...randomQuestion(random, start) }
      const context = { goals: GOALS, segments: SEGMENTS }
      const parsed = parseQuery(body, site, Date.parse('2026-12-01T00:00:00Z') / 1_000, context)
      // Questions that mix scopes are refused; the next one is as random.
      if (!parsed.ok) continue
      asked++
      const expected = referenceAnswer(events, parsed.query)
      const known = sealedDays.get(site.id) ?? NOTHING_SEALED
      for (const sealed of [NOTHING_SEALED, known, asOfLargeSite(known)]) {
        const plan = planQuery(parsed.query, sealed)
        const { rows } = await askAsPlanned(engine.client, plan, sealed)
        const how = plan.parts.map(({ tally, source }) => `${tally} of ${source}`).join(', ')
        expect(rows.map(unwritten), `${JSON.stringify(body)}\nread: ${how}`).toEqual(expected)
      }
    }
  })

  test.each(worlds.slice(0, FEWER_WORLDS))(
    'add whole days up as the reference does in world $seed',
    async world => {
      const { random, site, start, events } = world
      for (let asked = 0; asked < QUESTIONS_PER_WORLD; asked++) {
        const body = { site_id: site.domain, ...randomSums(random, start) }
        const parsed = parseQuery(body, site, Date.parse('2026-12-01T00:00:00Z') / 1_000)
        if (!parsed.ok) throw new Error(parsed.errors.join())
        const sealed = sealedDays.get(site.id) ?? NOTHING_SEALED
        const all = [...sealed.generations.keys()]
        // Days that something changed since are read from events, and added to the others.
        const dirty = all.filter(() => random.below(3) === 0).sort()
        for (const known of [sealed, { ...sealed, dirty }]) {
          const plan = planQuery(parsed.query, known)
          expect(isOfWholeDays(plan)).toBe(plan.parts.some(({ source }) => source === 'daily_stats'))
          const { rows } = await askAsPlanned(engine.client, plan, known)
          expect(rows.map(unwritten), JSON.stringify(body)).toEqual(referenceAnswer(events, parsed.query))
        }
      }
    },
  )

  test.each(worlds.slice(0, FEWER_WORLDS))(
    'agree with the reference when lists are read together in world $seed',
    async world => {
      const { random, site, start, events } = world
      const queries = randomLists(random, start).flatMap(body => {
        const context = { goals: GOALS, segments: SEGMENTS }
        const parsed = parseQuery(
          { site_id: site.domain, ...body },
          site,
          Date.parse('2026-12-01T00:00:00Z') / 1_000,
          context,
        )
        return parsed.ok ? [parsed.query] : []
      })
      const known = sealedDays.get(site.id) ?? NOTHING_SEALED
      const dirty = [...known.generations.keys()].filter(() => random.below(3) === 0).sort()
      const partly = { ...known, dirty }
      for (const sealed of [NOTHING_SEALED, known, partly, asOfLargeSite(known), asOfLargeSite(partly)]) {
        const asked: string[] = []
        const askNow = (statement: Statement) => {
          asked.push(statement.sql)
          return ask(engine.client, statement, 'first')
        }
        const lists = openGathering<List, ListRows>({
          quietMs: 1,
          mostMs: 1_000,
          answerAll: gathered => askLists(gathered, askNow),
        })
        const tools = {
          ask: askNow,
          askList: (list: List) => lists.ask(list.kind, list, new AbortController().signal),
          dailySums: openDailySums(engine.client),
          dailyLists: openDailyLists(engine.client),
        }
        const answers = await Promise.all(
          queries.map(query => queryEvents(planQuery(query, sealed), sealed, tools)),
        )
        for (const [place, { rows, totalRows }] of answers.entries()) {
          const query = queries[place] as Query
          const all = { ...query, pagination: { limit: 10_000, offset: 0 } }
          const why = `${query.dimensions} of\n${asked.join('\n')}`
          expect(rows.map(unwritten), why).toEqual(referenceAnswer(events, query))
          expect(totalRows, why).toBe(referenceAnswer(events, all).length)
        }
      }
    },
  )

  test.each(worlds.slice(0, FEWER_WORLDS))(
    'tell a live day and its hours together in world $seed',
    async world => {
      const { random, site, start, events } = world
      for (let asked = 0; asked < QUESTIONS_PER_WORLD; ) {
        const body = { site_id: site.domain, ...randomDay(random, start) }
        const context = { goals: GOALS, segments: [] }
        const parsed = parseQuery(body, site, Date.parse('2026-12-01T00:00:00Z') / 1_000, context)
        if (!parsed.ok) continue
        asked++
        const { period, timezone } = parsed.query
        // A day that is compared with an unfinished one ends where that one stands.
        const untilSecond = startOfDaySeconds(period.firstDay, timezone) + random.below(90_000)
        for (const query of [parsed.query, { ...parsed.query, period: { ...period, untilSecond } }]) {
          const plan = planQuery(query, NOTHING_SEALED)
          expect(liveDayPlan(plan, NOTHING_SEALED)).toBeDefined()
          const { rows } = await askAsPlanned(engine.client, plan, NOTHING_SEALED)
          expect(rows.map(unwritten), JSON.stringify(body)).toEqual(referenceAnswer(events, query))
        }
      }
    },
  )
})
