import { METRIC_CATALOGUE, type Metric } from '../../../collector/core/metrics/catalogue.ts'
import type { Interval } from './intervals.ts'
import type { DayRange, LocalDay } from './periods.ts'
import { CHANGE_WORDS, LOCALE, WORDS } from './wording.ts'

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 })
const compact = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 })
const twoDecimals = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 })
const upToTwoDecimals = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 })
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 })
const wholePercent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 })
const share = new Intl.NumberFormat(LOCALE, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** A count with its thousands apart: 18,204. */
export function formatCount(count: number): string {
  return whole.format(count)
}

/** A mean of counts: whole from ten on, below with one decimal. */
export function formatMean(mean: number): string {
  return mean >= 10 ? whole.format(mean) : oneDecimal.format(mean)
}

/** Names of the weekdays from Monday on. */
export function weekdayNames(length: 'short' | 'long'): readonly string[] {
  const format = new Intl.DateTimeFormat(LOCALE, { weekday: length, timeZone: 'UTC' })
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(new Date(Date.UTC(1970, 0, 5 + index))))
}

/** A part of a whole with one decimal, 40.8%; "–" when there is no whole. */
export function formatShare(part: number, total: number): string {
  return total === 0 ? '–' : share.format(part / total)
}

/** A metric's value in its unit; "–" where it has none. Seconds become "2m 41s". */
export function formatMetric(metric: Metric, value: number | null): string {
  if (value === null) return '–'
  switch (METRIC_CATALOGUE[metric].unit) {
    case 'count':
      return whole.format(value)
    case 'ratio':
      return twoDecimals.format(value)
    case 'percent':
      return percent.format(value / 100)
    case 'seconds':
      return formatSeconds(value)
    case 'money':
      return twoDecimals.format(value)
  }
}

/** An amount in its currency: €69.40. The API's own words for it are English. */
export function formatMoney({
  value,
  currency,
}: {
  readonly value: number
  readonly currency: string
}): string {
  return new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(value)
}

/** A metric's value where space is short, as at the marks of an axis: 1.2k. */
export function formatAxisValue(metric: Metric, value: number): string {
  const unit = METRIC_CATALOGUE[metric].unit
  if (unit === 'count') return value >= 10_000 ? compact.format(value) : whole.format(value)
  if (unit === 'ratio') return upToTwoDecimals.format(value)
  return formatMetric(metric, value)
}

/** Seconds as people say them: 41s, 2m 41s, 1h 02m. */
export function formatSeconds(seconds: number): string {
  const all = Math.round(seconds)
  const minutes = Math.floor(all / 60)
  if (minutes === 0) return WORDS.durationSeconds(all)
  if (minutes < 60) return WORDS.durationMinutes(minutes, String(all % 60).padStart(2, '0'))
  return WORDS.durationHours(Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0'))
}

/** Time left until a moment, in hours and minutes, rounded up; undefined when it has passed. */
export function formatTimeLeft(untilMs: number, nowMs: number): string | undefined {
  const minutes = Math.ceil((untilMs - nowMs) / 60_000)
  if (minutes <= 0) return undefined
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** How a figure changed: an arrow, whether that is good news, and words. */
export interface Change {
  readonly arrow: '▲' | '▼' | ''
  readonly tone: 'better' | 'worse' | 'same'
  readonly words: string
}

/** `change` is in percent of the earlier value, in points for percentages; null when there is nothing to compare with. */
export function formatChange(metric: Metric, change: number | null): Change {
  if (change === null) return { arrow: '', tone: 'same', words: WORDS.noComparison }
  if (change === 0) return { arrow: '', tone: 'same', words: WORDS.same }
  const { unit, better } = METRIC_CATALOGUE[metric]
  const direction = change > 0 ? 'up' : 'down'
  const size = Math.abs(change)
  const amount = unit === 'percent' ? WORDS.points(size, whole.format(size)) : wholePercent.format(size / 100)
  return {
    arrow: change > 0 ? '▲' : '▼',
    tone: direction === better ? 'better' : 'worse',
    words: `${amount} ${CHANGE_WORDS[metric][direction]}`,
  }
}

/** A day in a sentence: 1 May 2026. */
export function formatDay(day: LocalDay): string {
  return dateFormat(WEEK_DAY).format(toDate(day))
}

/** A range of days, as short as it stays clear: "25 Oct – 23 Nov"; the year only where it is not this one. */
export function formatDays(days: DayRange, today: LocalDay): string {
  const otherYear = days.from.slice(0, 4) !== today.slice(0, 4) || days.to.slice(0, 4) !== today.slice(0, 4)
  const year = otherYear ? { year: 'numeric' as const } : {}
  const date = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC', ...year })
  return date.formatRange(toDate(days.from), toDate(days.to))
}

/** A bucket at an axis: "24 Oct", "14:00", "Oct 2026". Hours at midnight name their day when there are several. */
export function formatTick(label: string, interval: Interval, manyDays: boolean): string {
  if (interval !== 'hour') return dateFormat(interval === 'month' ? MONTH : SHORT_DAY).format(toDate(label))
  const isDayStart = label.slice(11, 16) === '00:00'
  return dateFormat(manyDays && isDayStart ? SHORT_DAY : CLOCK).format(toDate(label))
}

/** A bucket in a sentence or a table: "Thu, 12 Nov 2026", "Week of 9 Nov 2026", "12 Nov, 14:00". */
export function formatBucket(label: string, interval: Interval): string {
  switch (interval) {
    case 'hour':
      return dateFormat(DAY_HOUR).format(toDate(label))
    case 'day':
      return dateFormat(LONG_DAY).format(toDate(label))
    case 'week':
      return WORDS.weekOf(dateFormat(WEEK_DAY).format(toDate(label)))
    case 'month':
      return dateFormat(MONTH).format(toDate(label))
  }
}

/** A moment on this device, from ISO 8601: 24 Nov 2026, 14:02. */
export function formatMoment(iso: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}

/** An hour of the day, 0–23, as a clock shows it: 14:00. */
export function formatHour(hour: number): string {
  return dateFormat(CLOCK).format(new Date(Date.UTC(1970, 0, 1, hour)))
}

/** A moment's clock time on this device, 14:02. */
export function formatClock(instant: Date): string {
  return new Intl.DateTimeFormat(LOCALE, CLOCK).format(instant)
}

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const
const DAY_HOUR = { day: 'numeric', month: 'short', ...CLOCK } as const
const SHORT_DAY = { day: 'numeric', month: 'short' } as const
const LONG_DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const WEEK_DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const
const MONTH = { month: 'short', year: 'numeric' } as const

// Making a DateTimeFormat costs about 50 µs; a year of ticks asks for hundreds.
const formats = new Map<object, Intl.DateTimeFormat>()

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(options)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' })
  formats.set(options, made)
  return made
}

/** Labels are local to the site already, so they are read and written in UTC and never shifted. */
function toDate(label: string): Date {
  return new Date(`${label.slice(0, 10)}T${label.slice(11, 16) || '00:00'}:00Z`)
}
