import { METRIC_CATALOGUE, type Metric } from '../../core/metrics/catalogue.ts'
import { NO_SUMS, type Sums } from '../../core/metrics/components.ts'
import { meanOf, moneyOf, toThousandths } from '../../core/metrics/money.ts'
import { listKind } from '../../core/planning/lists.ts'
import { liveDayPlan } from '../../core/planning/live-day.ts'
import type { Plan } from '../../core/planning/plan.ts'
import { addUpDays, isOfWholeDays } from '../../core/planning/whole-days.ts'
import { addUpValues, isOfDays, isOfWholeLists } from '../../core/planning/whole-lists.ts'
import type { MoneyWarning, QueryRows, Statement } from '../../core/ports.ts'
import type { MetricValue, Query, ResultRow } from '../../core/query/query.ts'
import type { SealedDays } from '../../core/sealing/sealed-days.ts'
import type { Row, Rows } from './ask.ts'
import type { DailyLists } from './daily-lists.ts'
import type { DailySums } from './daily-sums.ts'
import type { List, ListRows } from './lists.ts'
import { sumsStatement, toStatement } from './select.ts'
import { rowsOfSums, toBuckets } from './sums-rows.ts'

/** What answers are made of. */
export interface QueryTools {
  /** Asks the database. */
  readonly ask: (statement: Statement) => Promise<Rows>
  /** The rows of a list, maybe read together with others: see core/planning/lists.ts. */
  readonly askList: (list: List) => Promise<ListRows>
  /** What is in memory of sealed days. */
  readonly dailySums: DailySums
  readonly dailyLists: DailyLists
}

/** Answers a query as planned with these sealed days. Throws what `ask` throws. */
export async function queryEvents(
  plan: Plan,
  sealed: SealedDays,
  { ask, askList, dailySums, dailyLists }: QueryTools,
): Promise<QueryRows> {
  const { query } = plan
  if (plan.parts.length === 0) return withoutEvents(plan)
  if (isOfWholeDays(plan)) {
    const live = byDay(plan)
    const statement = live.parts.length === 0 ? undefined : sumsStatement(live)
    const [sealedSums, liveRows] = await Promise.all([
      dailySums(query.siteId, sealed),
      statement === undefined ? undefined : ask(statement),
    ])
    const buckets = addUpDays(plan, sealedSums, toBuckets(liveRows?.data ?? []))
    return toQueryRows(plan, rowsOfSums(query, buckets), statement)
  }
  const hours = liveDayPlan(plan, sealed)
  if (hours !== undefined) {
    const statement = sumsStatement(hours)
    const { data } = await ask(statement)
    return toQueryRows(plan, rowsOfSums(query, ofLiveDay(query, toBuckets(data))), statement)
  }
  if (isOfWholeLists(plan, sealed)) return wholeList(plan, sealed, { askList, dailyLists })
  const alone = toStatement(plan)
  const kind = listKind(plan)
  if (kind === undefined) return toQueryRows(plan, await ask(alone), alone)
  const { rows, statement } = await askList({ plan, kind, alone })
  return toQueryRows(plan, rows, statement)
}

/** A list that is added up of what is in memory of sealed days, and what is not sealed. */
async function wholeList(
  plan: Plan,
  sealed: SealedDays,
  { askList, dailyLists }: Pick<QueryTools, 'askList' | 'dailyLists'>,
): Promise<QueryRows> {
  const { query, parts, components } = plan
  const live = { ...plan, parts: parts.filter(part => !isOfDays(part)) }
  const kind = listKind(live)
  const [found, ofDays] = await Promise.all([
    kind === undefined
      ? undefined
      : askList({ plan: live, kind: `sums ${kind}`, alone: sumsStatement(live), isOfSums: true }),
    Promise.all(parts.filter(isOfDays).map(part => dailyLists(query.siteId, part, sealed))),
  ])
  const values = addUpValues([...ofDays, toBuckets(found?.rows.data ?? [])], components)
  return toQueryRows(plan, rowsOfSums(query, values), found?.statement)
}

