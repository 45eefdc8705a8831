import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import { parseDateRange, toDateRange } from '../../../../collector/core/query/date-range.ts'

/** One o'clock at night on Tuesday 10 March in Helsinki, when it is still Monday in UTC. */
const CLOCK = {
  timezone: 'Europe/Helsinki',
  nowSeconds: Date.parse('2026-03-09T23:00:00Z') / 1_000,
  statsStart: '2025-05-05' as Day,
}
const seconds = (iso: string) => Date.parse(iso) / 1_000

describe('parseDateRange', () => {
  test.each([
    { value: 'day', first: '2026-03-10', last: '2026-03-10', why: 'today of the site' },
    { value: '1d', first: '2026-03-09', last: '2026-03-09', why: 'closed periods end yesterday' },
    { value: '7d', first: '2026-03-03', last: '2026-03-09', why: 'seven days that end yesterday' },
    { value: '30d', first: '2026-02-08', last: '2026-03-09', why: 'over a month' },
    { value: '91d', first: '2025-12-09', last: '2026-03-09', why: 'over a year' },
    { value: '6mo', first: '2025-09-01', last: '2026-02-28', why: 'whole months that end with the last' },
    { value: '12mo', first: '2025-03-01', last: '2026-02-28', why: 'a year of months' },
    { value: 'month', first: '2026-03-01', last: '2026-03-10', why: 'this month so far' },
    { value: 'year', first: '2026-01-01', last: '2026-03-10', why: 'this year so far' },
    { value: 'all', first: '2025-05-05', last: '2026-03-10', why: 'from the first statistics to today' },
    { value: ['2026-01-01', '2026-01-31'], first: '2026-01-01', last: '2026-01-31', why: 'two dates' },
  ])('reads $value as $first to $last: $why', ({ value, first, last }) => {
    expect(parseDateRange(value, CLOCK)).toMatchObject({
      ok: true,
      range: { period: { firstDay: first, lastDay: last } },
    })
  })

  test.each([
    {
      value: '24h',
      from: '2026-03-08T23:00:01Z',
      until: '2026-03-09T23:00:01Z',
      days: ['2026-03-09', '2026-03-10'],
      why: 'the last 86,400 seconds, the present one included',
    },
    {
      value: ['2026-01-01T12:00:00', '2026-01-01T13:59:59'],
      from: '2026-01-01T10:00:00Z',
      until: '2026-01-01T12:00:00Z',
      days: ['2026-01-01', '2026-01-01'],
      why: 'without an offset it is site time',
    },
    {
      value: ['2026-01-01T23:00:00Z', '2026-01-02T01:00+02:00'],
      from: '2026-01-01T23:00:00Z',
      until: '2026-01-01T23:00:01Z',
      days: ['2026-01-02', '2026-01-02'],
      why: 'offsets hold, the last second is included',
    },
  ])('reads $value to the second: $why', ({ value, from, until, days }) => {
    expect(parseDateRange(value, CLOCK)).toEqual({
      ok: true,
      range: {
        period: {
          firstDay: days[0],
          lastDay: days[1],
          fromSecond: seconds(from),
          untilSecond: seconds(until),
        },
      },
    })
  })

  test.each([
    { value: undefined, why: 'missing' },
    { value: 7, why: 'a number' },
    { value: '0d', why: 'no days' },
    { value: '99999d', why: 'absurd' },
    { value: 'yesterday', why: 'unknown name' },
    { value: ['2026-01-31', '2026-01-01'], why: 'backwards' },
    { value: ['2026-02-30', '2026-03-01'], why: 'no such day' },
    { value: ['2026-01-01', '2026-01-01T10:00:00'], why: 'a date and a date-time' },
    { value: ['2026-01-01T25:00:00', '2026-01-02T10:00:00'], why: 'no such hour' },
    { value: ['2026-01-01T10:00:00+99:00', '2026-01-02T10:00:00'], why: 'no such offset' },
    { value: ['2026-01-01'], why: 'one date' },
    { value: ['2026-01-01', 5], why: 'not a text' },
  ])('refuses $value: $why', ({ value }) => {
    expect(parseDateRange(value, CLOCK)).toMatchObject({ ok: false, error: expect.any(String) })
  })

  test.each(['day', '24h', '7d', '12mo', 'month', 'year', 'all'])(
    'says %s so that it reads the same again',
    name => {
      const first = parseDateRange(name, CLOCK)
      if (!first.ok) throw new Error(first.error)
      const again = parseDateRange(toDateRange(first.range.period, CLOCK.timezone), CLOCK)
      expect(again).toMatchObject({ ok: true, range: { period: first.range.period } })
    },
  )
})
