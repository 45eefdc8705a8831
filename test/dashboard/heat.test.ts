import { describe, expect, test } from 'vitest'
import type { QueryResultBody } from '../../collector/http/contract.ts'
import { toHeat } from '../../dashboard/src/lib/heat.ts'

/** From Monday 16 to Sunday 29 November: two of every weekday. */
const DAYS = { from: '2026-11-16', to: '2026-11-29' }
const LATER = '2026-12-24 12:00:00'

function answer(...rows: readonly [hour: string, visitors: number, pageviews: number][]): QueryResultBody {
  return {
    results: rows.map(([hour, ...metrics]) => ({ dimensions: [hour], metrics })),
    meta: { exact: true, read: [] },
    query: {},
  }
}

describe('toHeat', () => {
  test('gives the mean of each hour over its days, Monday first', () => {
    const data = answer(
      ['2026-11-16 09:00:00', 4, 9],
      ['2026-11-23 09:00:00', 2, 3],
      ['2026-11-29 23:00:00', 1, 1],
    )
    const { days } = toHeat(data, 'visitors', DAYS, LATER)
    expect(days[0]?.[9]?.mean).toBe(3)
    expect(days[6]?.[23]?.mean).toBe(0.5)
    expect(days[3]?.[12]?.mean).toBe(0)
    expect(toHeat(data, 'pageviews', DAYS, LATER).days[0]?.[9]?.mean).toBe(6)
  })

  test('names the busiest hour and its share of the week', () => {
    const data = answer(['2026-11-16 09:00:00', 6, 6], ['2026-11-17 10:00:00', 2, 2])
    expect(toHeat(data, 'visitors', DAYS, LATER).busiest).toEqual({ weekday: 0, hour: 9, share: 0.75 })
    expect(toHeat(data, 'visitors', DAYS, LATER).days[1]?.[10]?.strength).toBeCloseTo(1 / 3)
  })

  test('does not count hours that have not begun', () => {
    const data = answer(['2026-11-16 09:00:00', 4, 4], ['2026-11-23 09:00:00', 2, 2])
    const { days } = toHeat(data, 'visitors', DAYS, '2026-11-23 08:59:59')
    expect(days[0]?.[9]?.mean).toBe(6)
    expect(
      toHeat(data, 'visitors', { from: '2026-11-23', to: '2026-11-29' }, '2026-11-23 09:00:00').days[2]?.[9],
    ).toEqual({ mean: undefined, strength: 0 })
  })

  test('does not count days before the first event: the site may be younger than the period', () => {
    const { days } = toHeat(answer(['2026-11-23 09:00:00', 2, 2]), 'visitors', DAYS, LATER)
    expect(days[0]?.[9]?.mean).toBe(2)
  })

  test('has no busiest hour when nobody came', () => {
    const { days, busiest } = toHeat(answer(), 'visitors', DAYS, LATER)
    expect(busiest).toBeUndefined()
    expect(days.flat()).toHaveLength(7 * 24)
    expect(days.flat().every(({ strength }) => strength === 0)).toBe(true)
  })
})
