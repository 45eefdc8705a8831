import type { Component } from '../../../core/metrics/components.ts'
import type { Part } from '../../../core/planning/plan.ts'
import { dailyKey } from '../../../core/planning/sealed-source.ts'
import { FOUND_BY, type Tally } from '../../../core/planning/tally.ts'
import type { ColumnDimension } from '../../../core/query/dimensions.ts'
import type { Query } from '../../../core/query/query.ts'
import { sealedAs } from '../../../core/sealing/sealed-dimensions.ts'
import { displayedSealed } from '../columns.ts'
import { type Contribution, componentColumns } from '../components.ts'
import { conditionSql, type RowContext } from '../conditions.ts'
import { sealedRows } from '../days.ts'
import { dimensionColumns, groupPart } from '../grouping.ts'
import type { Parameters } from '../parameters.ts'

/** What sealed figures, of a day or an hour, contribute; `stats` is the table's alias. */
export const STATS = {
  visitors: 'sum(stats.visitors)',
  visits: 'sum(stats.visits)',
  pageviews: 'sum(stats.pageviews)',
  events: 'sum(stats.events)',
  matching_events: 'sum(stats.events)',
  counted_visits: 'sum(stats.counted_visits)',
  bounces: 'sum(stats.bounces)',
  visit_seconds: 'sum(stats.visit_seconds)',
  visit_views: 'sum(stats.visit_views)',
  engaged_ms: 'sum(stats.engaged_ms)',
  engaged_visits: 'sum(stats.engaged_visits)',
  scroll_percents: 'sum(stats.scroll_percents)',
  scrolled_visits: 'sum(stats.scrolled_visits)',
  exits: 'sum(stats.counted_visits)',
  exit_views: 'sum(stats.pageviews)',
  revenue: 'sum(stats.revenue)',
  revenue_events: 'sum(stats.revenue_events)',
  currency_low: "minIf(stats.currency_low, stats.currency_low != '')",
  currency_high: 'max(stats.currency_high)',
} as const satisfies Contribution

/** A value has a row of sealed figures when any tally found it; each takes its own. */
export function foundBy(tally: Tally): string {
  return `(${FOUND_BY[tally].map(component => `stats.${component} > 0`).join(' OR ')})`
}

/** The part of an answer that is read from the sealed figures of days by the values of one dimension. */
export function dailyPart(
  part: Part,
  query: Query,
  used: readonly Component[],
  parameters: Parameters,
): string {
  if (part.isOfLists === true) return dailyLists(part, query, used, parameters)
  const key = dailyKey(part)
  if (key === undefined) throw new Error('Sealed days do not have what the query asks for')
  const value = 'stats.value'
  const context: RowContext = {
    value: dimension => displayedSealed(value, dimension, parameters),
    goals: () => {
      throw new Error('Sealed days know no goals')
    },
    done: () => {
      throw new Error('Sealed days know no visits')
    },
  }
  const source = { day: 'stats.day', instant: undefined, value: context.value }
  const dimension = key.dimension === undefined ? '' : sealedAs(key.dimension)
  const conditions = [
    ...sealedRows('stats', part, query.siteId, parameters),
    `stats.dimension = ${parameters.bind('dimension', 'String', dimension)}`,
    foundBy(part.tally),
    ...key.filters.map(filter => conditionSql(filter, context, parameters)),
  ]
  return `SELECT
    ${[...dimensionColumns(part, query, source, parameters), ...componentColumns(STATS, part.components, used)].join(',\n    ')}
  FROM daily_stats AS stats
  WHERE ${conditions.join('\n    AND ')}${groupPart(part)}`
}

/** Several lists in one go: what is sealed by each dimension, in the columns `list` and `dimension_0`. */
function dailyLists(part: Part, query: Query, used: readonly Component[], parameters: Parameters): string {
  const lists = part.dimensions.map(dimension => {
    const key = dailyKey({ ...part, dimensions: [dimension] })?.dimension
    if (key === undefined) throw new Error('Sealed days do not have what the query asks for')
    return {
      name: sealedAs(key),
      value: displayedSealed('stats.value', dimension as ColumnDimension, parameters),
    }
  })
  const names = parameters.bind(
    'dimensions',
    'Array(String)',
    lists.map(({ name }) => name),
  )
  const values = lists.flatMap(({ name, value }) => [
    `stats.dimension = ${parameters.bind('dimension', 'String', name)}`,
    value,
  ])
  const conditions = [
    ...sealedRows('stats', part, query.siteId, parameters),
    `stats.dimension IN ${names}`,
    foundBy(part.tally),
  ]
  return `SELECT
    indexOf(${names}, toString(stats.dimension)) - 1 AS list,
    toString(multiIf(${values.join(', ')}, '')) AS dimension_0,
    ${componentColumns(STATS, part.components, used).join(',\n    ')}
  FROM daily_stats AS stats
  WHERE ${conditions.join('\n    AND ')}
  GROUP BY stats.dimension, stats.value`
}
