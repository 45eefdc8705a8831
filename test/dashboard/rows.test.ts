import { describe, expect, test } from 'vitest'
import type { MetricBody, QueryResultBody } from '../../collector/http/contract.ts'
import { describeFilter } from '../../dashboard/src/lib/names.ts'
import { countRows, toRowExclusion, toRowFilters, toRows } from '../../dashboard/src/lib/rows.ts'
import { toFilterBody } from '../../dashboard/src/lib/view-url.ts'

function answer(
  ...rows: readonly (readonly [values: string[], ...metrics: MetricBody[]])[]
): QueryResultBody {
  return {
    results: rows.map(([dimensions, ...metrics]) => ({ dimensions, metrics })),
    meta: { exact: true, read: [], total_rows: 12 },
    query: {},
  }
}

describe('toRows', () => {
  test('names a version after what it is of, and a city with its country', () => {
    expect(
      toRows(answer([['Chrome', '153'], 4]), ['visit:browser', 'visit:browser_version'])[0],
    ).toMatchObject({
      name: 'Chrome 153',
      context: '',
    })
    expect(toRows(answer([['FI', 'Tampere'], 4]), ['visit:country', 'visit:city_name'])[0]).toMatchObject({
      name: 'Tampere',
      context: 'Finland',
    })
  })

  test.each([
    { dimensions: ['visit:utm_medium'], value: ['(not set)'], why: 'visits without a campaign' },
    { dimensions: ['event:name'], value: ['pageview'], why: 'page views among events' },
    { dimensions: ['event:props:size'], value: ['(none)'], why: 'events without the property' },
    { dimensions: ['visit:country', 'visit:city_name'], value: ['FI', '(not set)'], why: 'unknown cities' },
  ] as const)('leaves out $why', ({ dimensions, value }) => {
    const data = answer([[...value], 9], [value.map(() => 'x'), 2])
    expect(toRows(data, dimensions)).toMatchObject([{ visitors: 2, part: 1 }])
    expect(countRows(data, dimensions)).toBe(11)
  })

  test('takes the share of a goal from its conversion rate', () => {
    expect(toRows(answer([['Purchase'], 4, 12.5]), ['event:goal'])[0]?.share).toBe(0.125)
    expect(toRows(answer([['Google'], 4]), ['visit:source'])[0]?.share).toBeUndefined()
  })
})

describe('toRowFilters', () => {
  test('keep a row of two dimensions by both', () => {
    expect(toRowFilters(['visit:browser', 'visit:browser_version'], ['Chrome', '153'])).toEqual([
      { operator: 'is', dimension: 'visit:browser', values: ['Chrome'] },
      { operator: 'is', dimension: 'visit:browser_version', values: ['153'] },
    ])
  })
})

describe('toRowExclusion', () => {
  test('leaves out a pair and not each of its values', () => {
    const exclusion = toRowExclusion(['visit:browser', 'visit:browser_version'], ['Chrome', '153'])
    expect(toFilterBody(exclusion)).toEqual([
      'not',
      [
        'and',
        [
          ['is', 'visit:browser', ['Chrome']],
          ['is', 'visit:browser_version', ['153']],
        ],
      ],
    ])
    expect(describeFilter(exclusion)).toEqual({ lead: 'Without', values: 'Chrome 153' })
  })

  test('leaves out a single value by one condition', () => {
    expect(toFilterBody(toRowExclusion(['visit:os'], ['Linux']))).toEqual(['is_not', 'visit:os', ['Linux']])
  })
})
