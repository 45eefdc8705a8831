import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Site } from '../../../../collector/core/ports.ts'
import { NOTHING_SEALED, type SealedDays } from '../../../../collector/core/sealing/sealed-days.ts'
import { openSealer } from '../../../../collector/sealing/sealer.ts'
import { ask } from '../../../../collector/storage/query/ask.ts'
import { queryLargeRows } from '../../../../collector/storage/query/large-rows.ts'
import { openSealStore } from '../../../../collector/storage/sealing/seal-store.ts'
import { GOALS, seededRandom } from '../../../reference/random-world.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'
import { anEvent, aSite } from '../../../support/events.ts'
import { insertEvents } from '../../../support/insert-events.ts'
import { queryOf } from '../../../support/queries.ts'
import { aVisit } from '../../../support/visits.ts'

const LEAST = 4
const DAYS = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13']
const COUNTRIES = ['FI', 'FI', 'FI', 'FI', 'SE', 'SE', 'SE', 'EE', 'EE', 'LI']
const PAGES = ['/', '/', '/', '/a', '/a', '/b', '/c', '/d']
const site: Site = aSite({ goals: GOALS })

/** Visits of five days, some of them of few visitors. */
function world() {
  const { below, pick } = seededRandom(7)
  return DAYS.flatMap((day, index) =>
    Array.from({ length: index === 3 ? 3 : 14 + below(20) }, (_, visitor) => {
      const country = pick(COUNTRIES)
      const pages = Array.from({ length: 1 + below(3) }, (_, step) => `10:0${step} ${pick(PAGES)}`)
      const steps = below(4) === 0 ? [...pages, '10:08 Signup'] : pages
      return aVisit({ site, day, visitor, steps, facts: { place: { ...anEvent().place, country } } })
    }).flat(),
  )
}

const METRICS = ['visitors', 'visits', 'percentage']

describe('rows of enough visitors', () => {
  let engine: TestEngine
  let sealed: SealedDays
  beforeAll(async () => {
    engine = await openTestEngine()
    await insertEvents(engine.client, world())
    const store = openSealStore(engine.client, () => performance.now())
    const sealer = await openSealer({
      store,
      sites: () => [site],
      nowSeconds: () => Date.parse('2026-03-12T12:00:00Z') / 1_000,
      isStoredUntil: () => true,
    })
    await sealer.sealDue()
    sealed = await store.sealedDays(site.id)
  })
  afterAll(() => engine.close())

  async function rows(
    from: string,
    to: string,
    dimensions: readonly string[] = [],
    known = sealed,
  ): Promise<ReadonlyMap<string, readonly unknown[]>> {
    const asked = queryOf({ metrics: METRICS, date_range: [from, to], dimensions }, site)
    const answer = await queryLargeRows({
      query: { ...asked, goals: dimensions.includes('event:goal') ? GOALS : [] },
      leastVisitors: LEAST,
      sealed: known,
      ask: statement => ask(engine.client, statement, 'first'),
    })
    return new Map(answer.rows.map(row => [row.dimensions[0] ?? '', row.metrics]))
  }

  const visitorsOf = (row: readonly unknown[] | undefined): number => Number(row?.[0] ?? 0)
  const [first = '', ...others] = DAYS
  const last = others.at(-1) ?? ''

  test.each(['visit:country', 'event:page', 'visit:entry_page', 'visit:exit_page', 'event:goal'])(
    'are added up of days that have enough each, by %s, so that no two periods differ by less',
    async dimension => {
      const whole = await rows(first, last, [dimension])
      expect(whole.size).toBeGreaterThan(0)
      const sums = new Map<string, number>()
      for (const day of DAYS) {
        for (const [value, row] of await rows(day, day, [dimension])) {
          expect(visitorsOf(row)).toBeGreaterThanOrEqual(LEAST)
          sums.set(value, (sums.get(value) ?? 0) + visitorsOf(row))
        }
      }
      expect(new Map([...whole].map(([value, row]) => [value, visitorsOf(row)]))).toEqual(sums)
    },
  )

  test('leave enough visitors over on each day for nobody to be found by subtraction', async () => {
    const hidden: number[] = []
    for (const day of DAYS) {
      const all = visitorsOf((await rows(day, day)).get(''))
      const shown = [...(await rows(day, day, ['visit:country'])).values()].map(visitorsOf)
      hidden.push(all - shown.reduce((sum, one) => sum + one, 0))
    }
    expect(hidden.filter(rest => rest > 0 && rest < LEAST)).toEqual([])
    // The world has such remainders.
    expect(hidden.some(rest => rest >= LEAST)).toBe(true)
  })

  test('leave out a day of fewer visitors from every sum', async () => {
    const [few = ''] = DAYS.slice(3)
    expect((await rows(few, few)).get('')).toEqual([0, 0, null])
    expect([...(await rows(first, last, ['time:day'])).keys()]).toEqual(DAYS.filter(day => day !== few))
    const before = visitorsOf((await rows(first, DAYS[2] ?? '')).get(''))
    expect(visitorsOf((await rows(first, few)).get(''))).toBe(before)
  })

  test.each(['visit:country', 'event:page', 'event:goal', 'time:week'])(
    'are the same from events as from what is sealed, by %s',
    async dimension => {
      expect(sealed.generations.size).toBeGreaterThan(0)
      expect(await rows(first, last, [dimension])).toEqual(
        await rows(first, last, [dimension], NOTHING_SEALED),
      )
    },
  )

  test('take shares of the visitors that are told of', async () => {
    const all = visitorsOf((await rows(first, last)).get(''))
    const [row] = (await rows(first, last, ['visit:country'])).values()
    expect(row?.[2]).toBeCloseTo((100 * visitorsOf(row)) / all, 1)
  })
})
