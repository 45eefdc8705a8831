import type { Metric } from '../metrics/catalogue.ts'
import { type WhatWasRead, whatWasRead } from '../planning/what-was-read.ts'
import type { EventStore, MoneyWarning, Site, Statement } from '../ports.ts'
import { type AnsweredRow, joinComparison } from './comparison.ts'
import type { Condition } from './condition.ts'
import { toDateRange } from './date-range.ts'
import { isColumnDimension } from './dimensions.ts'
import { type Asked, MAX_LIMIT } from './parse.ts'
import type { Query, ResultRow } from './query.ts'
import { timeLabels } from './time-buckets.ts'
import { intervalAmong } from './time-dimension.ts'

/** Up to so many rows, only their counterparts are asked for in the compared period. */
const MAX_COUNTERPARTS = 100

export interface AnswerDeps {
  readonly query: Query
  readonly asked: Asked
  readonly site: Site
  readonly eventStore: Pick<EventStore, 'query'>
  readonly signal?: AbortSignal
  /** Tell what the database was asked. Default false. */
  readonly explain?: boolean
}

/** The body of an answer, keys in the order of wire format §4. */
export interface Answer {
  readonly results: AnsweredRow[]
  readonly meta: {
    time_labels?: string[]
    comparison_time_labels?: string[]
    total_rows?: number
    metric_warnings?: Partial<Record<Metric, { code: MoneyWarning; warning: string }>>
    imports_included?: boolean
    imports_skip_reason?: string
    exact: true
    minimum_visitors?: number
    expired_before?: string
    read: readonly WhatWasRead[]
    explain?: Statement | null
  }
  readonly query: Record<string, unknown>
}

/** Answers a query. Throws what the store throws: `QueryTooHeavyError`, or a fault of the database. */
export async function answerQuery({
  query,
  asked,
  site,
  eventStore,
  signal,
  explain = false,
}: AnswerDeps): Promise<Answer> {
  const { compare, timeLabels: wantsLabels } = query.include
  const askCompared = (filters: readonly Condition[]) =>
    compare === undefined ? undefined : eventStore.query(comparedQuery(query, compare, filters), signal)
  const isOfCounterparts = isList(query)
  const [{ rows, totalRows, warnings, plan, statement, ...found }, besides] = await Promise.all([
    eventStore.query(query, signal),
    isOfCounterparts ? undefined : askCompared([]),
  ])
  const compared = isOfCounterparts ? await askCompared(counterpartsOf(query, rows)) : besides
  const expiredBefore = found.expiredBefore ?? compared?.expiredBefore
  const interval = intervalAmong(query.dimensions)
  const labelsOf = (period: Query['period']) =>
    interval === undefined ? [] : [...timeLabels(period, interval, query.timezone)]

  const labels = wantsLabels || compare !== undefined ? labelsOf(query.period) : []
  const comparedLabels = compare === undefined ? [] : labelsOf(compare)
  const results =
    compared === undefined
      ? rows.map(({ dimensions, metrics }) => ({ dimensions: [...dimensions], metrics: [...metrics] }))
      : joinComparison({
          query,
          rows,
          compared: compared.rows,
          labels,
          comparedLabels,
        })
  return {
    results,
    meta: {
      ...(wantsLabels && { time_labels: labels }),
      ...(wantsLabels && compare !== undefined && { comparison_time_labels: comparedLabels }),
      ...(totalRows !== undefined && { total_rows: totalRows }),
      ...(warnings !== undefined && { metric_warnings: inWords(warnings) }),
      ...(query.include.imports && { imports_included: false, imports_skip_reason: 'no_imports' }),
      exact: true,
      ...(query.leastVisitors !== undefined && { minimum_visitors: query.leastVisitors }),
      ...(expiredBefore !== undefined && { expired_before: expiredBefore }),
      read: whatWasRead(plan),
      ...(explain && { explain: statement ?? null }),
    },
    query: echo(query, asked, site),
  }
}

/**
 * Whether an answer lists the values of one dimension: of the compared period only the same values are asked for. Where
 * rows need a minimum, which of them are told depends on all of them.
 */
function isList({ dimensions, leastVisitors }: Query): boolean {
  return leastVisitors === undefined && dimensions.length === 1 && dimensions.every(isColumnDimension)
}

/** That a row pairs with one of these. */
function counterpartsOf({ dimensions }: Query, rows: readonly ResultRow[]): readonly Condition[] {
  const [only] = dimensions.filter(isColumnDimension)
  if (only === undefined || rows.length === 0 || rows.length > MAX_COUNTERPARTS) return []
  const values = rows.map(row => row.dimensions[0] ?? '')
  return [{ kind: 'value', operator: 'is', dimension: only, values, caseSensitive: true }]
}

/** The question about the compared period, `counterparts` besides what is asked. */
function comparedQuery(query: Query, period: Query['period'], counterparts: readonly Condition[]): Query {
  return {
    ...query,
    period,
    filters: [...query.filters, ...counterparts],
    include: { imports: false, timeLabels: false, totalRows: false },
    pagination: { limit: MAX_LIMIT, offset: 0 },
  }
}

const WARNINGS: Record<MoneyWarning, string> = {
  no_revenue: 'No event of this answer carried revenue.',
  several_currencies:
    'Events carried several currencies, and sums are made per currency. Filter by a goal with one.',
}

function inWords(
  warnings: Partial<Record<Metric, MoneyWarning>>,
): NonNullable<Answer['meta']['metric_warnings']> {
  return Object.fromEntries(
    Object.entries(warnings).map(([metric, code]) => [metric, { code, warning: WARNINGS[code] }]),
  )
}

/** The query as a request body that gives the same answer again. */
function echo(query: Query, asked: Asked, site: Site): Record<string, unknown> {
  const { timeLabels: time_labels, totalRows: total_rows, compare } = query.include
  return {
    site_id: site.domain,
    metrics: query.metrics,
    date_range: toDateRange(query.period, query.timezone),
    dimensions: query.dimensions,
    filters: asked.filters,
    order_by: query.orderBy,
    include: {
      time_labels,
      total_rows,
      ...(compare !== undefined && { compare: toDateRange(compare, query.timezone) }),
    },
    pagination: query.pagination,
  }
}
