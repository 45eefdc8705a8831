import { describe, expect, test } from 'vitest'
import {
  firstDayOfBucket,
  fittingIntervals,
  intervalOf,
  lastDayOfBucket,
  usualInterval,
} from '../../dashboard/src/lib/intervals.ts'
import { addDays } from '../../dashboard/src/lib/periods.ts'

const daysFromNewYear = (count: number) => ({ from: '2026-01-01', to: addDays('2026-01-01', count - 1) })

describe('fittingIntervals and usualInterval', () => {
  test.each([
    { count: 1, fitting: ['hour'], usual: 'hour' },
    { count: 7, fitting: ['hour', 'day'], usual: 'day' },
    { count: 30, fitting: ['day', 'week'], usual: 'day' },
    { count: 91, fitting: ['day', 'week', 'month'], usual: 'day' },
    { count: 365, fitting: ['day', 'week', 'month'], usual: 'week' },
    { count: 900, fitting: ['week', 'month'], usual: 'month' },
  ])('offer $fitting for $count days', ({ count, fitting, usual }) => {
    expect(fittingIntervals(daysFromNewYear(count))).toEqual(fitting)
    expect(usualInterval(daysFromNewYear(count))).toBe(usual)
  })

  test('never take an interval as usual that is not offered', () => {
    for (let count = 1; count < 1_200; count++) {
      const days = daysFromNewYear(count)
      expect(fittingIntervals(days)).toContain(usualInterval(days))
    }
  })
})

describe('intervalOf', () => {
  test.each([
    { labels: ['2026-11-23 00:00:00'], interval: 'hour', why: 'a clock' },
    { labels: ['2026-11-22', '2026-11-23'], interval: 'day', why: 'a day apart' },
    { labels: ['2026-11-05', '2026-11-09', '2026-11-16'], interval: 'week', why: 'a first week cut short' },
    { labels: ['2026-01-30', '2026-02-01', '2026-03-01'], interval: 'month', why: 'a first month cut short' },
    { labels: ['2026-11-23'], interval: 'day', why: 'nothing to measure' },
    { labels: [], interval: 'day', why: 'nothing at all' },
  ])('sees $interval by $why', ({ labels, interval }) => {
    expect(intervalOf(labels)).toBe(interval)
  })
})

describe('firstDayOfBucket and lastDayOfBucket', () => {
  test.each([
    { label: '2026-11-23', interval: 'week', first: '2026-11-23', last: '2026-11-29', why: 'a Monday' },
    { label: '2026-11-29', interval: 'week', first: '2026-11-23', last: '2026-11-29', why: 'a Sunday' },
    {
      label: '2028-02-10',
      interval: 'month',
      first: '2028-02-01',
      last: '2028-02-29',
      why: 'a leap February',
    },
    {
      label: '2026-12-01',
      interval: 'month',
      first: '2026-12-01',
      last: '2026-12-31',
      why: 'the last month',
    },
    { label: '2026-11-23', interval: 'day', first: '2026-11-23', last: '2026-11-23', why: 'a day' },
  ] as const)('enclose $label: $why', ({ label, interval, first, last }) => {
    expect(firstDayOfBucket(label, interval)).toBe(first)
    expect(lastDayOfBucket(label, interval)).toBe(last)
  })
})
