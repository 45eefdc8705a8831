const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** True when there is such a day in the Gregorian calendar; `month` is 1–12. */
export function isDate(year: number, month: number, day: number): boolean {
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + leapDay
}
