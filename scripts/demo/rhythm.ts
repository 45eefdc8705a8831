import { addDays, localDay, startOfDaySeconds } from '../../collector/core/time/zone.ts'

/** Seconds of one day of 24 hours. */
export const DAY_SECONDS = 86_400

/** Sunday first, as `Date` counts. A shop for outdoor things is busiest on Sunday evening and quiet on Friday. */
const WEEKDAY_FACTORS = [1.2, 1.06, 1.02, 1.0, 1.0, 0.86, 0.9] as const

/** Share of a working day's visitors by local hour: lunch, and the evening on the sofa. */
const WORKDAY_HOURS = [
  6, 3, 2, 1, 1, 3, 9, 20, 30, 36, 40, 52, 50, 40, 38, 40, 46, 54, 62, 74, 82, 72, 44, 18,
] as const

/** The same for Saturday and Sunday: a late start, no lunch peak. */
const WEEKEND_HOURS = [
  11, 6, 3, 2, 1, 1, 4, 10, 24, 42, 56, 62, 62, 60, 60, 62, 66, 70, 76, 84, 86, 70, 42, 20,
] as const

/** Days of the year that change how many people shop, as month-day. */
const HOLIDAY_FACTORS: Readonly<Record<string, number>> = {
  '01-01': 0.7,
  '01-06': 0.85,
  '05-01': 0.75,
  '12-06': 0.7,
  '12-23': 0.7,
  '12-24': 0.35,
  '12-25': 0.5,
  '12-26': 1.15,
  '12-31': 0.65,
}

/** One local day of the shop: calendar facts and where it begins. */
export interface LocalDay {
  /** Days since 1970-01-01; that was a Thursday. */
  readonly number: number
  /** First second of the day in Europe/Helsinki, seconds since 1970. */
  readonly startSeconds: number
  /** First second of the next day: 82,800, 86,400 or 90,000 later. */
  readonly endSeconds: number
}

/** The shop's time zone. */
export const SHOP_TIMEZONE = 'Europe/Helsinki'

/** The shop's local days that touch `[firstSecond, untilSecond)`, in order. */
export function* localDays(firstSecond: number, untilSecond: number): Generator<LocalDay> {
  let day = localDay(firstSecond, SHOP_TIMEZONE)
  let startSeconds = startOfDaySeconds(day, SHOP_TIMEZONE)
  while (startSeconds < untilSecond) {
    const number = Date.parse(day) / (DAY_SECONDS * 1_000)
    day = addDays(day, 1)
    const endSeconds = startOfDaySeconds(day, SHOP_TIMEZONE)
    yield { number, startSeconds, endSeconds }
    startSeconds = endSeconds
  }
}

/** How busy the day is, 1 for an ordinary Wednesday: weekday, public holidays, Black Friday. */
export function dayFactor(day: LocalDay): number {
  const date = new Date(day.number * DAY_SECONDS * 1_000)
  const holiday = HOLIDAY_FACTORS[date.toISOString().slice(5, 10)] ?? 1
  return (WEEKDAY_FACTORS[date.getUTCDay()] ?? 1) * holiday * midsummerFactor(date) * blackFridayFactor(date)
}

/** The 24 weights of the day's local hours. */
export function hourWeights(day: LocalDay): readonly number[] {
  const weekday = new Date(day.number * DAY_SECONDS * 1_000).getUTCDay()
  return weekday === 0 || weekday === 6 ? WEEKEND_HOURS : WORKDAY_HOURS
}

/** Days since the last newsletter, 0–13: it goes out every other Thursday, and day 0 of 1970 was one. */
export function daysSinceNewsletter(day: LocalDay): number {
  return day.number % 14
}

/** Midsummer's Eve is the Friday between 19 and 25 June; the country is at its cabins until Sunday. */
function midsummerFactor(date: Date): number {
  if (date.getUTCMonth() !== 5) return 1
  const fridayDate = date.getUTCDate() - ((date.getUTCDay() + 2) % 7)
  return fridayDate >= 19 && fridayDate <= 25 && date.getUTCDate() - fridayDate <= 1 ? 0.45 : 1
}

/** The day after the fourth Thursday of November, and the weekend that follows. */
function blackFridayFactor(date: Date): number {
  const sinceFriday = (date.getUTCDay() + 2) % 7
  const friday = new Date(date.getTime() - sinceFriday * DAY_SECONDS * 1_000)
  const isBlack = friday.getUTCMonth() === 10 && friday.getUTCDate() >= 23 && friday.getUTCDate() <= 29
  return isBlack && sinceFriday <= 3 ? ([1.9, 1.4, 1.3, 1.35][sinceFriday] ?? 1) : 1
}
