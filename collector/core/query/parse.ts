import type { Day } from '../ids.ts'
import type { Site } from '../ports.ts'
import { timezoneAt } from '../site/time-zone.ts'
import { localDay } from '../time/zone.ts'
import { COMPARISONS, comparedPeriod } from './compare.ts'
import { asksForGoal, type Condition } from './condition.ts'
import { type DateRange, parseDateRange, type RangeClock } from './date-range.ts'
import { type Dimension, GOAL_DIMENSION, isTimeDimension } from './dimensions.ts'
import { type Faults, isObject, newFaults, quoted, refuseUnknownKeys } from './faults.ts'
import { bucketCountAbout, intervalOfPeriod } from './intervals.ts'
import { type FilterContext, parseFilters } from './parse-filters.ts'
import { parseDimensions, parseMetrics, parseOrderBy } from './parse-lists.ts'
import type { Include, Period, Query } from './query.ts'
import { refuseMixedScopes } from './scopes.ts'
import { intervalOf } from './time-dimension.ts'

export type QueryParseResult =
  | { readonly ok: true; readonly query: Query; readonly asked: Asked }
  /** Every fault with its JSON path: `#/metrics/0: Invalid metric "x". Use one of …`. */
  | { readonly ok: false; readonly errors: readonly string[] }

/** What the answer repeats as it was asked: segments and goals stay names. */
export interface Asked {
  readonly filters: unknown
}

/** What is known about the site besides the site itself. */
export interface QueryContext extends FilterContext {
  /** Where `"all"` begins; by default the day on which the site was added. */
  readonly statsStart?: Day
}

const KEYS = [
  'site_id',
  'metrics',
  'date_range',
  'dimensions',
  'filters',
  'order_by',
  'include',
  'pagination',
] as const

/** Rows of a page of an answer when the request names no limit, and at most. */
export const MAX_LIMIT = 10_000
export const MAX_OFFSET = 10_000_000
/** More points than this are no time series that anybody reads. */
const MAX_BUCKETS = 20_000

/** The site that a request body asks about, so that the caller can look it up first; undefined when it names none. */
export function parseSiteId(body: unknown): string | undefined {
  const domain = isObject(body) ? body['site_id'] : undefined
  return typeof domain === 'string' && domain !== '' ? domain : undefined
}

/** Reads the body of `POST /api/v2/query` into a query with nothing left to resolve. */
export function parseQuery(
  body: unknown,
  site: Site,
  nowSeconds: number,
  context: QueryContext = { goals: [], segments: [] },
): QueryParseResult {
  const statsStart = context.statsStart ?? localDay(site.createdAtSeconds, site.timezone)
  const timezone = timezoneAt(site, nowSeconds)
  const faults = newFaults()
  if (!isObject(body)) return { ok: false, errors: ['#: The body must be a JSON object.'] }
  refuseUnknownKeys(body, KEYS, '', faults)
  if (parseSiteId(body) === undefined)
    faults.add('site_id', 'Give the domain of the site, such as "example.com".')

  const clock = { timezone, nowSeconds, statsStart }
  const metrics = parseMetrics(body['metrics'], faults)
  const range = parseRange(body['date_range'], clock, faults)
  const asked = parseDimensions(body['dimensions'], faults)
  const filters = parseFilters(body['filters'], context, faults)
  refuseMixedScopes(metrics, asked, filters, faults)
  const orderBy = parseOrderBy(body['order_by'], metrics, asked, faults)
  const include = parseInclude(body['include'], asked, range, clock, faults)
  const pagination = parsePagination(body['pagination'], faults)
  if (range !== undefined) refuseTooManyBuckets(range.period, asked, timezone, faults)

  if (faults.messages.length > 0 || range === undefined) return { ok: false, errors: faults.messages }
  const concrete = (name: Dimension) =>
    name === 'time' ? (`time:${intervalOfPeriod(range.period)}` as const) : name
  const dimensions = asked.map(concrete)
  return {
    ok: true,
    asked: { filters: body['filters'] ?? [] },
    query: {
      siteId: site.id,
      timezone,
      metrics,
      dimensions,
      period: range.period,
      filters,
      goals: dimensions.includes(GOAL_DIMENSION) ? goalsToSplitBy(filters, context) : [],
      orderBy:
        orderBy.length > 0
          ? orderBy.map(([key, direction]) => [key === 'time' ? concrete(key) : key, direction] as const)
          : defaultOrder(metrics, dimensions),
      include,
      pagination,
    },
  }
}

