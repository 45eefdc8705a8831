import type { Component } from '../../core/metrics/components.ts'
import type { Part, Plan, Total } from '../../core/planning/plan.ts'
import type { Statement } from '../../core/ports.ts'
import type { Query } from '../../core/query/query.ts'
import { metricSql, summed, WHOLES } from './components.ts'
import { groupBy, rowsOfLists } from './grouping.ts'
import { newParameters, type Parameters } from './parameters.ts'
import { dailyPart } from './parts/daily-part.ts'
import { engagementPart } from './parts/engagement-part.ts'
import { eventPart } from './parts/event-part.ts'
import { hourlyPart } from './parts/hourly-part.ts'
import { sealedEngagementPart } from './parts/sealed-engagement-part.ts'
import { sealedVisitPart } from './parts/sealed-visit-part.ts'
import { visitPart } from './parts/visit-part.ts'

/**
 * The statement that answers a query as planned. Its columns are `dimension_0…` (text) and `metric_0…` in the query's
 * order, and those of money where the query asks for any.
 */
export function toStatement(plan: Plan): Statement {
  const parameters = newParameters()
  const { limit, offset } = plan.query.pagination
  const sql = `${rowsSql(plan, parameters)}
ORDER BY ${orderOf(plan.query).join(', ')}
LIMIT ${parameters.bind('limit', 'UInt32', limit)} OFFSET ${parameters.bind('offset', 'UInt32', offset)}`
  return { sql, params: parameters.values }
}

/**
 * The statement that reads several lists together, of a plan of `togetherPlan`. Its columns are those of `toStatement` for
 * a single dimension, before them `list`, the place of the list's dimension, and last `rows_of_list`: how many there are
 * before the limit. A list without rows is absent.
 */
export function listsStatement(plan: Plan): Statement {
  const { query, parts, components } = plan
  const parameters = newParameters()
  const list: Query = { ...query, dimensions: query.dimensions.slice(0, 1) }
  const columns = columnsOf({ ...plan, query: list }, summed, index => `parts.dimension_${index}`)
  const limit = parameters.bind('limit', 'UInt32', query.pagination.limit)
  const sql = `SELECT lists.*, count() OVER (PARTITION BY lists.list) AS rows_of_list
FROM (
SELECT
  ${['parts.list AS list', ...columns].join(',\n  ')}
FROM (
  ${unionOfLists(parts, components, query, parameters)}
) AS parts
  GROUP BY list, dimension_0
) AS lists
ORDER BY ${['list ASC', ...orderOf(list)].join(', ')}
LIMIT ${limit} BY list`
  return { sql, params: parameters.values }
}

/** The same with sums in place of metrics, of every row: columns `list`, `bucket`, as text, and the components. */
export function listSumsStatement({ query, parts, components }: Plan): Statement {
  const parameters = newParameters()
  const columns = components.map(component => `${summed(component)} AS ${component}`)
  const sql = `SELECT ${['parts.list AS list', 'parts.dimension_0 AS bucket', ...columns].join(', ')}
FROM (
  ${unionOfLists(parts, components, query, parameters)}
) AS parts
GROUP BY list, bucket`
  return { sql, params: parameters.values }
}

function unionOfLists(
  parts: readonly Part[],
  used: readonly Component[],
  query: Query,
  parameters: Parameters,
): string {
  const rows = parts.map(part => {
    const sql = partSql(part, query, used, parameters)
    return part.source === 'daily_stats' ? sql : rowsOfLists(sql, part, used)
  })
  return rows.join('\n  UNION ALL\n  ')
}

/** The sums of a plan that is split by one dimension: columns `bucket`, as text, and the components. */
export function sumsStatement({ query, parts, components }: Plan): Statement {
  const parameters = newParameters()
  const columns = components.map(component =>
    component === 'revenue' ? 'toString(sums.revenue) AS revenue' : `sums.${component} AS ${component}`,
  )
  const sql = `SELECT ${['sums.dimension_0 AS bucket', ...columns].join(', ')}
FROM (
  ${sums(parts, components, query, undefined, parameters)}
) AS sums`
  return { sql, params: parameters.values }
}

/**
 * The sums of the rows of a plan that is split by day and, maybe, by a value, of which each has `least` visitors on a day:
 * columns `bucket`, the value or else the day, and the components. See large-rows.ts.
 */
