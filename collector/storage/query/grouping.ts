import type { Part } from '../../core/planning/plan.ts'
import { type ColumnDimension, GOAL_DIMENSION, isTimeDimension } from '../../core/query/dimensions.ts'
import type { Query } from '../../core/query/query.ts'
import { intervalOf } from '../../core/query/time-dimension.ts'
import { bucketLabel } from './buckets.ts'
import type { Parameters } from './parameters.ts'

/** Where a part of an answer finds what it is grouped by; all three give SQL. */
export interface GroupingSource {
  readonly day: string
  /** Undefined where only days are known, so that no hour can be asked for. */
  readonly instant: string | undefined
  /** The value of a dimension as people see it. */
  value(dimension: ColumnDimension): string
}

/** The columns `dimension_0…` of a part of an answer, as text; of several lists, in `list_mask` which one a row is of. */
export function dimensionColumns(
  part: Part,
  query: Query,
  source: GroupingSource,
  parameters: Parameters,
): readonly string[] {
  const columns = part.dimensions.map((dimension, index) => {
    const value = (): string => {
      if (dimension === 'time') throw new Error('Dimension "time" names no interval: parse the query first')
      if (isTimeDimension(dimension)) {
        return bucketLabel(intervalOf(dimension), source.day, source.instant, query, parameters)
      }
      if (dimension !== GOAL_DIMENSION) return source.value(dimension)
      if (part.goal === undefined) throw new Error('A part that is split by goals has none')
      return parameters.bind('goal', 'String', part.goal.displayName)
    }
    return `toString(${value()}) AS dimension_${index}`
  })
  return part.isOfLists === true ? [...columns, `grouping(${names(part.dimensions)}) AS list_mask`] : columns
}

/** The clause that groups by so many dimensions; nothing when there are none. */
export function groupBy(dimensions: readonly unknown[]): string {
  if (dimensions.length === 0) return ''
  return `\n  GROUP BY ${names(dimensions)}`
}

function names(dimensions: readonly unknown[]): string {
  return dimensions.map((_, index) => `dimension_${index}`).join(', ')
}

/** The columns `list` and `dimension_0` of the rows of a part of several lists, besides these further ones. */
export function rowsOfLists(sql: string, { dimensions }: Part, columns: readonly string[]): string {
  const last = dimensions.length - 1
  // A bit for each dimension, the last one's the lowest, is set where the row is not grouped by it.
  const masks = dimensions.map((_, index) => 2 ** (last + 1) - 1 - 2 ** (last - index))
  const values = dimensions.map((_, index) => `grouped.dimension_${index}`)
  return `SELECT
    indexOf([${masks.join(', ')}], grouped.list_mask) - 1 AS list,
    concat(${values.join(', ')}) AS dimension_0,
    ${columns.map(column => `grouped.${column} AS ${column}`).join(',\n    ')}
  FROM (
  ${sql}
  ) AS grouped`
}

/** The clause that groups the rows of a part. */
export function groupPart({ dimensions, withTotal = false, isOfLists = false }: Part): string {
  if (isOfLists) {
    return `\n  GROUP BY GROUPING SETS (${dimensions.map((_, index) => `(dimension_${index})`).join(', ')})`
  }
  return `${groupBy(dimensions)}${withTotal ? ' WITH ROLLUP' : ''}`
}
