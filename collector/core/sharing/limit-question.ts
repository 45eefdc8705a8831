import type { Day } from '../ids.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { FunnelQuestion } from '../paths/funnel.ts'
import type { JourneyQuestion } from '../paths/journey.ts'
import { type Condition, hasDone } from '../query/condition.ts'
import { isTimeDimension } from '../query/dimensions.ts'
import { type Faults, newFaults } from '../query/faults.ts'
import type { Period, Query } from '../query/query.ts'
import { refuseMixedScopes } from '../query/scopes.ts'
import { intervalAmong } from '../query/time-dimension.ts'
import { addDays } from '../time/zone.ts'
import { conditionsOf, looksAtEvents } from './fixed-segment.ts'
import type { ShareLimits } from './share-limits.ts'

export type Limited<T> =
  | { readonly ok: true; readonly question: T }
  /** What may not be asked through the link, with its JSON path. */
  | { readonly ok: false; readonly errors: readonly string[] }

/** Metrics of which a row of enough visitors tells nothing that a single one did: neither amounts nor single ends of visits. */
const TOLD_WITH_MINIMUM: readonly Metric[] = [
  'visitors',
  'visits',
  'pageviews',
  'events',
  'views_per_visit',
  'bounce_rate',
  'visit_duration',
  'percentage',
  'conversion_rate',
  'time_on_page',
  'scroll_depth',
]

/**
 * What a query may ask through a link. The segment's conditions must hold besides whatever is asked. With a minimum,
 * questions are kept to those whose answers cannot be subtracted from one another: see large-rows.ts. `today` is the
 * site's local day.
 */
export function limitQuery(query: Query, limits: ShareLimits, today: Day): Limited<Query> {
  const faults = newFaults()
  const segment = segmentOf(limits, faults)
  if (looksAtEvents(segment) && query.filters.some(hasDone)) faults.add('filters', ELSEWHERE)
  const filters = [...segment, ...query.filters]
  refuseMixedScopes(query.metrics, query.dimensions, filters, faults)
  const limited = limits.minimum === 0 ? query : withMinimum(query, limits.minimum, today, faults)
  return faults.messages.length > 0
    ? { ok: false, errors: faults.messages }
    : { ok: true, question: { ...limited, filters } }
}

/** What a funnel or a journey may ask through a link. */
export function limitPaths<T extends FunnelQuestion | JourneyQuestion>(
  question: T,
  limits: ShareLimits,
): Limited<T> {
  const faults = newFaults()
  const segment = segmentOf(limits, faults)
  if (limits.minimum > 0)
    faults.add('steps', 'This link tells of rows of several visitors only, not of ways through the site.')
  else if (looksAtEvents(segment)) faults.add('steps', ELSEWHERE)
  return faults.messages.length > 0
    ? { ok: false, errors: faults.messages }
    : { ok: true, question: { ...question, filters: [...segment, ...question.filters] } }
}

const ELSEWHERE = 'This link shows some events only, and does not tell what else the same visits did.'

function segmentOf({ segment }: ShareLimits, faults: Faults): readonly Condition[] {
  if (segment === undefined) return []
  const conditions = conditionsOf(segment)
  if (conditions === undefined)
    faults.add(
      'site_id',
      'The segment that this link is limited to cannot be read any more. Ask for a new link.',
    )
  return conditions ?? []
}

function withMinimum(query: Query, leastVisitors: number, today: Day, faults: Faults): Query {
  if (query.filters.length > 0)
    faults.add('filters', 'This link tells of rows of several visitors only, and takes no filters.')
  if (
    query.dimensions.filter(dimension => !isTimeDimension(dimension)).length > 1 ||
    query.dimensions.length > 1
  )
    faults.add('dimensions', 'This link tells of rows of several visitors only. Use one dimension at most.')
  const interval = intervalAmong(query.dimensions)
  if (interval === 'hour' || interval === 'minute')
    faults.add('dimensions', 'This link tells of whole days only. Use "time:day" or a longer interval.')
  for (const [index, metric] of query.metrics.entries()) {
    if (!TOLD_WITH_MINIMUM.includes(metric))
      faults.add(
        `metrics/${index}`,
        `This link does not tell "${metric}". Use one of ${TOLD_WITH_MINIMUM.join(', ')}.`,
      )
  }
  const period = wholeDays(query.period, today)
  if (period === undefined)
    faults.add('date_range', 'This link tells of whole days that are over. Use days before today.')
  const compare = query.include.compare && wholeDays(query.include.compare, today)
  const { compare: _compare, ...include } = query.include
  return {
    ...query,
    ...(period !== undefined && { period }),
    include: { ...include, ...(compare !== undefined && { compare }) },
    leastVisitors,
  }
}

/**
 * What of a period are whole days before today. The compared period of one that is not over ends at the same time of day:
 * that day is left out there, too.
 */
function wholeDays({ firstDay, lastDay, fromSecond, untilSecond }: Period, today: Day): Period | undefined {
  if (fromSecond !== undefined) return undefined
  const end = untilSecond === undefined ? lastDay : addDays(lastDay, -1)
  const yesterday = addDays(today, -1)
  const last = end < today ? end : yesterday
  return firstDay > last ? undefined : { firstDay, lastDay: last }
}
