/** Periods the picker offers, in its order. `custom` goes with two days; the others end today unless they say otherwise. */
export const PERIOD_NAMES = [
  'today',
  'yesterday',
  '7d',
  '28d',
  '30d',
  '91d',
  'month',
  'last_month',
  'year',
  '12mo',
  'all',
  'custom',
] as const
export type PeriodName = (typeof PERIOD_NAMES)[number]

/** A local day of the site, `YYYY-MM-DD`. Days in this form compare as strings. */
export type LocalDay = string

/** Both days included. */
export interface DayRange {
  readonly from: LocalDay
  readonly to: LocalDay
}

/** Where periods end that would end today and need not. Of all time only the collector knows the days. */
export type PeriodEnd = 'yesterday'

const ENDING_TODAY: readonly PeriodName[] = ['7d', '28d', '30d', '91d', 'month', 'year', '12mo']

/** True for a period that ends today, and is as good without it. */
export function mayEndYesterday(period: PeriodName): boolean {
  return ENDING_TODAY.includes(period)
}

/**
 * True when a period ends yesterday because it was asked to. A month or year that began today has no day yet that is over:
 * it shows today, for another month would not be this one.
 */
export function endsYesterday(period: PeriodName, today: LocalDay, until?: PeriodEnd): boolean {
  const hasBegunToday =
    (period === 'month' && today.endsWith('-01')) || (period === 'year' && today.endsWith('-01-01'))
  return until === 'yesterday' && mayEndYesterday(period) && !hasBegunToday
}

/**
 * The days of a period when `today` is today; undefined for `all`, whose days only the collector knows. Until yesterday a
 * period has as many days as otherwise; a month or a year has those that are over.
 */
export function periodDays(
  period: PeriodName,
  today: LocalDay,
  custom?: DayRange,
  until?: PeriodEnd,
): DayRange | undefined {
  if (endsYesterday(period, today, until)) return periodDays(period, addDays(today, -1))
  switch (period) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case '7d':
    case '28d':
    case '30d':
    case '91d':
      return { from: addDays(today, 1 - Number.parseInt(period, 10)), to: today }
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today }
    case 'last_month': {
      const lastDay = addDays(`${today.slice(0, 7)}-01`, -1)
      return { from: `${lastDay.slice(0, 7)}-01`, to: lastDay }
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
    case '12mo':
      return { from: addDays(yearBefore(today), 1), to: today }
    case 'all':
      return undefined
    case 'custom':
      return custom ?? { from: today, to: today }
  }
}

/**
 * The period one step earlier (-1) or later (1): a month's is a month, a year's a year, any other's is as long as itself.
 * Undefined where there is none: before or after all time, or where it would begin after `today`, or today when the period
 * ends yesterday.
 */
export function stepPeriod(
  period: PeriodName,
  days: DayRange | undefined,
  today: LocalDay,
  step: -1 | 1,
  until?: PeriodEnd,
): { readonly period: PeriodName; readonly days?: DayRange } | undefined {
  if (days === undefined) return undefined
  const next = stepDays(period, days, step)
  if (next.from > (endsYesterday(period, today, until) ? addDays(today, -1) : today)) return undefined
  const known = (
    ['today', 'yesterday', '7d', '28d', '30d', '91d', 'month', 'last_month', 'year'] as const
  ).find(name => {
    // A whole month is this one, whether its last day is shown or not.
    const own = periodDays(name, today, undefined, name === 'month' || name === 'year' ? undefined : until)
    return own?.from === next.from && own.to === (next.to > today ? today : next.to)
  })
  return known === undefined ? { period: 'custom', days: next } : { period: known }
}

/** Days as long, one step earlier (-1) or later (1): of a whole month a month's, of a whole year a year's. */
export function stepDays(period: PeriodName, days: DayRange, step: -1 | 1): DayRange {
  if (period === 'year' || isWhole(days, 'year')) {
    const year = Number(days.from.slice(0, 4)) + step
    return { from: `${year}-01-01`, to: `${year}-12-31` }
  }
  if (period === 'month' || isWhole(days, 'month')) {
    const inside =
      step < 0 ? addDays(`${days.from.slice(0, 7)}-01`, -1) : addDays(`${days.from.slice(0, 7)}-01`, 31)
    return { from: `${inside.slice(0, 7)}-01`, to: lastOfMonth(inside) }
  }
  const count = countDays(days) * step
  return { from: addDays(days.from, count), to: addDays(days.to, count) }
}

/** The same days of the month or year before that a month or year has shown so far. */
export function samePartBefore(period: 'month' | 'year', { from, to }: DayRange): DayRange {
  if (period === 'year') return { from: yearBefore(from), to: yearBefore(to) }
  const month = addDays(`${from.slice(0, 7)}-01`, -1).slice(0, 7)
  return { from: `${month}-01`, to: sameDayOf(month, to) }
}

function isWhole({ from, to }: DayRange, unit: 'month' | 'year'): boolean {
  if (unit === 'year') return from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`
  return from.endsWith('-01') && to === lastOfMonth(from)
}

function lastOfMonth(day: LocalDay): LocalDay {
  return addDays(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1)
}

/** True when events that arrive now change the period's numbers. */
export function includesToday(days: DayRange | undefined, today: LocalDay): boolean {
  return days === undefined || (days.from <= today && today <= days.to)
}

/** The later of two days. */
export function laterDay(a: LocalDay, b: LocalDay): LocalDay {
  return a.localeCompare(b) > 0 ? a : b
}

/** Number of days, both ends included. */
export function countDays(days: DayRange): number {
  return Math.round((toUtc(days.to) - toUtc(days.from)) / DAY_MS) + 1
}

/** The day `count` days later, or earlier when negative; a calendar has no clock changes. */
export function addDays(day: LocalDay, count: number): LocalDay {
  return new Date(toUtc(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** True for a day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const utc = toUtc(text)
  return !Number.isNaN(utc) && new Date(utc).toISOString().startsWith(text)
}

/** The site's wall clock at an instant: `YYYY-MM-DD HH:MM:SS`, as time buckets are written. `timezone` is an IANA name. */
export function localTime(instant: Date, timezone: string): string {
  const parts = clockOf(timezone).formatToParts(instant)
  const part = (type: string) => parts.find(one => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`
}

/** The site's local day at an instant. */
export function localDay(instant: Date, timezone: string): LocalDay {
  return localTime(instant, timezone).slice(0, 10)
}

const DAY_MS = 86_400_000
/** One for each time zone: making one takes longer than everything that is done with it. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timezone, made)
  return made
}

function toUtc(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function yearBefore(day: LocalDay): LocalDay {
  return sameDayOf(`${String(Number(day.slice(0, 4)) - 1)}-${day.slice(5, 7)}`, day)
}

/** The day of a month, `YYYY-MM`, with the number of another day; its last where it has none. */
function sameDayOf(month: string, day: LocalDay): LocalDay {
  const sameDay = `${month}-${day.slice(8)}`
  return isDay(sameDay) ? sameDay : lastOfMonth(`${month}-01`)
}
