import { describe, expect, it } from 'vitest'
import { dayFactor, localDays } from '../../../scripts/demo/rhythm.ts'

/** The local day that holds noon UTC of this date. */
function dayOf(date: string) {
  const noon = Date.parse(`${date}T12:00:00Z`) / 1_000
  const [day] = localDays(noon, noon + 1)
  if (day === undefined) throw new Error(`No local day holds ${date}`)
  return day
}

describe('localDays', () => {
  it.each([
    {
      date: '2026-03-28',
      begins: '2026-03-27T22:00:00Z',
      hours: 24,
      why: 'winter time',
    },
    {
      date: '2026-03-29',
      begins: '2026-03-28T22:00:00Z',
      hours: 23,
      why: 'summer time begins',
    },
    {
      date: '2026-10-24',
      begins: '2026-10-23T21:00:00Z',
      hours: 24,
      why: 'summer time',
    },
    {
      date: '2026-10-25',
      begins: '2026-10-24T21:00:00Z',
      hours: 25,
      why: 'summer time ends',
    },
  ])('gives $date $hours hours ($why)', ({ date, begins, hours }) => {
    const { startSeconds, endSeconds } = dayOf(date)
    expect(startSeconds).toBe(Date.parse(begins) / 1_000)
    expect(endSeconds - startSeconds).toBe(hours * 3_600)
  })
})

describe('dayFactor', () => {
  it.each([
    { date: '2026-11-25', factor: 1, why: 'an ordinary Wednesday' },
    { date: '2026-11-27', factor: 0.86 * 1.9, why: 'Black Friday' },
    { date: '2026-11-29', factor: 1.2 * 1.3, why: 'Sunday after Black Friday' },
    { date: '2026-12-04', factor: 0.86, why: 'a Friday in December' },
    { date: '2026-12-24', factor: 0.35, why: 'Christmas Eve, a Thursday' },
    { date: '2026-06-19', factor: 0.86 * 0.45, why: "Midsummer's Eve" },
    { date: '2026-06-20', factor: 0.9 * 0.45, why: 'Midsummer' },
    { date: '2026-06-26', factor: 0.86, why: 'the Friday after Midsummer' },
  ])('is $factor on $date: $why', ({ date, factor }) => {
    expect(dayFactor(dayOf(date))).toBeCloseTo(factor)
  })
})
