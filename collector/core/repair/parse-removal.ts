import type { Site } from '../ports.ts'
import { leavesOf } from '../query/condition.ts'
import { parseDateRange } from '../query/date-range.ts'
import { isVisitEndDimension } from '../query/dimensions.ts'
import { isObject, newFaults, refuseUnknownKeys } from '../query/faults.ts'
import { parseFilters } from '../query/parse-filters.ts'
import { timezoneAt } from '../site/time-zone.ts'
import { localDay } from '../time/zone.ts'
import type { RemovalQuestion } from './removal.ts'

export type RemovalParseResult =
  | {
      readonly ok: true
      readonly question: RemovalQuestion
      /** How many events whoever removes them expects to go; undefined for a preview. */
      readonly expected: number | undefined
      readonly filters: unknown
    }
  /** Every fault with its JSON path. */
  | { readonly ok: false; readonly errors: readonly string[] }

/** Reads what is to be removed, or only counted: `date_range`, `filters`, and `expected_events` when it is meant. */
export function parseRemoval(body: unknown, site: Site, nowSeconds: number): RemovalParseResult {
  const faults = newFaults()
  if (!isObject(body)) return { ok: false, errors: ['#: The body must be a JSON object.'] }
  refuseUnknownKeys(body, ['date_range', 'filters', 'expected_events'], '', faults)
  const timezone = timezoneAt(site, nowSeconds)
  const statsStart = localDay(site.createdAtSeconds, site.timezone)
  const range = parseDateRange(body['date_range'], { timezone, nowSeconds, statsStart })
  if (!range.ok) faults.add('date_range', range.error)
  else if (range.range.period.fromSecond !== undefined) {
    faults.add(
      'date_range',
      'Events are removed by whole days. Use two dates such as ["2026-01-30", "2026-01-31"].',
    )
  }
  const filters = parseFilters(body['filters'], { goals: site.goals, segments: site.segments.list }, faults)
  if (filters.length === 0 && faults.messages.length === 0) {
    faults.add('filters', 'Give at least one filter: without any, every event would be removed.')
  }
  const leaves = filters.flatMap(filter => leavesOf(filter, true))
  if (leaves.some(leaf => leaf.kind === 'value' && isVisitEndDimension(leaf.dimension))) {
    faults.add(
      'filters',
      'Events are removed one by one. Use event:page or event:hostname instead of entry and exit pages.',
    )
  }
  const expected = body['expected_events']
  if (
    expected !== undefined &&
    !(typeof expected === 'number' && Number.isInteger(expected) && expected >= 0)
  ) {
    faults.add('expected_events', 'Give the number of events that the preview has shown.')
  }
  if (!range.ok || faults.messages.length > 0) return { ok: false, errors: faults.messages }
  return {
    ok: true,
    question: { siteId: site.id, period: range.range.period, filters },
    expected: typeof expected === 'number' ? expected : undefined,
    filters: body['filters'],
  }
}
