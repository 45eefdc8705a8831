import type { Metric } from '../../../collector/core/metrics/catalogue.ts'
import type { TimeDimension, ValueDimension } from '../../../collector/core/query/dimensions.ts'
import type { DateRange, FilterBody, QueryBody, SegmentBody } from '../../../collector/http/contract.ts'
import { columnsOf } from './columns.ts'
import { toCompareInclude } from './comparisons.ts'
import { FIGURES } from './figures.ts'
import { toFilterBodies } from './filter-bodies.ts'
import { isCoarse } from './guest.ts'
import { fittingIntervals, type Interval, usualInterval } from './intervals.ts'
import { valuesNamed } from './names.ts'
import type { ListDimensions } from './panels.ts'
import { addDays, type DayRange, endsYesterday, type LocalDay, laterDay, samePartBefore } from './periods.ts'
import { dimensionsIn } from './segment-filters.ts'
import { type DetailsView, daysOf, dimensionsOfFilter, type View, withoutConditions } from './view-url.ts'

/** Minutes that somebody counts as being here after their last event. */
const HERE_NOW_MINUTES = 5
/** Rows of one page of a whole list. */
export const DETAILS_ROWS = 100
/** Rows that one answer of the API has at most. */
export const MOST_ROWS = 10_000
/** Values that one filter may have at most. */
const MOST_VALUES = 200
/** Days that the hours of the week are taken from at most: 52 weeks, and fewer hours than an answer has rows. */
export const MOST_HEAT_DAYS = 364

/** What the six figures ask. */
export function figuresQuestion(domain: string, view: View, today: LocalDay): QueryBody {
  return { ...common(domain, view, today), metrics: [...FIGURES] }
}

/** What the time series asks: every metric, so that another figure is drawn without asking again. */
export function seriesQuestion(domain: string, view: View, today: LocalDay): QueryBody {
  const question = common(domain, view, today)
  return {
    ...question,
    metrics: [...FIGURES],
    dimensions: [timeDimension(shownInterval(view, today))],
    include: { ...question.include, time_labels: true },
  }
}

/** What a panel asks: visitors by its dimensions, the largest first, with the number of all rows. */
export function panelQuestion(
  domain: string,
  view: View,
  today: LocalDay,
  dimensions: ListDimensions,
  limit: number,
): QueryBody {
  return {
    ...uncompared(domain, view, today),
    metrics: dimensions[0] === 'event:goal' ? ['visitors', 'conversion_rate'] : ['visitors'],
    dimensions: [...dimensions],
    order_by: [['visitors', 'desc']],
    include: { total_rows: true },
    pagination: { limit, offset: 0 },
  }
}

/**
 * What the table of a whole list asks: a page of it, sorted and searched as the view says. `applied` are the view's segments,
 * as far as they are known.
 */
export function detailsQuestion(
  domain: string,
  view: View,
  today: LocalDay,
  dimensions: ListDimensions,
  details: DetailsView,
  applied: readonly SegmentBody[] = [],
): QueryBody {
  const { filters = [], ...question } = uncompared(domain, view, today)
  const metrics = shownColumns(dimensions, view, applied)
  const { metric, direction } = shownSort(details, metrics)
  const all = [...filters, ...toSearchFilters(dimensions, details.search.trim())]
  return {
    ...question,
    ...(all.length === 0 ? {} : { filters: all }),
    metrics: [...metrics],
    dimensions: [...dimensions],
    order_by: [[metric, direction]],
    include: { total_rows: true },
    pagination: { limit: DETAILS_ROWS, offset: details.page * DETAILS_ROWS },
  }
}

/** The metrics of a whole list: whoever sees a part of the site is not told of single ends of visits. */
export function shownColumns(
  dimensions: ListDimensions,
  { filters, guest }: View,
  applied: readonly SegmentBody[] = [],
): readonly Metric[] {
  const isPart = guest !== undefined && (guest.segment !== '' || guest.minimum > 0)
  const filtered = [
    ...filters.flatMap(dimensionsOfFilter),
    ...applied.flatMap(segment => dimensionsIn(segment.filters)),
  ]
  return columnsOf(dimensions, filtered).filter(metric => !isPart || metric !== 'exit_rate')
}

/** The same list from its first row on, as far as one answer goes: what is exported. */
export function exportQuestion(question: QueryBody): QueryBody {
  return { ...question, pagination: { limit: MOST_ROWS, offset: 0 } }
}

/** The column that a list is sorted by: the chosen one where the list has it, else visitors. */
export function shownSort(
  details: DetailsView,
  metrics: readonly Metric[],
): { readonly metric: Metric; readonly direction: 'asc' | 'desc' } {
  const { sort } = details
  return sort !== undefined && metrics.includes(sort.metric)
    ? sort
    : { metric: 'visitors', direction: 'desc' }
}

