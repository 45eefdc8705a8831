import type { Day } from '../ids.ts'
import { addDays } from './zone.ts'

/** First and last day that the database's types for days and instants hold from begin to end in any time zone. */
export const FIRST_DAY = '1970-01-02' as Day
export const LAST_DAY = '2105-12-31' as Day

/** True for a calendar day that exists, written `YYYY-MM-DD`, from FIRST_DAY to LAST_DAY. */
export function isDay(text: string): text is Day {
  return isCalendarDate(text) && text >= FIRST_DAY && text <= LAST_DAY
}

/** True for a date that exists, written `YYYY-MM-DD`, of whatever year. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // Some engines read February 30 as March 2.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** First day of the month of a day. */
export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day
}

/** Last day of the month of a day. */
export function endOfMonth(day: Day): Day {
  return addDays(addMonths(startOfMonth(day), 1), -1)
}

/** Monday of the week of a day. */
export function startOfWeek(day: Day): Day {
  const known = knownMondays.get(day)
  if (known !== undefined) return known
  const weekday = new Date(Date.parse(day)).getUTCDay()
  const monday = addDays(day, -((weekday + 6) % 7))
  if (knownMondays.size >= MOST_MONDAYS) knownMondays.clear()
  knownMondays.set(day, monday)
  return monday
}

/** Questions about years ask for the same days again and again: so many are remembered. */
const MOST_MONDAYS = 2_000
const knownMondays = new Map<Day, Day>()

/** The same day of the month so many months later (or earlier); the month's last day where there is no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const lastOfTarget = new Date(Date.UTC(year, month + months, 0))
  const target = Math.min(dayOfMonth, lastOfTarget.getUTCDate())
  return `${lastOfTarget.toISOString().slice(0, 8)}${String(target).padStart(2, '0')}` as Day
}
