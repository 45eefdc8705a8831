import {
  definitionOf,
  isPropertyDimension,
  type ValueDimension,
} from '../../../collector/core/query/dimensions.ts'
import type { QueryResultBody, QueryRowBody } from '../../../collector/http/contract.ts'
import { numberOf } from './metric-value.ts'
import { toName } from './names.ts'
import type { ListDimensions } from './panels.ts'
import type { ViewCondition, ViewFilter } from './view-url.ts'

/** One line of a list. */
export interface ListRow {
  /** Its own among the rows of the list. */
  readonly key: string
  /** As the API gives them, by dimension; what filters take. */
  readonly values: readonly string[]
  /** As people read it. */
  readonly name: string
  /** What the name belongs to, such as a city's country; empty where the name says it. */
  readonly context: string
  readonly visitors: number
  /** Length of the bar behind it: 0–1 of the largest row. */
  readonly part: number
  /** Its share of all visitors, 0–1, where the answer tells it; undefined: it is reckoned with all visitors. */
  readonly share: number | undefined
}

/** The rows of a panel, the largest first. What is no value of its own, such as visits without a campaign, is left out. */
export function toRows(answer: QueryResultBody, dimensions: ListDimensions): ListRow[] {
  const kept = answer.results.filter(row => !isLeftOut(row, dimensions))
  const largest = Math.max(1, ...kept.map(row => numberOf(row.metrics[0]) ?? 0))
  return kept.map(row => {
    const visitors = numberOf(row.metrics[0]) ?? 0
    const rate = numberOf(row.metrics[1])
    return {
      key: JSON.stringify(row.dimensions),
      values: row.dimensions,
      ...toName(dimensions, row.dimensions),
      visitors,
      part: visitors / largest,
      // Goals are asked for with their conversion rate, which a filter on a goal does not narrow.
      share: dimensions[0] === 'event:goal' && rate !== null ? rate / 100 : undefined,
    }
  })
}

/** Whether an answer is about a list: while the next one is on its way, the old one is about another. */
export function isOf(answer: QueryResultBody, dimensions: ListDimensions): boolean {
  return JSON.stringify(answer.query['dimensions']) === JSON.stringify(dimensions)
}

/** How many rows the list has in all, those not shown included. */
export function countRows(answer: QueryResultBody, dimensions: ListDimensions): number {
  const leftOut = answer.results.filter(row => isLeftOut(row, dimensions)).length
  return (answer.meta.total_rows ?? answer.results.length) - leftOut
}

/** The conditions that keep a row and nothing else. */
export function toRowFilters(dimensions: ListDimensions, values: readonly string[]): ViewCondition[] {
  return dimensions.map((dimension, index) => ({
    operator: 'is' as const,
    dimension,
    values: [values[index] ?? ''],
  }))
}

/** What leaves a row out and nothing else: of two dimensions the pair, not each by itself. */
export function toRowExclusion(dimensions: ListDimensions, values: readonly string[]): ViewFilter {
  const [first, second] = dimensions
  const [one = '', other = ''] = values
  return second === undefined
    ? { operator: 'is_not', dimension: first, values: [one] }
    : { without: { dimensions: [first, second], values: [one, other] } }
}

function isLeftOut(row: QueryRowBody, dimensions: ListDimensions): boolean {
  const index = dimensions.length - 1
  const dimension = dimensions[index] ?? dimensions[0]
  const value = row.dimensions[index] ?? ''
  // Page views have a list of their own; this one is about what the owner has named.
  if (dimension === 'event:name') return value === 'pageview'
  return tellsNothingMissing(dimension) && value === definitionOf(dimension).missing
}

/** Lists in which "nothing known" would be the largest row and say nothing. */
function tellsNothingMissing(dimension: ValueDimension): boolean {
  return (
    dimension.startsWith('visit:utm_') ||
    dimension === 'visit:region_name' ||
    dimension === 'visit:city_name' ||
    isPropertyDimension(dimension)
  )
}
