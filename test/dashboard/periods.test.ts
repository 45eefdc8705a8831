import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  countDays,
  includesToday,
  isDay,
  localDay,
  localTime,
  periodDays,
  stepPeriod,
} from '../../dashboard/src/lib/periods.ts'

const anyDay = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

describe('periodDays', () => {
  test.each([
    { period: 'today', today: '2026-11-23', from: '2026-11-23', to: '2026-11-23', why: 'one day' },
    { period: 'yesterday', today: '2026-03-01', from: '2026-02-28', to: '2026-02-28', why: 'over a month' },
    { period: '7d', today: '2026-11-23', from: '2026-11-17', to: '2026-11-23', why: 'today is the seventh' },
    { period: '30d', today: '2026-11-23', from: '2026-10-25', to: '2026-11-23', why: 'over a clock change' },
    { period: '91d', today: '2026-05-01', from: '2026-01-31', to: '2026-05-01', why: 'thirteen weeks' },
    { period: 'month', today: '2026-11-23', from: '2026-11-01', to: '2026-11-23', why: 'until today' },
    { period: 'last_month', today: '2026-01-15', from: '2025-12-01', to: '2025-12-31', why: 'over a year' },
    { period: 'last_month', today: '2028-03-31', from: '2028-02-01', to: '2028-02-29', why: 'leap year' },
    { period: 'year', today: '2026-11-23', from: '2026-01-01', to: '2026-11-23', why: 'until today' },
    { period: '12mo', today: '2026-11-23', from: '2025-11-24', to: '2026-11-23', why: 'one whole year' },
    { period: '12mo', today: '2028-02-29', from: '2027-03-01', to: '2028-02-29', why: 'no 29 February then' },
  ] as const)('gives $from to $to for $period on $today: $why', ({ period, today, from, to }) => {
    expect(periodDays(period, today)).toEqual({ from, to })
  })

  test.each([
    { period: '7d', today: '2026-11-23', from: '2026-11-16', to: '2026-11-22', why: 'seven days' },
    { period: '28d', today: '2026-03-01', from: '2026-02-01', to: '2026-02-28', why: 'over a month' },
    { period: '30d', today: '2026-11-01', from: '2026-10-02', to: '2026-10-31', why: 'over a clock change' },
    { period: '91d', today: '2026-05-01', from: '2026-01-30', to: '2026-04-30', why: 'thirteen weeks' },
    { period: 'month', today: '2026-11-23', from: '2026-11-01', to: '2026-11-22', why: 'what is over' },
    { period: 'month', today: '2026-11-02', from: '2026-11-01', to: '2026-11-01', why: 'one day is over' },
    { period: 'month', today: '2026-11-01', from: '2026-11-01', to: '2026-11-01', why: 'none is over' },
    { period: 'year', today: '2026-11-01', from: '2026-01-01', to: '2026-10-31', why: 'what is over' },
    { period: 'year', today: '2026-01-01', from: '2026-01-01', to: '2026-01-01', why: 'none is over' },
    { period: '12mo', today: '2026-11-23', from: '2025-11-23', to: '2026-11-22', why: 'one whole year' },
    { period: 'today', today: '2026-11-23', from: '2026-11-23', to: '2026-11-23', why: 'it is today' },
    { period: 'last_month', today: '2026-11-23', from: '2026-10-01', to: '2026-10-31', why: 'over anyway' },
  ] as const)(
    'gives $from to $to for $period until yesterday on $today: $why',
    ({ period, today, from, to }) => {
      expect(periodDays(period, today, undefined, 'yesterday')).toEqual({ from, to })
    },
  )

  test('has as many days until yesterday as until today', () => {
    fc.assert(
      fc.property(fc.constantFrom('7d', '28d', '30d', '91d'), anyDay, (period, today) => {
        const days = periodDays(period, today, undefined, 'yesterday') ?? { from: '', to: '' }
        expect(countDays(days)).toBe(Number.parseInt(period, 10))
        expect(addDays(days.to, 1)).toBe(today)
      }),
    )
  })

  test('leaves the days of all time to the collector', () => {
    expect(periodDays('all', '2026-11-23')).toBeUndefined()
  })

  test('takes own dates as they are', () => {
    const days = { from: '2026-01-02', to: '2026-01-03' }
    expect(periodDays('custom', '2026-11-23', days)).toEqual(days)
  })
})

