import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import { expiredBefore } from '../../../../collector/core/planning/expired-days.ts'
import { planQuery } from '../../../../collector/core/planning/plan-query.ts'
import { NOTHING_SEALED, type SealedDays } from '../../../../collector/core/sealing/sealed-days.ts'
import { queryOf } from '../../../support/queries.ts'

const NOW = '2026-04-15T12:00:00Z'

/** A site that had events on one day. */
function sealedOn(day: string, events = 10): SealedDays {
  const generations = new Map([[day as Day, [{ id: '1', isValid: true, events }]]])
  return { through: '2026-04-14' as Day, dirty: [], generations }
}

describe('expiredBefore', () => {
  const TWO_YEARS = ['2024-04-16', '2026-04-15']
  const FILTERED = { filters: [['is', 'visit:country', ['FI', 'SE']]], dimensions: ['visit:source'] }

  test.each([
    { why: 'a day that is too old by one', sealed: sealedOn('2025-03-14'), body: FILTERED, found: true },
    { why: 'the oldest that is kept', sealed: sealedOn('2025-03-15'), body: FILTERED, found: false },
    { why: 'figures, which stay', sealed: sealedOn('2025-03-14'), body: {}, found: false },
    { why: 'an old day without events', sealed: sealedOn('2025-03-14', 0), body: FILTERED, found: false },
    {
      why: 'a period without the old day',
      sealed: sealedOn('2025-03-14'),
      body: { ...FILTERED, date_range: '28d' },
      found: false,
    },
    { why: 'a site that is new', sealed: NOTHING_SEALED, body: FILTERED, found: false },
  ])('$why', ({ sealed, body, found }) => {
    const query = queryOf({ metrics: ['visits'], date_range: TWO_YEARS, ...body }, undefined, NOW)
    const before = expiredBefore(planQuery(query, sealed), sealed, Date.parse(NOW) / 1_000)
    expect(before).toBe(found ? '2025-03-15' : undefined)
  })
})
