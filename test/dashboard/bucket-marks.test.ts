import { describe, expect, it } from 'vitest'
import { toBucketMarks } from '../../dashboard/src/lib/bucket-marks.ts'
import type { SeriesPoint } from '../../dashboard/src/lib/series.ts'

const points = (...labels: string[]): SeriesPoint[] =>
  labels.map(label => ({ label, value: 1, earlier: null, state: 'whole' }))

describe('toBucketMarks', () => {
  const marks = {
    key_restarted: ['2026-11-24'],
    away: [{ from: '2026-11-23 22:10:00', until: '2026-11-24 00:00:00' }],
  }

  it.each([
    {
      why: 'a day that was over when it ended is the last one',
      interval: 'day',
      labels: ['2026-11-22', '2026-11-23', '2026-11-24'],
      found: [0, 1, 1],
    },
    {
      why: 'every hour in which nothing was counted, and the first of the day of a new key',
      interval: 'hour',
      labels: ['2026-11-23 21:00:00', '2026-11-23 22:00:00', '2026-11-23 23:00:00', '2026-11-24 00:00:00'],
      found: [0, 1, 1, 1],
    },
    { why: 'both in a week', interval: 'week', labels: ['2026-11-16', '2026-11-23'], found: [0, 2] },
  ] as const)('tells of each bucket what disturbed it: $why', ({ interval, labels, found }) => {
    const told = toBucketMarks(points(...labels), interval, marks)
    expect(told.map(({ length }) => length)).toEqual(found)
  })

  it('says it in sentences', () => {
    expect(toBucketMarks(points('2026-11-23'), 'week', marks)[0]).toEqual([
      'Tue, 24 Nov 2026: the day key was made anew, so whoever came before and after it counts twice.',
      'Hanki did not run from 23 Nov, 22:10 to 24 Nov, 00:00: nothing was counted in that time.',
    ])
  })
})