/** The goals that the filters ask for, where they ask for any: those of the first filter that all others name too. */
function goalsToSplitBy(filters: readonly Condition[], { goals }: QueryContext): Query['goals'] {
  if (!asksForGoal(filters)) return goals
  return goals.filter(goal =>
    filters.every(filter => filter.kind !== 'goal' || filter.goals.some(wanted => wanted === goal)),
  )
}

function parseRange(value: unknown, clock: RangeClock, faults: Faults): DateRange | undefined {
  const result = parseDateRange(value, clock)
  if (result.ok) return result.range
  faults.add('date_range', result.error)
  return undefined
}

function parseInclude(
  value: unknown,
  dimensions: readonly Dimension[],
  range: DateRange | undefined,
  clock: RangeClock,
  faults: Faults,
): Include {
  if (value === undefined) return NOTHING_INCLUDED
  if (!isObject(value)) {
    faults.add('include', 'Give an object such as {"time_labels": true}.')
    return NOTHING_INCLUDED
  }
  refuseUnknownKeys(value, INCLUDE_KEYS, 'include/', faults)
  const flag = (key: string): boolean => {
    const given = value[key]
    if (given !== undefined && typeof given !== 'boolean') faults.add(`include/${key}`, 'Use true or false.')
    return given === true
  }
  const timeLabels = flag('time_labels')
  if (timeLabels && !dimensions.some(isTimeDimension)) {
    faults.add('include/time_labels', 'Time labels need a dimension of time, such as "time:day".')
  }
  const matchesWeekdays = flag('compare_match_day_of_week')
  if (matchesWeekdays && value['compare'] === undefined) {
    faults.add('include/compare_match_day_of_week', 'There is nothing to compare with. Add compare.')
  }
  const compare = parseCompare(value['compare'], range, { ...clock, matchesWeekdays }, faults)
  return {
    imports: flag('imports'),
    timeLabels,
    totalRows: flag('total_rows'),
    ...(compare !== undefined && { compare }),
  }
}

const INCLUDE_KEYS = ['imports', 'time_labels', 'total_rows', 'compare', 'compare_match_day_of_week'] as const
const NOTHING_INCLUDED: Include = { imports: false, timeLabels: false, totalRows: false }

function parseCompare(
  value: unknown,
  range: DateRange | undefined,
  clock: RangeClock & { readonly matchesWeekdays: boolean },
  faults: Faults,
): Period | undefined {
  if (value === undefined) return undefined
  const named = COMPARISONS.find(known => known === value)
  if (named !== undefined) return range && comparedPeriod(range, named, clock)
  if (!Array.isArray(value)) {
    faults.add(
      'include/compare',
      `Invalid comparison ${quoted(value)}. Use ${COMPARISONS.join(', ')} or two dates.`,
    )
    return undefined
  }
  const compared = parseDateRange(value, clock)
  if (!compared.ok) {
    faults.add('include/compare', compared.error)
    return undefined
  }
  return range && comparedPeriod(range, compared.range.period, clock)
}

function parsePagination(value: unknown, faults: Faults): Query['pagination'] {
  const whole = { limit: MAX_LIMIT, offset: 0 }
  if (value === undefined) return whole
  if (!isObject(value)) {
    faults.add('pagination', 'Give an object such as {"limit": 100, "offset": 0}.')
    return whole
  }
  refuseUnknownKeys(value, ['limit', 'offset'], 'pagination/', faults)
  const number = (key: 'limit' | 'offset', least: number, most: number): number => {
    const given = value[key] === undefined ? whole[key] : value[key]
    if (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most) return given
    faults.add(`pagination/${key}`, `Use a whole number from ${least} to ${most}.`)
    return whole[key]
  }
  return { limit: number('limit', 1, MAX_LIMIT), offset: number('offset', 0, MAX_OFFSET) }
}

function refuseTooManyBuckets(
  period: Period,
  dimensions: readonly Dimension[],
  timezone: string,
  faults: Faults,
): void {
  const time = dimensions.find(isTimeDimension)
  if (time === undefined) return
  const interval = time === 'time' ? intervalOfPeriod(period) : intervalOf(time)
  if (bucketCountAbout(period, interval, timezone) > MAX_BUCKETS) {
    faults.add('dimensions', `The range has more than ${MAX_BUCKETS} buckets of "${time}". Use a longer one.`)
  }
}

function defaultOrder(metrics: Query['metrics'], dimensions: readonly Dimension[]): Query['orderBy'] {
  const time = dimensions.filter(isTimeDimension).map(dimension => [dimension, 'asc'] as const)
  return [...time, ...metrics.slice(0, 1).map(metric => [metric, 'desc'] as const)]
}
