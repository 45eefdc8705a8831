import type { TimeDimension, ValueDimension } from '../../../collector/core/query/dimensions.ts'
import type { DateRange, FilterBody, QueryBody } from '../../../collector/http/contract.ts'
import { FIGURES } from './figures.ts'
import { fittingIntervals, type Interval, usualInterval } from './intervals.ts'
import { addDays, type LocalDay, periodDays } from './periods.ts'
import type { View, ViewFilter } from './view-url.ts'

/** Minutes that somebody counts as being here after their last event. */
const HERE_NOW_MINUTES = 5

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

/** What a panel asks: visitors by one dimension, the largest first, with the number of all rows. */
export function panelQuestion(
  domain: string,
  view: View,
  today: LocalDay,
  dimension: ValueDimension,
  limit: number,
): QueryBody {
  const { include: _compare, ...question } = common(domain, view, today)
  return {
    ...question,
    metrics: ['visitors'],
    dimensions: [dimension],
    order_by: [['visitors', 'desc']],
    include: { total_rows: true },
    pagination: { limit, offset: 0 },
  }
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
  const days = periodDays(view.period, today, view.days)
  const chosen = view.interval
  return chosen !== undefined && fittingIntervals(days).includes(chosen) ? chosen : usualInterval(days)
}

function common(domain: string, view: View, today: LocalDay): Omit<QueryBody, 'metrics'> {
  const days = periodDays(view.period, today, view.days)
  return {
    site_id: domain,
    date_range: toDateRange(view, today),
    ...(view.filters.length === 0 ? {} : { filters: view.filters.map(toFilterBody) }),
    ...(days === undefined ? {} : { include: { compare: 'previous_period' as const } }),
  }
}

/** Keywords where they include today, and know that a month is compared with a month; else days. */
function toDateRange(view: View, today: LocalDay): DateRange {
  if (view.period === 'month' || view.period === 'year') return view.period
  // The other keywords of the API end yesterday; a dashboard shows today, so it names the days.
  const days = periodDays(view.period, today, view.days)
  return days === undefined ? 'all' : [days.from, days.to]
}

function toFilterBody(filter: ViewFilter): FilterBody {
  const { operator, dimension, values } = filter
  const isSearch = operator === 'contains' || operator === 'contains_not'
  return isSearch
    ? [operator, dimension, [...values], { case_sensitive: false }]
    : [operator, dimension, [...values]]
}

function timeDimension(interval: Interval | undefined): TimeDimension {
  return interval === undefined ? 'time' : `time:${interval}`
}
