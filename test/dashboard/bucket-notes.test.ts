import { describe, expect, it } from 'vitest'
import { toBucketNotes } from '../../dashboard/src/lib/bucket-notes.ts'
import type { SeriesPoint } from '../../dashboard/src/lib/series.ts'

const points = (...labels: string[]): SeriesPoint[] =>
  labels.map(label => ({ label, value: 1, earlier: null, state: 'whole' }))
const notes = (...days: string[]) => days.map((day, index) => ({ id: index + 1, day, text: day }))

describe('toBucketNotes', () => {
  it.each([
    {
      why: 'days',
      interval: 'day',
      labels: ['2026-11-23', '2026-11-24'],
      days: ['2026-11-22', '2026-11-24', '2026-11-24'],
      found: [[], ['2026-11-24', '2026-11-24']],
    },
    {
      why: 'the first hour of a day stands for it',
      interval: 'hour',
      labels: ['2026-11-23 23:00:00', '2026-11-24 00:00:00', '2026-11-24 01:00:00'],
      days: ['2026-11-24'],
      found: [[], ['2026-11-24'], []],
    },
    {
      why: 'weeks begin on Monday, also the one that the period cuts',
      interval: 'week',
      labels: ['2026-11-19', '2026-11-23'],
      days: ['2026-11-16', '2026-11-22', '2026-11-29', '2026-11-30'],
      found: [['2026-11-16', '2026-11-22'], ['2026-11-29']],
    },
    {
      why: 'months',
      interval: 'month',
      labels: ['2026-10-01', '2026-11-01'],
      days: ['2026-10-31', '2026-11-30', '2026-12-01'],
      found: [['2026-10-31'], ['2026-11-30']],
    },
  ] as const)('finds the notes of each bucket: $why', ({ interval, labels, days, found }) => {
    const buckets = toBucketNotes(points(...labels), interval, notes(...days))
    expect(buckets.map(bucket => bucket.map(({ text }) => text))).toEqual(found)
  })
})
