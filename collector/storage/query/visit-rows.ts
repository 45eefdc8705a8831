import type { Part } from '../../core/planning/plan.ts'
import type { Query } from '../../core/query/query.ts'
import { VISIT_FACTS } from './columns.ts'
import { knownEvents } from './days.ts'
import type { Parameters } from './parameters.ts'

/**
 * Order of receipt as one number, by second and then by place in the journal: much cheaper than comparing pairs.
 * The place is cut to 32 bits, which tells the events of one second apart.
 */
export const RECEIVED =
  'bitOr(bitShiftLeft(toUInt64(events.timestamp), 32), bitAnd(events.sequence, 4294967295))'

const IS_VIEW = "events.name = 'pageview'"

/** What is wanted of visits, and what narrows the events that they are put together from. */
export interface VisitRowsOptions {
  /** SQL that reads the rows by alias `visit_rows`: columns that it does not name are left out. */
  readonly readBy: readonly string[]
  /** Facts that every event of a visit repeats: a visit is there whole or not at all. */
  readonly conditions: readonly string[]
  /** Which events make the visit count; the others only belong to it. */
  readonly matching: string
}

/**
 * One row per visit of a part's days, made of its events before the end of the period: a visit never crosses the site's
 * midnight, so its days hold it whole. Visits that began before the period's first instant are still in it.
 */
export function visitRows(
  part: Part,
  query: Query,
  { readBy, conditions, matching }: VisitRowsOptions,
  parameters: Parameters,
): string {
  const columns = { ...COLUMNS, matching_events: `countIf(${matching})` }
  const isRead = (name: string) => readBy.some(sql => new RegExp(`\\bvisit_rows\\.${name}\\b`).test(sql))
  const wanted = Object.entries(columns).filter(([name]) => name === 'visit_id' || isRead(name))
  return `SELECT
    ${wanted.map(([name, sql]) => `${sql} AS ${name}`).join(',\n    ')}
  FROM events
  WHERE ${[...knownEvents(part, query.siteId, parameters), ...conditions].join('\n    AND ')}
  GROUP BY events.visit_id`
}

const COLUMNS: Readonly<Record<string, string>> = {
  visit_id: 'events.visit_id',
  visitor_id: 'any(events.visitor_id)',
  visit_day: 'min(events.day)',
  started_at: 'min(events.timestamp)',
  ended_at: 'max(events.timestamp)',
  views: `countIf(${IS_VIEW})`,
  customs: "countIf(events.name NOT IN ('pageview', 'engagement'))",
  interactive_events: "countIf(events.name NOT IN ('pageview', 'engagement') AND events.interactive = 1)",
  entry_page: `argMinIf(events.page, ${RECEIVED}, ${IS_VIEW})`,
  exit_page: `argMaxIf(events.page, ${RECEIVED}, ${IS_VIEW})`,
  entry_hostname: `argMinIf(events.hostname, ${RECEIVED}, ${IS_VIEW})`,
  exit_hostname: `argMaxIf(events.hostname, ${RECEIVED}, ${IS_VIEW})`,
  ...Object.fromEntries(VISIT_FACTS.map(fact => [fact, `any(events.${fact})`])),
}
