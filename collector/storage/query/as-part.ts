import type { Part } from '../../core/planning/plan.ts'
import type { Query } from '../../core/query/query.ts'

/** Raw events that are asked for in words of their own, and in those that other statements are made of. */
interface EventPart {
  readonly part: Part
  readonly query: Query
}

/** Raw events of the whole period that match every filter. */
export function asPart({
  siteId,
  timezone,
  period,
  filters,
}: Pick<Query, 'siteId' | 'timezone' | 'period' | 'filters'>): EventPart {
  const part: Part = {
    tally: 'events',
    components: [],
    source: 'events',
    days: [{ first: period.firstDay, last: period.lastDay }],
    rows: undefined,
    fromSecond: period.fromSecond,
    untilSecond: period.untilSecond,
    filters,
    dimensions: [],
    goal: undefined,
  }
  const query: Query = {
    siteId,
    timezone,
    period,
    filters,
    metrics: [],
    dimensions: [],
    goals: [],
    orderBy: [],
    include: { imports: false, timeLabels: false, totalRows: false },
    pagination: { limit: 1, offset: 0 },
  }
  return { part, query }
}
