import type { Day } from '../../core/ids.ts'
import { addSums, COMPONENTS, NO_SUMS, type Sums } from '../../core/metrics/components.ts'
import { METRIC_FORMULAS } from '../../core/metrics/formulas.ts'
import { planQuery } from '../../core/planning/plan-query.ts'
import type { QueryRows, Statement } from '../../core/ports.ts'
import { type Dimension, GOAL_DIMENSION, isTimeDimension } from '../../core/query/dimensions.ts'
import type { Query } from '../../core/query/query.ts'
import { bucketOfDay } from '../../core/query/time-buckets.ts'
import { intervalAmong } from '../../core/query/time-dimension.ts'
import type { SealedDays } from '../../core/sealing/sealed-days.ts'
import type { Rows } from './ask.ts'
import { toQueryRows } from './query-events.ts'
import { largeSumsStatement } from './select.ts'
import { rowsOfSums, toBuckets } from './sums-rows.ts'

export interface LargeRowsDeps {
  /** Of whole days, split by one dimension at most; asks neither for money nor for exits. */
  readonly query: Query
  readonly leastVisitors: number
  readonly sealed: SealedDays
  readonly ask: (statement: Statement) => Promise<Rows>
}

/**
 * Answers a query of rows that single visitors hide in. Everything is added up of cells, each a row on one local day, of
 * which those with fewer than `leastVisitors` visitors are left out, whatever the period: so no two answers differ by less
 * than a whole cell. Where a day's small cells have fewer visitors together, the smallest other one is left out with them,
 * and nobody can find them by subtracting the rows from the sum. The sum of a day is a cell as well.
 */
export async function queryLargeRows({
  query,
  leastVisitors,
  sealed,
  ask,
}: LargeRowsDeps): Promise<QueryRows> {
  const value = query.dimensions.filter(dimension => !isTimeDimension(dimension))
  const asksShares = query.metrics.some(metric => METRIC_FORMULAS[metric].kind === 'share')
  const read = async (dimensions: readonly Dimension[]) => {
    const plan = planQuery(byDay(query, dimensions), sealed)
    const statement = plan.parts.length === 0 ? undefined : largeSumsStatement(plan, leastVisitors)
    const rows = statement === undefined ? [] : (await ask(statement)).data
    return { plan, statement, buckets: toBuckets(rows) }
  }
  const [found, days] = await Promise.all([
    read(value),
    asksShares && value.length > 0 ? read([]) : undefined,
  ])
  const buckets = value.length > 0 ? found.buckets : byTime(query, found.buckets)
  const whole = [...(days?.buckets.values() ?? [])].reduce((sum, { visitors }) => sum + visitors, 0)
  // Without values every row is its own whole.
  const wholeOf = (bucket: string) => (value.length > 0 ? whole : (buckets.get(bucket)?.visitors ?? 0))
  return toQueryRows({ ...found.plan, query }, rowsOfSums(query, buckets, wholeOf), found.statement)
}

/** The query split by day, of sums that are told of every row. */
function byDay(query: Query, value: readonly Dimension[]): Query {
  const sums = query.metrics.filter(metric => METRIC_FORMULAS[metric].kind !== 'share')
  return {
    ...query,
    dimensions: ['time:day', ...value],
    metrics: [...new Set(['visitors', ...sums] as const)],
    goals: value.includes(GOAL_DIMENSION) ? query.goals : [],
    orderBy: [],
  }
}

/** Days added up by the query's dimension of time, `''` where it has none. */
function byTime(query: Query, days: ReadonlyMap<string, Sums>): ReadonlyMap<string, Sums> {
  const interval = intervalAmong(query.dimensions)
  const buckets = new Map<string, Sums>(interval === undefined ? [['', NO_SUMS]] : [])
  for (const [day, sums] of days) {
    const bucket = interval === undefined ? '' : bucketOfDay(day as Day, interval, query.period)
    buckets.set(bucket, addSums(buckets.get(bucket) ?? NO_SUMS, sums, COMPONENTS))
  }
  return buckets
}
