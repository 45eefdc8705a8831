import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import { type Interval, intervalOfPeriod } from '../../../../collector/core/query/intervals.ts'
import { timeLabels } from '../../../../collector/core/query/time-buckets.ts'
import { addDays } from '../../../../collector/core/time/zone.ts'

const period = (first: string, last: string) => ({ firstDay: first as Day, lastDay: last as Day })

describe('timeLabels', () => {
  test.each<{ interval: Interval; first: string; last: string; labels: string[]; why: string }>([
    {
      interval: 'day',
      first: '2026-02-27',
      last: '2026-03-02',
      labels: ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'],
      why: 'every day, over a month',
    },
    {
      interval: 'week',
      first: '2026-03-04',
      last: '2026-03-17',
      labels: ['2026-03-04', '2026-03-09', '2026-03-16'],
      why: 'a week that began before is named by the first day of the period',
    },
    {
      interval: 'month',
      first: '2025-12-15',
      last: '2026-02-01',
      labels: ['2025-12-01', '2026-01-01', '2026-02-01'],
      why: 'a month is named by its own first day',
    },
  ])('lists each $interval: $why', ({ interval, first, last, labels }) => {
    expect(timeLabels(period(first, last), interval, 'Europe/Helsinki')).toEqual(labels)
  })

  test.each([
    { zone: 'Europe/Helsinki', day: '2026-03-10', count: 24, why: 'an ordinary day' },
    { zone: 'Europe/Helsinki', day: '2026-03-29', count: 23, why: 'one hour is skipped' },
    { zone: 'Europe/Helsinki', day: '2026-10-25', count: 24, why: 'one hour comes twice, under one label' },
    { zone: 'Asia/Kolkata', day: '2026-03-10', count: 24, why: 'a zone of half an hour' },
    { zone: 'America/Santiago', day: '2026-09-06', count: 23, why: 'there is no midnight' },
    { zone: 'Australia/Lord_Howe', day: '2026-10-04', count: 24, why: 'half an hour is skipped' },
  ])('lists $count hours of $day in $zone: $why', ({ zone, day, count }) => {
    const labels = timeLabels(period(day, day), 'hour', zone)
    expect(labels).toHaveLength(count)
    expect(labels.every(label => label.startsWith(day) && label.endsWith(':00:00'))).toBe(true)
  })

  test('begins with the hour that the first instant lies in', () => {
    const fromSecond = Date.parse('2026-03-10T10:40:00Z') / 1_000
    const instants = { ...period('2026-03-10', '2026-03-10'), fromSecond, untilSecond: fromSecond + 3_600 }
    expect(timeLabels(instants, 'hour', 'Asia/Kolkata')).toEqual([
      '2026-03-10 16:00:00',
      '2026-03-10 17:00:00',
    ])
    expect(timeLabels(instants, 'minute', 'Asia/Kolkata')).toHaveLength(60)
  })
})

describe('intervalOfPeriod', () => {
  test.each([
    [1, 'hour'],
    [2, 'hour'],
    [3, 'day'],
    [40, 'day'],
    [41, 'week'],
    [364, 'week'],
    [365, 'month'],
  ])('splits %i days by %s', (days, interval) => {
    const first = '2026-01-01' as Day
    expect(intervalOfPeriod({ firstDay: first, lastDay: addDays(first, days - 1) })).toBe(interval)
  })
})
