import type { Day } from '../ids.ts'
import {
  addMonths,
  endOfMonth,
  FIRST_DAY,
  isCalendarDate,
  isDay,
  LAST_DAY,
  startOfMonth,
} from '../time/calendar.ts'
import { addDays, localDay, secondsOfLocal, startOfDaySeconds } from '../time/zone.ts'
import type { Period } from './query.ts'

/** What a date range is read against. */
export interface RangeClock {
  /** IANA name of the site's time zone. */
  readonly timezone: string
  /** Seconds since 1970. */
  readonly nowSeconds: number
  /** Where `"all"` begins: the first day that has statistics. */
  readonly statsStart: Day
}

export interface DateRange {
  readonly period: Period
  /** Length of the period in calendar months when it is made of them, so that its predecessor is too. */
  readonly months?: number
}

export type DateRangeResult =
  | { readonly ok: true; readonly range: DateRange }
  | { readonly ok: false; readonly error: string }

/** Longest number of days or months that may be asked for by name. */
const MAX_DAYS = 9_999
const MAX_MONTHS = 999

/** Reads a `date_range` in the site's time zone. Source: wire format §4. */
export function parseDateRange(value: unknown, clock: RangeClock): DateRangeResult {
  if (typeof value === 'string') return namedRange(value, clock)
  if (Array.isArray(value) && value.length === 2) {
    const [from, to]: unknown[] = value
    if (typeof from === 'string' && typeof to === 'string') {
      return isDay(from) && isDay(to) ? dayRange(from, to) : instantRange(from, to, clock.timezone)
    }
  }
  return {
    ok: false,
    error:
      'Invalid date range. Use "day", "24h", "7d", "30d", "12mo", "month", "year", "all", two dates or two date-times.',
  }
}

function namedRange(name: string, { timezone, nowSeconds, statsStart }: RangeClock): DateRangeResult {
  const today = localDay(nowSeconds, timezone)
  const yesterday = addDays(today, -1)
  switch (name) {
    case 'day':
      return days(today, today)
    case '24h':
      return instants(nowSeconds - 86_400 + 1, nowSeconds + 1, timezone)
    case 'month':
      return { ok: true, range: { period: { firstDay: startOfMonth(today), lastDay: today }, months: 1 } }
    case 'year': {
      const firstDay = `${today.slice(0, 4)}-01-01` as Day
      return { ok: true, range: { period: { firstDay, lastDay: today }, months: 12 } }
    }
    case 'all':
      return days(clamp(statsStart < today ? statsStart : today), today)
  }
  const [, digits = '', unit] = /^([1-9]\d{0,3})(d|mo)$/.exec(name) ?? []
  const count = Number(digits)
  if (unit === 'd' && count <= MAX_DAYS) return days(clamp(addDays(today, -count)), yesterday)
  if (unit === 'mo' && count <= MAX_MONTHS) {
    const firstDay = clamp(addMonths(startOfMonth(today), -count))
    const lastDay = addDays(startOfMonth(today), -1)
    return { ok: true, range: { period: { firstDay, lastDay }, months: count } }
  }
  return {
    ok: false,
    error: `Invalid date range ${JSON.stringify(name)}. Use "day", "24h", "7d", "30d", "12mo", "month", "year", "all", two dates or two date-times.`,
  }
}

function dayRange(firstDay: Day, lastDay: Day): DateRangeResult {
  if (firstDay > lastDay) {
    return {
      ok: false,
      error: `The range ends (${lastDay}) before it begins (${firstDay}). Swap the two dates.`,
    }
  }
  const isWholeMonths = firstDay === startOfMonth(firstDay) && lastDay === endOfMonth(lastDay)
  if (!isWholeMonths) return days(firstDay, lastDay)
  return {
    ok: true,
    range: { period: { firstDay, lastDay }, months: monthNumber(lastDay) - monthNumber(firstDay) + 1 },
  }
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}

function instantRange(from: string, to: string, timezone: string): DateRangeResult {
  const fromSecond = parseInstant(from, timezone)
  const lastSecond = parseInstant(to, timezone)
  if (fromSecond === undefined || lastSecond === undefined) {
    return {
      ok: false,
      error:
        'Both ends must be dates such as "2026-01-31", or both date-times such as "2026-01-31T12:00:00" (site time) or "2026-01-31T12:00:00+02:00", between 1970 and 2105.',
    }
  }
  if (fromSecond > lastSecond) {
    return { ok: false, error: `The range ends (${to}) before it begins (${from}). Swap the two.` }
  }
  return instants(fromSecond, lastSecond + 1, timezone)
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/

const LAST_INSTANT = Date.parse(LAST_DAY) / 1_000

/** Seconds since 1970 of an ISO 8601 date-time, site-local when it names no offset. */
function parseInstant(text: string, timezone: string): number | undefined {
  const [, day = '', minute = '', second = ':00', offset] = INSTANT.exec(text) ?? []
  const isTime = !minute.startsWith('24') && !Number.isNaN(Date.parse(`2026-01-01T${minute}${second}Z`))
  if (!isCalendarDate(day) || !isTime) return undefined
  const seconds =
    offset === undefined
      ? secondsOfLocal(`${day} ${minute}${second}`, timezone)
      : Date.parse(`${day}T${minute}${second}${offset}`) / 1_000
  return seconds >= 0 && seconds < LAST_INSTANT ? seconds : undefined
}

function days(firstDay: Day, lastDay: Day): DateRangeResult {
  return { ok: true, range: { period: { firstDay, lastDay } } }
}

function instants(fromSecond: number, untilSecond: number, timezone: string): DateRangeResult {
  return { ok: true, range: { period: periodOfInstants(fromSecond, untilSecond, timezone) } }
}

/** The period from one instant (included) to another (excluded), in seconds since 1970. */
export function periodOfInstants(fromSecond: number, untilSecond: number, timezone: string): Period {
  return {
    firstDay: localDay(fromSecond, timezone),
    lastDay: localDay(untilSecond - 1, timezone),
    fromSecond,
    untilSecond,
  }
}

/**
 * The period as a `date_range` that reads the same whenever it is asked again:
 * two dates, or two date-times in UTC of which the second is the last second included.
 */
export function toDateRange(period: Period, timezone: string): [string, string] {
  if (period.fromSecond === undefined && period.untilSecond === undefined)
    return [period.firstDay, period.lastDay]
  const from = period.fromSecond ?? startOfDaySeconds(period.firstDay, timezone)
  const until = period.untilSecond ?? startOfDaySeconds(addDays(period.lastDay, 1), timezone)
  return [isoSeconds(from), isoSeconds(until - 1)]
}

function isoSeconds(seconds: number): string {
  return `${new Date(seconds * 1_000).toISOString().slice(0, 19)}Z`
}

function clamp(day: Day): Day {
  return day < FIRST_DAY ? FIRST_DAY : day
}
