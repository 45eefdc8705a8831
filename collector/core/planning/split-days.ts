import type { Day } from '../ids.ts'
import type { Period } from '../query/query.ts'
import { isWithoutEvents, type SealedDays } from '../sealing/sealed-days.ts'
import { addDays, startOfDaySeconds } from '../time/zone.ts'

/** Local days from `first` to `last`, both included. */
export interface DayRange {
  readonly first: Day
  readonly last: Day
}

/** Whether a day is in one of these ranges. */
export function isWithin(day: Day, ranges: readonly DayRange[]): boolean {
  return ranges.some(({ first, last }) => first <= day && day <= last)
}

/** A period's days by where their figures are. */
export interface SplitDays {
  /** Sealed and wholly in the period; in rising order, none touching the next. */
  readonly sealed: readonly DayRange[]
  /** To be read from raw events: not sealed, or only a part of the day is asked for and it had events. */
  readonly raw: readonly DayRange[]
}

/** Parts a period into sealed days and others. Instants cut off parts of its first and last day. */
export function splitDays(period: Period, timezone: string, sealed: SealedDays): SplitDays {
  const { firstDay, lastDay, fromSecond, untilSecond } = period
  const cutsFirst = fromSecond !== undefined && fromSecond > startOfDaySeconds(firstDay, timezone)
  const cutsLast = untilSecond !== undefined && untilSecond < startOfDaySeconds(addDays(lastDay, 1), timezone)
  const raw = new Set<Day>(sealed.dirty)
  if (cutsFirst && !isWithoutEvents(firstDay, sealed)) raw.add(firstDay)
  if (cutsLast && !isWithoutEvents(lastDay, sealed)) raw.add(lastDay)

  const through = sealed.through === undefined || sealed.through > lastDay ? lastDay : sealed.through
  const isAnySealed = sealed.through !== undefined && firstDay <= through
  if (!isAnySealed) return { sealed: [], raw: [{ first: firstDay, last: lastDay }] }

  const ranges: { sealed: DayRange[]; raw: DayRange[] } = { sealed: [], raw: [] }
  let from = firstDay
  for (const day of [...raw].filter(one => one >= firstDay && one <= through).sort()) {
    if (from < day) ranges.sealed.push({ first: from, last: addDays(day, -1) })
    addRange(ranges.raw, { first: day, last: day })
    from = addDays(day, 1)
  }
  if (from <= through) ranges.sealed.push({ first: from, last: through })
  if (through < lastDay) addRange(ranges.raw, { first: addDays(through, 1), last: lastDay })
  return ranges
}

/** Neighbours become one. */
function addRange(ranges: DayRange[], range: DayRange): void {
  const latest = ranges.at(-1)
  if (latest !== undefined && addDays(latest.last, 1) === range.first) {
    ranges[ranges.length - 1] = { first: latest.first, last: range.last }
  } else ranges.push(range)
}