describe('localDay and localTime', () => {
  test.each([
    {
      at: '2026-11-22T22:30:00Z',
      zone: 'Europe/Helsinki',
      time: '2026-11-23 00:30:00',
      why: 'winter, UTC+2',
    },
    {
      at: '2026-06-22T21:00:00Z',
      zone: 'Europe/Helsinki',
      time: '2026-06-23 00:00:00',
      why: 'summer, UTC+3',
    },
    {
      at: '2026-03-29T00:59:59Z',
      zone: 'Europe/Helsinki',
      time: '2026-03-29 02:59:59',
      why: 'before the gap',
    },
    {
      at: '2026-03-29T01:00:00Z',
      zone: 'Europe/Helsinki',
      time: '2026-03-29 04:00:00',
      why: 'after the gap',
    },
    {
      at: '2026-11-23T00:30:00Z',
      zone: 'America/Los_Angeles',
      time: '2026-11-22 16:30:00',
      why: 'yesterday there',
    },
    {
      at: '2026-12-31T12:00:00Z',
      zone: 'Pacific/Kiritimati',
      time: '2027-01-01 02:00:00',
      why: 'next year there',
    },
    { at: '2026-11-23T00:00:00Z', zone: 'UTC', time: '2026-11-23 00:00:00', why: 'midnight is 00, not 24' },
    {
      at: '2026-11-23T00:00:00Z',
      zone: 'Asia/Kathmandu',
      time: '2026-11-23 05:45:00',
      why: 'a quarter of an hour',
    },
  ])('reads $time in $zone: $why', ({ at, zone, time }) => {
    expect(localTime(new Date(at), zone)).toBe(time)
    expect(localDay(new Date(at), zone)).toBe(time.slice(0, 10))
  })
})

describe('addDays and countDays', () => {
  test('undo each other over months, years and leap days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 4_000 }), (from, count) => {
        const to = addDays(from, count)
        expect(countDays({ from, to })).toBe(count + 1)
        expect(addDays(to, -count)).toBe(from)
      }),
    )
  })
})

describe('isDay', () => {
  test.each([
    { text: '2028-02-29', is: true, why: 'leap day' },
    { text: '2026-02-29', is: false, why: 'no leap day' },
    { text: '2026-13-01', is: false, why: 'no such month' },
    { text: '2026-1-1', is: false, why: 'not padded' },
    { text: '2026-01-01T00:00', is: false, why: 'a time' },
  ])('says $is for $text: $why', ({ text, is }) => {
    expect(isDay(text)).toBe(is)
  })
})

describe('includesToday', () => {
  test.each([
    { days: { from: '2026-11-01', to: '2026-11-23' }, is: true, why: 'ends today' },
    { days: { from: '2026-11-01', to: '2026-11-22' }, is: false, why: 'ended yesterday' },
    { days: { from: '2026-11-24', to: '2026-11-30' }, is: false, why: 'has not begun' },
    { days: undefined, is: true, why: 'all time has no end' },
  ])('says $is when it $why', ({ days, is }) => {
    expect(includesToday(days, '2026-11-23')).toBe(is)
  })
})

describe('stepPeriod', () => {
  const TODAY = '2026-11-23'
  test.each([
    { period: 'today', step: -1, next: { period: 'yesterday' }, why: 'a day with a name' },
    { period: 'yesterday', step: 1, next: { period: 'today' }, why: 'back again' },
    {
      period: '7d',
      step: -1,
      next: { period: 'custom', days: { from: '2026-11-10', to: '2026-11-16' } },
      why: 'as many days',
    },
    { period: 'month', step: -1, next: { period: 'last_month' }, why: 'a month, not as many days' },
    { period: 'last_month', step: 1, next: { period: 'month' }, why: 'the month that is not over' },
    {
      period: 'last_month',
      step: -1,
      next: { period: 'custom', days: { from: '2026-09-01', to: '2026-09-30' } },
      why: 'a shorter month',
    },
    {
      period: 'year',
      step: -1,
      next: { period: 'custom', days: { from: '2025-01-01', to: '2025-12-31' } },
      why: 'a whole year',
    },
  ] as const)('goes from $period by $step: $why', ({ period, step, next }) => {
    expect(stepPeriod(period, periodDays(period, TODAY), TODAY, step)).toEqual(next)
  })

  test('returns to the year that is not over', () => {
    const days = { from: '2025-01-01', to: '2025-12-31' }
    expect(stepPeriod('custom', days, TODAY, 1)).toEqual({ period: 'year' })
  })

  test.each(['7d', '28d', '30d', '91d', 'month', 'year'] as const)(
    'goes back from %s until yesterday, and comes to it again',
    period => {
      const days = periodDays(period, TODAY, undefined, 'yesterday')
      const before = stepPeriod(period, days, TODAY, -1, 'yesterday')
      const beforeDays = periodDays(before?.period ?? 'all', TODAY, before?.days, 'yesterday')
      expect(stepPeriod(before?.period ?? 'all', beforeDays, TODAY, 1, 'yesterday')).toEqual({ period })
      expect(stepPeriod(period, days, TODAY, 1, 'yesterday')).toBeUndefined()
    },
  )

  test('comes to this month on its last day, which is left out', () => {
    const days = periodDays('last_month', '2026-11-30')
    expect(stepPeriod('last_month', days, '2026-11-30', 1, 'yesterday')).toEqual({ period: 'month' })
  })

  test('comes from yesterday to today, which was asked for by name', () => {
    const days = periodDays('yesterday', TODAY, undefined, 'yesterday')
    expect(stepPeriod('yesterday', days, TODAY, 1, 'yesterday')).toEqual({ period: 'today' })
  })

  test('does not go into the future, and has nowhere to go from all time', () => {
    expect(stepPeriod('today', periodDays('today', TODAY), TODAY, 1)).toBeUndefined()
    expect(stepPeriod('all', undefined, TODAY, -1)).toBeUndefined()
  })
})