/** Visitors and page views of every hour of the period, at most of its last 52 weeks. */
export function heatQuestion(domain: string, view: View, today: LocalDay): QueryBody {
  const { from, to } = heatDays(view, today)
  return {
    ...uncompared(domain, view, today),
    date_range: [from, to],
    metrics: ['visitors', 'pageviews'],
    dimensions: ['time:hour'],
  }
}

/** The days of `heatQuestion`. */
export function heatDays(view: View, today: LocalDay): DayRange {
  const days = daysOf(view, today) ?? { from: '1970-01-01', to: today }
  const earliest = addDays(days.to, 1 - MOST_HEAT_DAYS)
  return { from: laterDay(days.from, earliest), to: days.to }
}

/** How many visitors had an event in the last five minutes before `now`; filters do not apply. */
export function hereNowQuestion(domain: string, now: Date): QueryBody {
  const from = new Date(now.getTime() - HERE_NOW_MINUTES * 60_000)
  return { site_id: domain, metrics: ['visitors'], date_range: [from.toISOString(), now.toISOString()] }
}

/** Today's visitors beside those of the same weekday a week ago until the same time. */
export function glanceQuestion(domain: string, today: LocalDay): QueryBody {
  return {
    site_id: domain,
    metrics: ['visitors'],
    date_range: [today, today],
    include: { compare: 'previous_period', compare_match_day_of_week: true },
  }
}

/** Visitors of each of the last seven days, today included. */
export function weekQuestion(domain: string, today: LocalDay): QueryBody {
  return {
    site_id: domain,
    metrics: ['visitors'],
    date_range: [addDays(today, -6), today],
    dimensions: ['time:day'],
    include: { time_labels: true },
  }
}

/** The interval that is drawn: the chosen one where it fits the period, else the usual; undefined: the collector's choice. */
export function shownInterval(view: View, today: LocalDay): Interval | undefined {
  const days = daysOf(view, today)
  const chosen = view.interval
  const usual =
    chosen !== undefined && offeredIntervals(view, days).includes(chosen) ? chosen : usualInterval(days)
  return usual === 'hour' && isCoarse(view.guest) ? 'day' : usual
}

/** The intervals to choose from: through some links none below a day. */
export function offeredIntervals({ guest }: View, days: DayRange | undefined): readonly Interval[] {
  return fittingIntervals(days).filter(interval => interval !== 'hour' || !isCoarse(guest))
}

function common(domain: string, view: View, today: LocalDay): Omit<QueryBody, 'metrics'> {
  const include = comparison(view, today)
  return {
    ...uncompared(domain, view, today),
    ...(include.compare === undefined ? {} : { include }),
  }
}

function comparison(view: View, today: LocalDay): NonNullable<QueryBody['include']> {
  const { period, until, compare, compareDays } = view
  const days = daysOf(view, today)
  if (days === undefined) return {}
  // The API takes days for days: it would compare three weeks of a month with the three weeks before.
  const isPart = (period === 'month' || period === 'year') && endsYesterday(period, today, until)
  if (compare === 'previous' && isPart) return toCompareInclude('custom', samePartBefore(period, days))
  return toCompareInclude(compare, compareDays)
}

function uncompared(domain: string, view: View, today: LocalDay): Omit<QueryBody, 'metrics'> {
  const filters = toFilterBodies(view)
  return {
    site_id: domain,
    date_range: toDateRange(view, today),
    ...(filters.length === 0 ? {} : { filters }),
  }
}

/** The days of a view as the API takes them. Keywords where they include today, and know that a month is compared with a month; else days. */
export function toDateRange(view: View, today: LocalDay): DateRange {
  const { period, until } = view
  if ((period === 'month' || period === 'year') && !endsYesterday(period, today, until)) return period
  // The other keywords of the API end yesterday; a dashboard shows today unless it is left out, so it names the days.
  const days = daysOf(view, today)
  return days === undefined ? 'all' : [days.from, days.to]
}

/** A row is found by any of its dimensions; countries and the like by their names, which people know. */
function toSearchFilters(dimensions: ListDimensions, search: string): FilterBody[] {
  if (search === '') return []
  const found = dimensions.flatMap((dimension): FilterBody[] => {
    const values = valuesNamed(dimension, search) ?? []
    if (values.length === 0) return [['contains', dimension, [search], { case_sensitive: false }]]
    return inParts(values, MOST_VALUES).map(part => ['is', dimension, part])
  })
  const [only, ...others] = found
  return only === undefined ? [] : others.length === 0 ? [only] : [['or', found]]
}

function inParts(values: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, part) =>
    values.slice(part * size, (part + 1) * size),
  )
}

function timeDimension(interval: Interval | undefined): TimeDimension {
  return interval === undefined ? 'time' : `time:${interval}`
}

/** What the values offered to a filter are asked with: the most frequent of the period, whatever is filtered already. */
export function offeredQuestion(
  domain: string,
  view: View,
  today: LocalDay,
  dimension: ValueDimension,
): QueryBody {
  return panelQuestion(domain, withoutConditions(view), today, [dimension], DETAILS_ROWS)
}
