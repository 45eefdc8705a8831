import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import {
  addMonths,
  daysBetween,
  endOfMonth,
  isDay,
  startOfWeek,
} from '../../../../collector/core/time/calendar.ts'
import { addDays } from '../../../../collector/core/time/zone.ts'

const days = fc.integer({ min: 0, max: 40_000 }).map(count => addDays('1980-01-01' as Day, count))

describe('calendar', () => {
  test.each([
    { day: '2026-01-31', months: 1, expected: '2026-02-28', why: 'no such day: the last one' },
    { day: '2024-02-29', months: -12, expected: '2023-02-28', why: 'no leap year' },
    { day: '2026-01-15', months: -1, expected: '2025-12-15', why: 'over the year' },
    { day: '2025-12-15', months: 1, expected: '2026-01-15', why: 'over the year, forward' },
  ])('adds $months months to $day: $why', ({ day, months, expected }) => {
    expect(addMonths(day as Day, months)).toBe(expected)
  })

  test('counts the days that addDays adds', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -900, max: 900 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  test('begins every week on the Monday at or before the day', () => {
    fc.assert(
      fc.property(days, day => {
        const monday = startOfWeek(day)
        expect(new Date(monday).getUTCDay()).toBe(1)
        expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(monday, day)).toBeLessThan(7)
      }),
    )
  })

  test('ends a month the day before the next begins', () => {
    expect(endOfMonth('2024-02-10' as Day)).toBe('2024-02-29')
    expect(endOfMonth('2026-12-31' as Day)).toBe('2026-12-31')
  })

  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['1970-01-01', false],
    ['1970-01-02', true],
    ['2026-01-01T00:00', false],
    ['٢٠٢٦-01-01', false],
  ])('tells whether %j is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })
})
