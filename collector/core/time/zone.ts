import type { Day } from '../ids.ts'

const DAY_SECONDS = 86_400

/** True for a name of the IANA time zone database that this Node.js knows, such as `Europe/Helsinki`. */
export function isTimezone(name: string): boolean {
  if (name === '' || /^[+-]/.test(name)) return false
  try {
    formatterOf(name)
    return true
  } catch {
    return false
  }
}

/** The local calendar day at an instant, in seconds since 1970. Cheap while the instants stay within a few days. */
export function localDay(seconds: number, timezone: string): Day {
  const known = knownDays.get(timezone) ?? []
  const found = known.find(({ startsAt, endsAt }) => seconds >= startsAt && seconds < endsAt)
  if (found !== undefined) return found.day
  const day = localDateTime(seconds, timezone).slice(0, 10) as Day
  const startsAt = startOfDaySeconds(day, timezone)
  const endsAt = startOfDaySeconds(addDays(day, 1), timezone)
  knownDays.set(timezone, [{ day, startsAt, endsAt }, ...known.slice(0, KNOWN_DAYS - 1)])
  return day
}

/** First instant of a local day, in seconds since 1970; right too where summer time begins at midnight. */
export function startOfDaySeconds(day: Day, timezone: string): number {
  const key = `${day} ${timezone}`
  const known = knownStarts.get(key)
  if (known !== undefined) return known
  const start = findStartOfDay(day, timezone)
  if (knownStarts.size >= KNOWN_STARTS) knownStarts.clear()
  knownStarts.set(key, start)
  return start
}

function findStartOfDay(day: Day, timezone: string): number {
  // No zone is further than 14 h ahead of or 12 h behind UTC; 26 h and 16 h leave room for history's oddities.
  const midnightUtc = Date.parse(`${day}T00:00:00Z`) / 1_000
  let before = midnightUtc - 26 * 3_600
  let within = midnightUtc + 16 * 3_600
  const offset = offsetAt(before, timezone)
  // The clocks stay as they are, as on nearly all days.
  if (offsetAt(within, timezone) === offset) {
    const start = midnightUtc - offset
    if (offsetAt(start - 1, timezone) === offset && offsetAt(start, timezone) === offset) return start
  }
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (localDateTime(middle, timezone).slice(0, 10) >= day) within = middle
    else before = middle
  }
  return within
}

/** How far a zone is ahead of UTC at an instant, s. */
function offsetAt(instant: number, timezone: string): number {
  return utcSeconds(localDateTime(instant, timezone)) - instant
}

/** The day so many days later (or earlier, if negative); calendar arithmetic, no time zone involved. */
export function addDays(day: Day, days: number): Day {
  const time = Date.parse(`${day}T00:00:00Z`) + days * DAY_SECONDS * 1_000
  return new Date(time).toISOString().slice(0, 10) as Day
}

/** Wall-clock time at an instant as `YYYY-MM-DD HH:MM:SS`. */
export function localDateTime(seconds: number, timezone: string): string {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of formatterOf(timezone).formatToParts(seconds * 1_000)) parts[type] = value
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second}`
}

/**
 * The instant at which the wall clock shows `YYYY-MM-DD HH:MM:SS`, in seconds since 1970.
 * An hour that comes twice means its first time; one that is skipped means as much later as was skipped.
 */
export function secondsOfLocal(dateTime: string, timezone: string): number {
  const asUtc = utcSeconds(dateTime)
  const offsets = [asUtc - DAY_SECONDS, asUtc + DAY_SECONDS].map(instant => offsetAt(instant, timezone))
  const instants = offsets.map(offset => asUtc - offset)
  const exact = instants.filter(instant => localDateTime(instant, timezone) === dateTime)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...instants)
}

function utcSeconds(dateTime: string): number {
  return Date.parse(`${dateTime.replace(' ', 'T')}Z`) / 1_000
}

interface KnownDay {
  readonly day: Day
  readonly startsAt: number
  readonly endsAt: number
}

/** Days that are remembered per time zone, since `Intl` takes its time. An import's days and today's fit. */
const KNOWN_DAYS = 8
/** Starts of days that are remembered in all zones together: all sites have the same few days before and after today. */
const KNOWN_STARTS = 2_000
const knownStarts = new Map<string, number>()
const knownDays = new Map<string, readonly KnownDay[]>()
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timezone, formatter)
  return formatter
}
