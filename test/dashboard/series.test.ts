import { describe, expect, test } from 'vitest'
import type { QueryResultBody } from '../../collector/http/contract.ts'
import { FIGURES } from '../../dashboard/src/lib/figures.ts'
import { toEarlierDays, toSeries } from '../../dashboard/src/lib/series.ts'

const metrics = (visitors: number) => FIGURES.map(metric => (metric === 'visitors' ? visitors : 1))

function answer(
  labels: string[],
  earlierLabels: string[],
  rows: QueryResultBody['results'],
): QueryResultBody {
  return {
    results: rows,
    meta: { time_labels: labels, comparison_time_labels: earlierLabels, exact: true, read: [] },
    query: {},
  }
}

describe('toSeries', () => {
  const days = { from: '2026-11-21', to: '2026-11-23' }
  const now = '2026-11-23 14:05:00'
  const labels = ['2026-11-21', '2026-11-22', '2026-11-23']
  const earlier = ['2026-11-18', '2026-11-19', '2026-11-20']

  test('fills buckets without events: zero of a count, no value for a mean', () => {
    const empty = answer(labels, [], [])
    expect(toSeries(empty, 'visitors', 'day', days, now).map(point => point.value)).toEqual([0, 0, 0])
    expect(toSeries(empty, 'bounce_rate', 'day', days, now).map(point => point.value)).toEqual([
      null,
      null,
      null,
    ])
  })

  test('pairs the earlier period by position, also where a bucket is absent', () => {
    const series = toSeries(
      answer(labels, earlier, [
        {
          dimensions: ['2026-11-22'],
          metrics: metrics(7),
          comparison: { dimensions: ['2026-11-19'], metrics: metrics(4), change: metrics(75) },
        },
      ]),
      'visitors',
      'day',
      days,
      now,
    )
    expect(series.map(point => [point.value, point.earlierLabel, point.earlier])).toEqual([
      [0, '2026-11-18', 0],
      [7, '2026-11-19', 4],
      [0, '2026-11-20', 0],
    ])
    expect(toEarlierDays(series)).toEqual({ from: '2026-11-18', to: '2026-11-20' })
  })

  test.each([
    { interval: 'day', label: '2026-11-23', state: 'running', why: 'it is today' },
    { interval: 'day', label: '2026-11-22', state: 'whole', why: 'it is over' },
    { interval: 'day', label: '2026-11-24', state: 'future', why: 'it is tomorrow' },
    { interval: 'hour', label: '2026-11-23 14:00:00', state: 'running', why: 'it is this hour' },
    { interval: 'hour', label: '2026-11-23 13:00:00', state: 'whole', why: 'the hour is over' },
    { interval: 'hour', label: '2026-11-23 15:00:00', state: 'future', why: 'the hour has not begun' },
    { interval: 'week', label: '2026-11-23', state: 'running', why: 'it is this week' },
    { interval: 'week', label: '2026-11-21', state: 'cut', why: 'the period begins on its Saturday' },
    { interval: 'month', label: '2026-11-21', state: 'running', why: 'it is this month' },
  ] as const)('calls the $interval $label $state: $why', ({ interval, label, state }) => {
    expect(toSeries(answer([label], [], []), 'visitors', interval, days, now)[0]?.state).toBe(state)
  })

  test.each(['day', 'week', 'month'] as const)(
    'has no %s that is still counting when today is left out',
    interval => {
      const until = { from: '2026-10-22', to: '2026-11-22' }
      const now = '2026-11-23 14:05:00'
      const label = interval === 'month' ? '2026-11-01' : interval === 'week' ? '2026-11-16' : '2026-11-22'
      const [last] = toSeries(answer([label], [], []), 'visitors', interval, until, now)
      expect(last?.state).toBe(interval === 'month' ? 'cut' : 'whole')
    },
  )

  test('draws nothing for the future', () => {
    const series = toSeries(answer(['2026-11-24'], [], []), 'visitors', 'day', days, now)
    expect(series[0]?.value).toBeNull()
  })
})
