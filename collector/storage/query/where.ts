import type { Filter, Query } from '../../core/query/query.ts'
import { columnOf, displayed, isStoredDimension, visitPageColumn } from './columns.ts'
import type { Parameters } from './parameters.ts'

/** A filter with its place in the query, which names its parameter. */
export interface PlacedFilter {
  readonly filter: Filter
  readonly index: number
}

/** The filters of a query by what they look at. */
export interface FiltersByScope {
  /** Facts that every event of a visit repeats. */
  readonly visit: readonly PlacedFilter[]
  /** Entry and exit page: known once a visit's events are put together. */
  readonly visitPage: readonly PlacedFilter[]
  /** The page of one event. */
  readonly page: readonly PlacedFilter[]
  /** Other facts of one event. */
  readonly event: readonly PlacedFilter[]
}

/** Sorts a query's filters by what they look at. */
export function filtersByScope(query: Query): FiltersByScope {
  const placed = query.filters.map((filter, index) => ({ filter, index }))
  const of = (accepts: (dimension: Filter['dimension']) => boolean) =>
    placed.filter(({ filter }) => accepts(filter.dimension))
  return {
    visit: of(dimension => dimension.startsWith('visit:') && isStoredDimension(dimension)),
    visitPage: of(dimension => !isStoredDimension(dimension)),
    page: of(dimension => dimension === 'event:page'),
    event: of(dimension => dimension.startsWith('event:') && dimension !== 'event:page'),
  }
}

/** The condition of a filter on one dimension of an event of table alias `events`. */
export function eventCondition({ filter, index }: PlacedFilter, parameters: Parameters): string {
  const { dimension } = filter
  if (!isStoredDimension(dimension)) throw new Error(`${dimension} is no column of events`)
  return condition(
    displayed(`events.${columnOf(dimension)}`, dimension, parameters),
    filter,
    index,
    parameters,
  )
}

/**
 * The condition of a filter on a visit row (visit-rows.ts) by entry or exit page; a filter on a page means the page that
 * the visit entered on.
 */
export function visitPageCondition({ filter, index }: PlacedFilter, parameters: Parameters): string {
  const dimension = filter.dimension === 'visit:exit_page' ? filter.dimension : 'visit:entry_page'
  return condition(displayed(visitPageColumn(dimension), dimension, parameters), filter, index, parameters)
}

/** `expression` yields the value as people see it. */
function condition(expression: string, filter: Filter, index: number, parameters: Parameters): string {
  const values = parameters.bind(`filter_${index}`, 'Array(String)', filter.values)
  const found = FOUND[filter.operator](expression, values, filter.caseSensitive)
  return filter.operator.endsWith('_not') ? `NOT ${found}` : found
}

type Found = (expression: string, values: string, caseSensitive: boolean) => string

const isOneOf: Found = (expression, values, caseSensitive) =>
  caseSensitive ? `has(${values}, ${expression})` : `has(${lowered(values)}, lowerUTF8(${expression}))`

const containsOneOf: Found = (expression, values, caseSensitive) =>
  caseSensitive
    ? `multiSearchAny(${expression}, ${values})`
    : `multiSearchAny(lowerUTF8(${expression}), ${lowered(values)})`

const FOUND = {
  is: isOneOf,
  is_not: isOneOf,
  contains: containsOneOf,
  contains_not: containsOneOf,
} as const satisfies Record<Filter['operator'], Found>

function lowered(values: string): string {
  return `arrayMap(value -> lowerUTF8(value), ${values})`
}

/** The events of the query's site in its days, before the end of its period. */
export function periodConditions(query: Query, parameters: Parameters): readonly string[] {
  const { firstDay, lastDay, untilSecond } = query.period
  return [
    `events.site_id = ${parameters.bind('site_id', 'UInt32', query.siteId)}`,
    `events.day BETWEEN ${parameters.bind('first_day', 'Date', firstDay)} AND ${parameters.bind('last_day', 'Date', lastDay)}`,
    ...(untilSecond === undefined
      ? []
      : [`events.timestamp < toDateTime(${parameters.bind('until_second', 'UInt32', untilSecond)}, 'UTC')`]),
  ]
}

/** That an instant, given by an SQL expression, is not before the period's first one. */
export function notBeforePeriod(expression: string, query: Query, parameters: Parameters): readonly string[] {
  const { fromSecond } = query.period
  if (fromSecond === undefined) return []
  return [`${expression} >= toDateTime(${parameters.bind('from_second', 'UInt32', fromSecond)}, 'UTC')`]
}
