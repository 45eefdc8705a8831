import { describe, expect, test } from 'vitest'
import { toFunnelBars, toJourneyRows } from '../../dashboard/src/lib/path-rows.ts'

describe('toFunnelBars', () => {
  test('tells how long each bar is, and how many left before it', () => {
    const bars = toFunnelBars({
      results: [
        { name: '/', reached: 8, step_rate: null, conversion_rate: 100 },
        { name: '/prices', reached: 6, step_rate: 75, conversion_rate: 75 },
        { name: 'Order', reached: 2, step_rate: 33.33, conversion_rate: 25 },
      ],
    })
    expect(bars.map(({ part, lost }) => [part, lost])).toEqual([
      [1, 0],
      [0.75, 2],
      [0.25, 4],
    ])
    expect(bars[2]).toMatchObject({ name: 'Order', ofFirst: 25, ofBefore: 33.33 })
  })

  test('draws nothing where nobody came', () => {
    const results = [
      { name: '/', reached: 0, step_rate: null, conversion_rate: null },
      { name: '/a', reached: 0, step_rate: null, conversion_rate: null },
    ]
    expect(toFunnelBars({ results }).map(({ part, lost }) => [part, lost])).toEqual([
      [0, 0],
      [0, 0],
    ])
  })
})

describe('toJourneyRows', () => {
  test('reckons shares of all visits, those that are not shown included', () => {
    const found = toJourneyRows({
      results: [
        { steps: [{ page: '/a' }], visits: 10 },
        { steps: [], visits: 5 },
        { steps: [{ event: 'a' }], visits: 5 },
      ],
      others: { visits: 5, ways: 3 },
    })
    expect(found.visits).toBe(25)
    expect(found.withheld).toBe(5)
    expect(found.rows.map(({ step, part, share }) => [step, part, share])).toEqual([
      [{ kind: 'page', value: '/a' }, 1, 0.4],
      [undefined, 0.5, 0.2],
      [{ kind: 'event', value: 'a' }, 0.5, 0.2],
    ])
    expect(new Set(found.rows.map(({ key }) => key)).size).toBe(3)
  })

  test('has no rows where every way is rare', () => {
    expect(toJourneyRows({ results: [], others: { visits: 3, ways: 3 } })).toEqual({
      rows: [],
      visits: 3,
      withheld: 3,
    })
  })
})
