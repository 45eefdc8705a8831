import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import { planQuery } from '../../../../collector/core/planning/plan-query.ts'
import { weightOf } from '../../../../collector/core/planning/weight.ts'
import { NOTHING_SEALED, type SealedDays } from '../../../../collector/core/sealing/sealed-days.ts'
import { addDays } from '../../../../collector/core/time/zone.ts'
import { queryOf } from '../../../support/queries.ts'

/** A year until 14 April, so many events a day. */
function sealedYear(events: number): SealedDays {
  const days = Array.from({ length: 365 }, (_, index) => addDays('2026-04-14' as Day, -index))
  return {
    through: '2026-04-14' as Day,
    dirty: [],
    generations: new Map(days.map((day, index) => [day, [{ id: String(index), isValid: true, events }]])),
  }
}

const YEAR = ['2025-04-16', '2026-04-15']
const FILTERED = { filters: [['is', 'visit:country', ['FI', 'SE']]] }

describe('weightOf', () => {
  test.each([
    {
      why: 'sealed figures of a year of a large site',
      body: { date_range: YEAR },
      sealed: sealedYear(200_000),
      weight: 'light',
    },
    {
      why: 'its visits of a year',
      body: { date_range: YEAR, ...FILTERED },
      sealed: sealedYear(200_000),
      weight: 'heavy',
    },
    {
      why: 'its visits of yesterday',
      body: { date_range: '1d', ...FILTERED },
      sealed: sealedYear(200_000),
      weight: 'light',
    },
    {
      why: 'a year of a small site, whatever is asked',
      body: { date_range: YEAR, ...FILTERED },
      sealed: sealedYear(30),
      weight: 'light',
    },
    {
      why: 'today, of which nothing is known yet',
      body: { date_range: 'day' },
      sealed: NOTHING_SEALED,
      weight: 'light',
    },
    {
      why: 'a month of which nothing is known',
      body: { date_range: '30d' },
      sealed: NOTHING_SEALED,
      weight: 'heavy',
    },
  ])('$why: $weight', ({ body, sealed, weight }) => {
    expect(weightOf(planQuery(queryOf({ metrics: ['visitors'], ...body }), sealed), sealed)).toBe(weight)
  })
})
