import type { Day, SiteId } from '../ids.ts'
import type { JournalledEvent, SiteDay } from '../ports.ts'

const QUOTE = 0x22
/** `"YYYY-MM-DD"` without the first quotation mark. */
const DAY_LENGTH = 10

/** The days of sites that some records (see event-record.ts) are of, each once. They are the first two fields of a record. */
export function daysOfRecords(events: readonly JournalledEvent[]): readonly SiteDay[] {
  const days = new Map<string, SiteDay>()
  for (const { record } of events) {
    const start = record.indexOf(QUOTE) + 1
    const key = record.toString('latin1', 1, start + DAY_LENGTH)
    if (days.has(key)) continue
    days.set(key, { siteId: Number.parseInt(key, 10) as SiteId, day: key.slice(-DAY_LENGTH) as Day })
  }
  return [...days.values()]
}
