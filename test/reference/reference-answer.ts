import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import { METRIC_CATALOGUE, type Metric } from '../../collector/core/metrics/catalogue.ts'
import type { Condition } from '../../collector/core/query/condition.ts'
import { type Dimension, GOAL_DIMENSION } from '../../collector/core/query/dimensions.ts'
import type { MetricValue, Query, ResultRow } from '../../collector/core/query/query.ts'
import { METRIC_OF } from './metrics.ts'
import { type Tally, tally } from './tally.ts'

const SHARES: readonly Metric[] = ['percentage', 'conversion_rate', 'group_conversion_rate']

/**
 * The answer to a query, computed the slow and obvious way from every event there is. It shares no code with the SQL;
 * the definitions are those of the metric catalogue and of wire format §4.
 */
export function referenceAnswer(all: readonly AnalyticsEvent[], query: Query): readonly ResultRow[] {
  const { metrics, dimensions, filters, goals, pagination } = query
  const unconverted = filters.filter(filter => filter.kind !== 'goal')
  const visitorsBy = (some: readonly Dimension[], conditions: readonly Condition[]) => {
    const question = {
      query: { ...query, metrics: ['visitors' as const] },
      filters: conditions,
      dimensions: some,
      goal: undefined,
    }
    const counted = tally(all, question)
    return (row: readonly string[]) =>
      counted.get(JSON.stringify(some.map(dimension => row[dimensions.indexOf(dimension)])))?.visitors.size ??
      0
  }
  const time = dimensions.filter(dimension => dimension.startsWith('time'))
  const wholes = {
    all: visitorsBy(time, filters),
    unconverted: visitorsBy(time, unconverted),
    group: visitorsBy(
      dimensions.filter(dimension => dimension !== GOAL_DIMENSION),
      unconverted,
    ),
  }
  const found: [string, Tally][] = dimensions.includes(GOAL_DIMENSION)
    ? goals.flatMap(goal => {
        const conditions: Condition[] = [...unconverted, { kind: 'goal', goals: [goal] }]
        return [...tally(all, { query, filters: conditions, dimensions, goal })]
      })
    : [...tally(all, { query, filters, dimensions, goal: undefined })]
  const rows = found
    .filter(([, row]) => dimensions.length === 0 || isRow(row, query))
    .map(([key, row]) => {
      const names = JSON.parse(key) as string[]
      const of = {
        all: wholes.all(names),
        unconverted: wholes.unconverted(names),
        group: wholes.group(names),
      }
      return { dimensions: names, metrics: metrics.map(metric => METRIC_OF[metric](row, of)) }
    })
  return ordered(rows, query).slice(pagination.offset, pagination.offset + pagination.limit)
}

function isRow(row: Tally, { metrics, dimensions }: Query): boolean {
  if (metrics.includes('exit_rate') && dimensions.includes('visit:exit_page')) return row.exits > 0
  const scopes = metrics.map(metric => METRIC_CATALOGUE[metric].scope)
  const isMixed =
    dimensions.includes('event:page') &&
    scopes.some(scope => scope === 'event' || scope === 'any') &&
    scopes.some(scope => scope === 'visit' || scope === 'engagement')
  const needsMatch =
    isMixed || metrics.includes('exit_rate') || metrics.some(metric => SHARES.includes(metric))
  return !needsMatch || row.matching > 0
}

function ordered(rows: readonly ResultRow[], query: Query): readonly ResultRow[] {
  const keys = [...query.orderBy, ...query.dimensions.map(dimension => [dimension, 'asc'] as const)]
  return rows.toSorted((a, b) => {
    for (const [key, direction] of keys) {
      const [left, right] = [valueBy(key, a, query), valueBy(key, b, query)]
      if (left === null && right === null) continue
      if (left === null) return 1
      if (right === null) return -1
      const difference = compare(left, right)
      if (difference !== 0) return direction === 'asc' ? difference : -difference
    }
    return 0
  })
}

function valueBy(key: Metric | Dimension, row: ResultRow, query: Query): string | number | null {
  const dimension = positionOf(query.dimensions, key)
  if (dimension >= 0) return row.dimensions[dimension] ?? ''
  const value: MetricValue = row.metrics[positionOf(query.metrics, key)] ?? null
  return typeof value === 'object' ? (value?.value ?? null) : value
}

function positionOf(names: readonly string[], name: string): number {
  return names.indexOf(name)
}

/** Text by its bytes, as the database does. */
function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)))
}
