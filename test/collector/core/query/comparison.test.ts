import { describe, expect, test } from 'vitest'
import { joinComparison } from '../../../../collector/core/query/comparison.ts'
import { queryOf } from '../../../support/queries.ts'

const BODY = { date_range: ['2026-03-09', '2026-03-10'] }

describe('joinComparison', () => {
  test('gives the change in percent, in points for bounce_rate, and none of nothing', () => {
    const query = queryOf({ ...BODY, metrics: ['visitors', 'bounce_rate', 'visit_duration', 'visits'] })
    const joined = joinComparison({
      query,
      rows: [{ dimensions: [], metrics: [3, 40, null, 5] }],
      compared: [{ dimensions: [], metrics: [2, 50, 10, 0] }],
      labels: [],
      comparedLabels: [],
    })
    expect(joined).toEqual([
      {
        dimensions: [],
        metrics: [3, 40, null, 5],
        comparison: { dimensions: [], metrics: [2, 50, 10, 0], change: [50, -10, null, null] },
      },
    ])
  })

  test('compares a row without counterpart with no events', () => {
    const query = queryOf({ ...BODY, metrics: ['visitors', 'bounce_rate'], dimensions: ['visit:source'] })
    const [row] = joinComparison({
      query,
      rows: [{ dimensions: ['Bing'], metrics: [3, 40] }],
      compared: [],
      labels: [],
      comparedLabels: [],
    })
    expect(row?.comparison).toEqual({ dimensions: ['Bing'], metrics: [0, null], change: [null, null] })
  })

  test('pairs buckets by position and shows those that only the compared period fills', () => {
    const query = queryOf({ ...BODY, metrics: ['visitors'], dimensions: ['time:day'] })
    const joined = joinComparison({
      query,
      rows: [{ dimensions: ['2026-03-10'], metrics: [4] }],
      compared: [
        { dimensions: ['2026-03-07'], metrics: [1] },
        { dimensions: ['2026-03-08'], metrics: [2] },
      ],
      labels: ['2026-03-09', '2026-03-10', '2026-03-11'],
      comparedLabels: ['2026-03-07', '2026-03-08'],
    })
    expect(joined).toEqual([
      {
        dimensions: ['2026-03-09'],
        metrics: [0],
        comparison: { dimensions: ['2026-03-07'], metrics: [1], change: [-100] },
      },
      {
        dimensions: ['2026-03-10'],
        metrics: [4],
        comparison: { dimensions: ['2026-03-08'], metrics: [2], change: [100] },
      },
    ])
  })

  test('leaves a bucket alone that the shorter period has no counterpart for', () => {
    const query = queryOf({ ...BODY, metrics: ['visitors'], dimensions: ['time:day'] })
    const [row] = joinComparison({
      query,
      rows: [{ dimensions: ['2026-03-10'], metrics: [4] }],
      compared: [],
      labels: ['2026-03-09', '2026-03-10'],
      comparedLabels: ['2026-03-08'],
    })
    expect(row).toEqual({ dimensions: ['2026-03-10'], metrics: [4] })
  })
})
