import type { RawDay } from '../ports.ts'

/** Events and days that are sealed together at most: what fits into the memory of a small machine. */
const MOST_EVENTS = 600_000
const MOST_DAYS = 2_000

/** A day to seal and the time zone it was lived in. */
export interface ZonedDay extends RawDay {
  readonly timezone: string
}

/** Days of one time zone that are sealed together. */
export interface Chunk {
  readonly timezone: string
  readonly days: readonly ZonedDay[]
}

/** Parts days into chunks, each of one time zone, in the order of their days. A day with very many events is alone. */
export function toChunks(days: readonly ZonedDay[]): readonly Chunk[] {
  const zones = new Map<string, ZonedDay[]>()
  for (const day of days) {
    const known = zones.get(day.timezone)
    if (known === undefined) zones.set(day.timezone, [day])
    else known.push(day)
  }
  return [...zones].flatMap(([timezone, ofZone]) => {
    const chunks: ZonedDay[][] = []
    let events = 0
    for (const day of ofZone.toSorted((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : a.siteId - b.siteId,
    )) {
      const latest = chunks.at(-1)
      if (latest === undefined || latest.length >= MOST_DAYS || events + day.events > MOST_EVENTS) {
        chunks.push([day])
        events = day.events
      } else {
        latest.push(day)
        events += day.events
      }
    }
    return chunks.map(chunk => ({ timezone, days: chunk }))
  })
}
