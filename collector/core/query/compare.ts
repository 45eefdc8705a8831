import type { Day } from '../ids.ts'
import { addMonths, daysBetween, FIRST_DAY } from '../time/calendar.ts'
import { addDays, localDateTime, localDay, secondsOfLocal, startOfDaySeconds } from '../time/zone.ts'
import { type DateRange, periodOfInstants } from './date-range.ts'
import type { Period } from './query.ts'

export const COMPARISONS = ['previous_period', 'year_over_year'] as const
export type Comparison = (typeof COMPARISONS)[number]

interface Clock {
  readonly timezone: string
  /** Seconds since 1970. */
  readonly nowSeconds: number
  /** Compare weekdays with weekdays: move by whole weeks. */
  readonly matchesWeekdays?: boolean
}

const WEEK_DAYS = 7
const DAY_SECONDS = 86_400
/** The whole weeks that come nearest to a year. */
const YEAR_IN_WEEKS_DAYS = 364

/**
 * The period to compare with. `previous_period` is the same length just before (calendar months before calendar
 * months), `year_over_year` the same dates a year earlier, a `Period` is taken as it is. While the asked period is
 * unfinished, the compared one is cut at the same point: same day of it, same local time. With `matchesWeekdays` a named
 * comparison is moved by whole weeks instead: the fewest that leave the asked period, or 52.
 */
export function comparedPeriod(asked: DateRange, comparison: Comparison | Period, clock: Clock): Period {
  return notBefore1970(resolveComparison(asked, comparison, clock))
}

function resolveComparison(asked: DateRange, comparison: Comparison | Period, clock: Clock): Period {
  const { period } = asked
  if (typeof comparison === 'string' && period.fromSecond !== undefined && period.untilSecond !== undefined) {
    return comparedInstants(period.fromSecond, period.untilSecond, comparison, clock)
  }
  const inWeeks = clock.matchesWeekdays === true && typeof comparison === 'string'
  const shift = inWeeks ? weekShift(period, comparison) : dayShift(asked, comparison)
  const compared = inWeeks
    ? { firstDay: shift(period.firstDay), lastDay: shift(period.lastDay) }
    : typeof comparison === 'string'
      ? { firstDay: shift(period.firstDay), lastDay: lastComparedDay(asked, comparison, shift) }
      : comparison
  return cutToElapsed(period, compared, shift, clock)
}

/** Maps a day of the asked period to the one that it is compared with. */
function dayShift({ period, months }: DateRange, comparison: Comparison | Period): (day: Day) => Day {
  if (comparison === 'year_over_year') return day => addMonths(day, -12)
  if (comparison === 'previous_period') {
    if (months !== undefined) return day => addMonths(day, -months)
    const length = daysBetween(period.firstDay, period.lastDay) + 1
    return day => addDays(day, -length)
  }
  return day => addDays(comparison.firstDay, daysBetween(period.firstDay, day))
}

function weekShift(period: Period, comparison: Comparison): (day: Day) => Day {
  const length = daysBetween(period.firstDay, period.lastDay) + 1
  const days =
    comparison === 'year_over_year' ? YEAR_IN_WEEKS_DAYS : Math.ceil(length / WEEK_DAYS) * WEEK_DAYS
  return day => addDays(day, -days)
}

function lastComparedDay(
  { period, months }: DateRange,
  comparison: Comparison,
  shift: (day: Day) => Day,
): Day {
  // A whole month is compared with a whole month, though they differ in length.
  const nextDay = addDays(period.lastDay, 1)
  const endsWithMonth = nextDay.endsWith('-01') && (months !== undefined || comparison === 'year_over_year')
  return endsWithMonth ? addDays(shift(nextDay), -1) : shift(period.lastDay)
}

function cutToElapsed(asked: Period, compared: Period, shift: (day: Day) => Day, clock: Clock): Period {
  const today = localDay(clock.nowSeconds, clock.timezone)
  const isUnfinished = asked.firstDay <= today && today <= asked.lastDay && asked.fromSecond === undefined
  if (!isUnfinished || compared.fromSecond !== undefined) return compared
  const lastDay = shift(today)
  if (lastDay > compared.lastDay || lastDay < compared.firstDay) return compared
  const timeOfDay = localDateTime(clock.nowSeconds, clock.timezone).slice(11)
  // The present second may already hold events, so its counterpart is included.
  const untilSecond = secondsOfLocal(`${lastDay} ${timeOfDay}`, clock.timezone) + 1
  return { firstDay: compared.firstDay, lastDay, untilSecond }
}

function comparedInstants(from: number, until: number, comparison: Comparison, clock: Clock): Period {
  const elapsedUntil = from <= clock.nowSeconds ? Math.min(until, clock.nowSeconds + 1) : until
  const weekSeconds = WEEK_DAYS * DAY_SECONDS
  const inWeeks = Math.ceil((until - from) / weekSeconds) * weekSeconds
  const earlier = (second: number) => {
    if (comparison === 'year_over_year') {
      return clock.matchesWeekdays === true
        ? second - YEAR_IN_WEEKS_DAYS * DAY_SECONDS
        : yearEarlier(second, clock.timezone)
    }
    return second - (clock.matchesWeekdays === true ? inWeeks : until - from)
  }
  return periodOfInstants(earlier(from), Math.max(earlier(elapsedUntil), earlier(from) + 1), clock.timezone)
}

function yearEarlier(second: number, timezone: string): number {
  const local = localDateTime(second, timezone)
  const day = addMonths(local.slice(0, 10) as Day, -12)
  return Math.max(secondsOfLocal(`${day}${local.slice(10)}`, timezone), startOfDaySeconds(day, timezone))
}

/** The database knows no earlier time; a period wholly before it becomes a day without events. */
function notBefore1970(period: Period): Period {
  if (period.firstDay >= FIRST_DAY) return period
  if (period.lastDay < FIRST_DAY) return { firstDay: FIRST_DAY, lastDay: FIRST_DAY }
  const { lastDay, untilSecond } = period
  return { firstDay: FIRST_DAY, lastDay, ...(untilSecond !== undefined && { untilSecond }) }
}
