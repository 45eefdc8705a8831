import type { Component } from '../../core/metrics/components.ts'
import type { Part, Plan, Total } from '../../core/planning/plan.ts'
import type { Statement } from '../../core/ports.ts'
import type { Query } from '../../core/query/query.ts'
import { METRIC_SQL, summedColumns } from './components.ts'
import { groupBy } from './grouping.ts'
import { newParameters, type Parameters } from './parameters.ts'
import { dailyPart } from './parts/daily-part.ts'
import { engagementPart } from './parts/engagement-part.ts'
import { eventPart } from './parts/event-part.ts'
import { hourlyPart } from './parts/hourly-part.ts'
import { sealedEngagementPart } from './parts/sealed-engagement-part.ts'
import { sealedVisitPart } from './parts/sealed-visit-part.ts'
import { visitPart } from './parts/visit-part.ts'

/** Columns of an answer that money is written with. */
const MONEY_COLUMNS = ['toString(sums.revenue) AS revenue', 'sums.revenue_events AS revenue_events']
const CURRENCY_COLUMNS = ['sums.currency_low AS currency_low', 'sums.currency_high AS currency_high']

/**
 * The statement that answers a query as planned. Its columns are `dimension_0…` (text) and `metric_0…` in the query's
 * order, and those of money where the query asks for any.
 */
export function toStatement(plan: Plan): Statement {
  const { query } = plan
  const parameters = newParameters()
  const metrics = query.metrics.map((metric, index) => `${METRIC_SQL[metric]} AS metric_${index}`)
  const hasMoney = plan.parts.some(part => part.components.includes('revenue'))
  const columns = [
    ...query.dimensions.map((_, index) => `sums.dimension_${index} AS dimension_${index}`),
    ...metrics,
    ...(hasMoney ? [...MONEY_COLUMNS, ...CURRENCY_COLUMNS] : []),
  ]
  const limit = parameters.bind('limit', 'UInt32', query.pagination.limit)
  const offset = parameters.bind('offset', 'UInt32', query.pagination.offset)
  const sql = `SELECT
  ${columns.join(',\n  ')}
FROM (
  ${sums(plan.parts, plan.components, query, plan.least, parameters)}
) AS sums${joins(plan, parameters)}
ORDER BY ${orderOf(query).join(', ')}
LIMIT ${limit} OFFSET ${offset}`
  return { sql, params: parameters.values }
}

/** The components by dimension, added up over all parts. */
function sums(
  parts: readonly Part[],
  used: readonly Component[],
  query: Query,
  least: Plan['least'],
  parameters: Parameters,
): string {
  const dimensions = parts[0]?.dimensions ?? []
  const names = dimensions.map((_, index) => `dimension_${index}`)
  const having = least === undefined || dimensions.length === 0 ? '' : `\n  HAVING ${least} > 0`
  const each = parts.map(part => partSql(part, query, used, parameters))
  const [only] = each
  // A single part is grouped already.
  if (only !== undefined && each.length === 1) {
    return having === '' ? only : `SELECT * FROM (\n  ${only}\n  ) AS parts WHERE parts.${least} > 0`
  }
  return `SELECT ${[...names, ...summedColumns(used)].join(', ')}
  FROM (
  ${each.join('\n  UNION ALL\n  ')}
  ) AS parts${groupBy(dimensions)}${having}`
}

function partSql(part: Part, query: Query, used: readonly Component[], parameters: Parameters): string {
  switch (part.source) {
    case 'daily_stats':
      return dailyPart(part, query, used, parameters)
    case 'hourly_stats':
      return hourlyPart(part, query, used, parameters)
    case 'sealed_visits':
      return part.tally === 'engagement'
        ? sealedEngagementPart(part, query, used, parameters)
        : sealedVisitPart(part, query, used, parameters)
    case 'events':
      if (part.tally === 'engagement') return engagementPart(part, query, used, parameters)
      return part.tally === 'visits' || part.tally === 'exits'
        ? visitPart(part, query, used, parameters)
        : eventPart(part, query, used, parameters)
  }
}

/** The visitors that shares are taken of, beside each row. */
function joins(plan: Plan, parameters: Parameters): string {
  const join = (total: Total | undefined, alias: string): string => {
    if (total === undefined) return ''
    const rows = sums(total.parts, ['visitors'], plan.query, undefined, parameters)
    if (total.dimensions.length === 0) return `\nCROSS JOIN (\n  ${rows}\n) AS ${alias}`
    const keys = total.dimensions.map(
      (dimension, index) =>
        `sums.dimension_${plan.query.dimensions.indexOf(dimension)} = ${alias}.dimension_${index}`,
    )
    return `\nLEFT JOIN (\n  ${rows}\n) AS ${alias} ON ${keys.join(' AND ')}`
  }
  return [
    join(plan.all, 'all_visitors'),
    join(plan.unconverted, 'unconverted_visitors'),
    join(plan.group, 'group_visitors'),
  ].join('')
}

/** The query's order, then every dimension, so that pages of an answer never overlap. */
function orderOf(query: Query): readonly string[] {
  const columnOf = new Map<string, string>([
    ...query.dimensions.map((dimension, index) => [dimension, `dimension_${index}`] as const),
    ...query.metrics.map((metric, index) => [metric, `metric_${index}`] as const),
  ])
  const asked = query.orderBy.map(([key, direction]) => {
    const column = columnOf.get(key)
    if (column === undefined) throw new Error(`Cannot order by ${key}: the query does not ask for it`)
    return `${column} ${direction === 'asc' ? 'ASC' : 'DESC'} NULLS LAST`
  })
  const rest = query.dimensions
    .map((dimension, index) => ({ dimension, index }))
    .filter(({ dimension }) => !query.orderBy.some(([key]) => key === dimension))
    .map(({ index }) => `dimension_${index} ASC`)
  const all = [...asked, ...rest]
  return all.length > 0 ? all : ['metric_0 DESC']
}
