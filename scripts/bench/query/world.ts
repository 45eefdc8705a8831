import type { Day } from '../../../collector/core/ids.ts'
import { addDays } from '../../../collector/core/time/zone.ts'

/** Days of the year that is looked back on. */
export const DAYS = 365
/** The day on which the bench stands still; its events are there until the afternoon. */
export const TODAY = '2026-06-30' as Day
export const TIMEZONE = 'Europe/Helsinki'
export const NOW_SECONDS = Date.parse('2026-06-30T12:00:00Z') / 1_000

export const BIG_SITE = 'big.example'
/** One of the small ones. */
export const SMALL_SITE = 'small-7.example'
/** Each small site has so many events. */
export const SMALL_SITE_EVENTS = 10_000

/** Events that a visit has in the mean: 2.57 page views, half of them with engagement, one in sixteen with a custom event. */
export const EVENTS_PER_VISIT = 4

/** The days of the year, oldest first. */
export function yearOfDays(): readonly Day[] {
  return Array.from({ length: DAYS }, (_, index) => addDays(TODAY, index - DAYS + 1))
}

/** Visits of a day when the year has so many: rising over the year, fewer at weekends, today until the afternoon. */
export function visitsOf(day: Day, visitsOfYear: number): number {
  const days = yearOfDays()
  const weights = days.map(weightOf)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Math.round((visitsOfYear * weightOf(day, days.indexOf(day))) / sum)
}

function weightOf(day: Day, index: number): number {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  const ofWeek = weekday === 0 || weekday === 6 ? 0.6 : 1
  const ofDay = day === TODAY ? 0.6 : 1
  return (0.7 + (0.6 * index) / DAYS) * ofWeek * ofDay
}
