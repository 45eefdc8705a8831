import type { ValueDimension } from '../../core/query/dimensions.ts'
import { isTimeDimension } from '../../core/query/dimensions.ts'
import type { Query } from '../../core/query/query.ts'
import { intervalOf } from '../../core/query/time-dimension.ts'
import { bucketLabel } from './buckets.ts'
import type { Parameters } from './parameters.ts'

/** Where a part of an answer finds what it is grouped by; all three give SQL. */
export interface GroupingSource {
  readonly day: string
  readonly instant: string
  /** The value of a dimension as people see it. */
  value(dimension: ValueDimension): string
}

/** The columns `dimension_0…` of a part of an answer, as text. */
export function dimensionColumns(
  query: Query,
  source: GroupingSource,
  parameters: Parameters,
): readonly string[] {
  return query.dimensions.map((dimension, index) => {
    if (dimension === 'time') throw new Error('Dimension "time" names no interval: parse the query first')
    const value = isTimeDimension(dimension)
      ? bucketLabel(intervalOf(dimension), source.day, source.instant, query, parameters)
      : source.value(dimension)
    return `toString(${value}) AS dimension_${index}`
  })
}

/** The clause that groups by the query's dimensions; nothing when it has none. */
export function groupBy(query: Query): string {
  if (query.dimensions.length === 0) return ''
  return `\n  GROUP BY ${query.dimensions.map((_, index) => `dimension_${index}`).join(', ')}`
}
