import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import { type Comparison, comparedPeriod } from '../../../../collector/core/query/compare.ts'
import { parseDateRange } from '../../../../collector/core/query/date-range.ts'

/** Tuesday 31 March 2026, 15:00 in Helsinki (summer time since the 29th). */
const CLOCK = {
  timezone: 'Europe/Helsinki',
  nowSeconds: Date.parse('2026-03-31T12:00:00Z') / 1_000,
  statsStart: '2025-05-05' as Day,
}
type Range = string | readonly [string, string]

function compared(range: Range, comparison: Comparison | [string, string]) {
  const asked = parseDateRange(range, CLOCK)
  const other = typeof comparison === 'string' ? undefined : parseDateRange(comparison, CLOCK)
  if (!asked.ok || other?.ok === false) throw new Error('The test asks for no range')
  return comparedPeriod(
    asked.range,
    typeof comparison === 'string' ? comparison : (other?.range.period ?? asked.range.period),
    CLOCK,
  )
}

describe('comparedPeriod', () => {
  test.each<{ range: Range; to: Comparison | [string, string]; first: string; last: string; why: string }>([
    { range: '7d', to: 'previous_period', first: '2026-03-17', last: '2026-03-23', why: 'the week before' },
    {
      range: '12mo',
      to: 'previous_period',
      first: '2024-03-01',
      last: '2025-02-28',
      why: 'months before months',
    },
    {
      range: ['2026-02-01', '2026-02-28'],
      to: 'previous_period',
      first: '2026-01-01',
      last: '2026-01-31',
      why: 'a whole month before a whole month, though longer',
    },
    {
      range: ['2026-03-02', '2026-03-04'],
      to: 'previous_period',
      first: '2026-02-27',
      last: '2026-03-01',
      why: 'days',
    },
    {
      range: ['2025-02-01', '2025-02-28'],
      to: 'year_over_year',
      first: '2024-02-01',
      last: '2024-02-29',
      why: 'February of a leap year has one more',
    },
    {
      range: '7d',
      to: ['2026-01-01', '2026-01-07'],
      first: '2026-01-01',
      last: '2026-01-07',
      why: 'a range as it is',
    },
    {
      range: ['1970-01-10', '1970-01-20'],
      to: 'year_over_year',
      first: '1970-01-02',
      last: '1970-01-02',
      why: 'before time',
    },
  ])('pairs $range with $first to $last: $why', ({ range, to, first, last }) => {
    expect(compared(range, to)).toMatchObject({ firstDay: first, lastDay: last })
  })

  test.each<{ range: Range; to: Comparison | [string, string]; first: string; until: string; why: string }>([
    {
      range: 'day',
      to: 'previous_period',
      first: '2026-03-30',
      until: '2026-03-30T12:00:01Z',
      why: 'yesterday up to the same time',
    },
    {
      range: ['2026-03-25', '2026-03-31'],
      to: 'previous_period',
      first: '2026-03-18',
      until: '2026-03-24T13:00:01Z',
      why: 'three in the afternoon, though the clock has changed since',
    },
    {
      range: 'month',
      to: 'previous_period',
      first: '2026-02-01',
      until: '2026-02-28T13:00:01Z',
      why: 'February has no 31st: its last day',
    },
    {
      range: ['2026-03-30', '2026-04-05'],
      to: 'previous_period',
      first: '2026-03-23',
      until: '2026-03-24T13:00:01Z',
      why: 'a period that reaches into the future has elapsed up to now',
    },
    {
      range: 'year',
      to: 'year_over_year',
      first: '2025-01-01',
      until: '2025-03-31T12:00:01Z',
      why: 'the same part of last year',
    },
    {
      range: 'day',
      to: ['2026-03-01', '2026-03-02'],
      first: '2026-03-01',
      until: '2026-03-01T13:00:01Z',
      why: 'a given range is cut as well',
    },
  ])('cuts what $range is compared with at $until: $why', ({ range, to, first, until }) => {
    expect(compared(range, to)).toMatchObject({ firstDay: first, untilSecond: Date.parse(until) / 1_000 })
  })

  test('moves hours by their own length', () => {
    expect(compared('24h', 'previous_period')).toEqual({
      firstDay: '2026-03-29',
      lastDay: '2026-03-30',
      fromSecond: Date.parse('2026-03-29T12:00:01Z') / 1_000,
      untilSecond: Date.parse('2026-03-30T12:00:01Z') / 1_000,
    })
  })
})