export function largeSumsStatement({ query, parts, components }: Plan, least: number): Statement {
  const parameters = newParameters()
  const bound = parameters.bind('least', 'UInt64', least)
  const told = components.map(component => {
    const base = baseOf(component)
    return base === undefined
      ? `cells.${component} AS ${component}`
      : `if(cells.${base} >= ${bound}, cells.${component}, 0) AS ${component}`
  })
  const [day, value] = query.dimensions.map((_, index) => `dimension_${index}`)
  // Were fewer hidden than that, who knows the sum of all would know them: then the smallest of the others is hidden, too.
  const hidden = `sumIf(sums.visitors, sums.visitors < ${bound}) OVER (PARTITION BY sums.${day})`
  const place = `row_number() OVER (PARTITION BY sums.${day}, sums.visitors >= ${bound} ORDER BY sums.visitors ASC, sums.${value} ASC)`
  const columns = value === undefined ? '0 AS hidden, 2 AS place' : `${hidden} AS hidden, ${place} AS place`
  const sql = `SELECT ${[`parts.${value ?? day} AS bucket`, ...components.map(component => `${summed(component)} AS ${component}`)].join(', ')}
FROM (
  SELECT ${[`cells.${value ?? day} AS ${value ?? day}`, ...told].join(', ')}
  FROM (
    SELECT sums.*, ${columns}
    FROM (
    ${sums(parts, components, query, undefined, parameters)}
    ) AS sums
  ) AS cells
  WHERE cells.visitors >= ${bound} AND (cells.hidden = 0 OR cells.hidden >= ${bound} OR cells.place > 1)
) AS parts
GROUP BY bucket`
  return { sql, params: parameters.values }
}

/** How many visits a component is of, where these may be fewer than the row has visitors. */
function baseOf(component: Component): Component | undefined {
  switch (component) {
    case 'counted_visits':
    case 'bounces':
    case 'visit_seconds':
    case 'visit_views':
      return 'counted_visits'
    case 'engaged_ms':
    case 'engaged_visits':
      return 'engaged_visits'
    case 'scroll_percents':
    case 'scrolled_visits':
      return 'scrolled_visits'
    default:
      return undefined
  }
}

function rowsSql(plan: Plan, parameters: Parameters): string {
  const { query, parts, components, least } = plan
  const wholes = joins(plan, parameters)
  // What is added up already needs no second sum; neither must it be added up beside what is joined.
  if (parts.length === 1 || wholes !== '') {
    return `SELECT
  ${columnsOf(
    plan,
    component => `sums.${component}`,
    index => `sums.dimension_${index}`,
  ).join(',\n  ')}
FROM (
  ${sums(parts, components, query, least, parameters)}
) AS sums${wholes}`
  }
  const having = least === undefined || query.dimensions.length === 0 ? '' : `\nHAVING ${summed(least)} > 0`
  return `SELECT
  ${columnsOf(plan, summed, index => `parts.dimension_${index}`).join(',\n  ')}
FROM (
  ${union(parts, components, query, parameters)}
) AS parts${groupBy(query.dimensions)}${having}`
}

function columnsOf(
  { query, parts }: Plan,
  sumOf: (component: Component) => string,
  dimensionAt: (index: number) => string,
): readonly string[] {
  const hasMoney = parts.some(part => part.components.includes('revenue'))
  return [
    ...query.dimensions.map((_, index) => `${dimensionAt(index)} AS dimension_${index}`),
    ...query.metrics.map((metric, index) => `${metricSql(metric, sumOf)} AS metric_${index}`),
    ...(hasMoney
      ? [
          `toString(${sumOf('revenue')}) AS revenue`,
          ...(['revenue_events', 'currency_low', 'currency_high'] as const).map(
            component => `${sumOf(component)} AS ${component}`,
          ),
        ]
      : []),
  ]
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
  const isFiltered = least !== undefined && dimensions.length > 0
  const rows = union(parts, used, query, parameters)
  // A single part is grouped already.
  if (parts.length === 1) {
    return isFiltered ? `SELECT * FROM (\n  ${rows}\n  ) AS parts WHERE parts.${least} > 0` : rows
  }
  const columns = [
    ...dimensions.map((_, index) => `dimension_${index}`),
    ...used.map(component => `${summed(component)} AS ${component}`),
  ]
  return `SELECT ${columns.join(', ')}
  FROM (
  ${rows}
  ) AS parts${groupBy(dimensions)}${isFiltered ? `\n  HAVING ${least} > 0` : ''}`
}

function union(
  parts: readonly Part[],
  used: readonly Component[],
  query: Query,
  parameters: Parameters,
): string {
  return parts.map(part => partSql(part, query, used, parameters)).join('\n  UNION ALL\n  ')
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
    join(plan.all, WHOLES.all),
    join(plan.unconverted, WHOLES.unconverted),
    join(plan.group, WHOLES.group),
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
