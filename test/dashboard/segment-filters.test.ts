import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FILTER_OPERATORS } from '../../collector/core/query/condition.ts'
import { newFaults } from '../../collector/core/query/faults.ts'
import { parseFilters } from '../../collector/core/query/parse-filters.ts'
import { toAskedFilter } from '../../dashboard/src/lib/filter-bodies.ts'
import { describeSegment, dimensionsIn, toViewFilters } from '../../dashboard/src/lib/segment-filters.ts'
import type { ViewFilter } from '../../dashboard/src/lib/view-url.ts'

const dimension = fc.constantFrom(
  'event:page' as const,
  'visit:country' as const,
  'event:props:size' as const,
)
const value = fc.string({ unit: 'grapheme', minLength: 1 })
const anyFilters: fc.Arbitrary<ViewFilter[]> = fc.array(
  fc.oneof(
    fc.record({
      operator: fc.constantFrom(...FILTER_OPERATORS),
      dimension,
      values: fc.array(value, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      without: fc.record({ dimensions: fc.tuple(dimension, dimension), values: fc.tuple(value, value) }),
    }),
  ),
  { maxLength: 4 },
)

describe('toViewFilters', () => {
  test('gives back every chip that was saved', () => {
    fc.assert(
      fc.property(anyFilters, filters => {
        expect(toViewFilters(filters.map(toAskedFilter))).toEqual(filters)
      }),
    )
  })

  test.each([
    { filter: ['or', [['is', 'event:page', ['/']]]], why: 'alternatives' },
    { filter: ['not', ['is', 'event:page', ['/']]], why: 'a condition that must not hold' },
    { filter: ['has_done', ['is', 'event:page', ['/']]], why: 'what the visit has done' },
    { filter: ['contains', 'event:page', ['Blog']], why: 'a text whose case matters' },
    {
      filter: ['is', 'event:page', ['/a'], { case_sensitive: false }],
      why: 'a value whose case does not matter',
    },
    { filter: ['resembles', 'event:page', ['/']], why: 'an operator of a newer collector' },
  ])('gives no chips for $why, not those beside it either', ({ filter }) => {
    expect(toViewFilters([['is', 'visit:country', ['FI']], filter])).toBeUndefined()
  })
})

describe('describeSegment', () => {
  test.each([
    { filter: ['is', 'visit:country', ['FI', 'SE']], words: 'Country is Finland or Sweden' },
    { filter: ['contains', 'event:page', ['x'], { case_sensitive: false }], words: 'Page contains x' },
    { filter: ['contains', 'event:page', ['x']], words: 'Page contains x (in this very case)' },
    {
      filter: [
        'or',
        [
          ['is', 'event:page', ['/a']],
          ['not', ['is', 'event:page', ['/b']]],
        ],
      ],
      words: 'any of (Page is /a; not (Page is /b))',
    },
    {
      filter: ['has_done', ['is', 'event:name', ['Buy']]],
      words: 'the visit has something of which: Event is Buy',
    },
    { filter: ['resembles', 'event:page', ['/']], words: '["resembles","event:page",["/"]]' },
  ])('says $words', ({ filter, words }) => {
    expect(describeSegment([filter])).toEqual([words])
  })

  test('never throws, nor do its neighbours, whatever a segment holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), filters => {
        describeSegment(filters)
        toViewFilters(filters)
        dimensionsIn(filters)
      }),
    )
  })
})

describe('dimensionsIn', () => {
  test('looks into alternatives, and not into what a visit has done', () => {
    expect(
      dimensionsIn([
        [
          'or',
          [
            ['is', 'event:page', ['/a']],
            ['not', ['is', 'visit:country', ['FI']]],
          ],
        ],
        ['has_done', ['is', 'event:name', ['Buy']]],
      ]),
    ).toEqual(['event:page', 'visit:country'])
  })
})

test('chips of every operator are filters that the collector takes', () => {
  const filters = FILTER_OPERATORS.map(operator =>
    toAskedFilter({ operator, dimension: 'event:page', values: ['/blog'] }),
  )
  const faults = newFaults()
  parseFilters(
    [...filters, ['is', 'segment', [1]]],
    { goals: [], segments: [{ id: 1, name: 'x', filters }] },
    faults,
  )
  expect(faults.messages).toEqual([])
})