/** What of a plan is not sealed, day by day. */
function byDay(plan: Plan): Plan {
  const live = plan.parts.filter(({ source }) => source === 'events')
  return { ...plan, parts: live.map(part => ({ ...part, dimensions: ['time:day'] })) }
}

/** The hours of a live day, or what they are together: the bucket without a name. */
function ofLiveDay({ dimensions }: Query, found: ReadonlyMap<string, Sums>): ReadonlyMap<string, Sums> {
  if (dimensions.length === 0) return new Map([['', found.get('') ?? NO_SUMS]])
  return new Map([...found].filter(([hour]) => hour !== ''))
}

/** What rows of the database say in the words of the query. */
export function toQueryRows(
  plan: Plan,
  { data, totalRows }: Rows,
  statement: Statement | undefined,
): QueryRows {
  const { query } = plan
  const warnings = warningsOf(data, query)
  return {
    rows: data.map(row => toResultRow(row, query)),
    ...(query.include.totalRows && { totalRows }),
    ...(warnings !== undefined && { warnings }),
    plan,
    ...(statement !== undefined && { statement }),
  }
}

/** Nothing happened, or the query is split by goals that the site does not have: nobody needs to be asked. */
function withoutEvents(plan: Plan): QueryRows {
  const { query } = plan
  const nothing = query.metrics.map(metric => (METRIC_CATALOGUE[metric].unit === 'count' ? 0 : null))
  const rows = query.dimensions.length === 0 ? [{ dimensions: [], metrics: nothing }] : []
  const { limit, offset } = query.pagination
  const warnings = warningsOf([], query)
  return {
    rows: rows.slice(offset, offset + limit),
    ...(query.include.totalRows && { totalRows: rows.length }),
    ...(warnings !== undefined && { warnings }),
    plan,
  }
}

function toResultRow(row: Row, query: Query): ResultRow {
  return {
    dimensions: query.dimensions.map((dimension, index) => {
      const value = row[`dimension_${index}`]
      if (typeof value !== 'string') throw new Error(`The row of an answer lacks ${dimension}`)
      return value
    }),
    metrics: query.metrics.map((metric, index) =>
      isMoney(metric) ? toMoney(row, metric) : toNumber(row[`metric_${index}`], metric),
    ),
  }
}

/** 64-bit integers may arrive as text; null is a mean without visits. */
function toNumber(value: unknown, metric: string): number | null {
  if (value === null) return null
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw new Error(`The row of an answer lacks ${metric}`)
}

const MONEY_METRICS = ['total_revenue', 'average_revenue'] as const
type MoneyMetric = (typeof MONEY_METRICS)[number]

function isMoney(metric: Metric): metric is MoneyMetric {
  return MONEY_METRICS.some(known => known === metric)
}

function toMoney(row: Row, metric: MoneyMetric): MetricValue {
  const { revenue, revenue_events: events, currency_low: low, currency_high: high } = row
  const count = toNumber(events, metric) ?? 0
  if (count === 0 || low !== high || typeof low !== 'string') return null
  const total = toThousandths(String(revenue))
  return moneyOf(metric === 'total_revenue' ? total : meanOf(total, count), low)
}

/** Why money is missing in some row: sums are made per currency. */
function warningsOf(rows: readonly Row[], query: Query): Partial<Record<Metric, MoneyWarning>> | undefined {
  const asked = query.metrics.filter(isMoney)
  if (asked.length === 0) return undefined
  const hasMoney = rows.some(row => Number(row['revenue_events']) > 0)
  const isMixed = rows.some(
    row => Number(row['revenue_events']) > 0 && row['currency_low'] !== row['currency_high'],
  )
  if (hasMoney && !isMixed) return undefined
  return Object.fromEntries(asked.map(metric => [metric, isMixed ? 'several_currencies' : 'no_revenue']))
}
