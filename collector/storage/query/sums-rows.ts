import type { Sums } from '../../core/metrics/components.ts'
import { computed, METRIC_FORMULAS } from '../../core/metrics/formulas.ts'
import { fromThousandths } from '../../core/metrics/money.ts'
import type { Query } from '../../core/query/query.ts'
import type { Row, Rows } from './ask.ts'
import { toSums } from './daily-sums.ts'

/** The rows of an answer by bucket of time, `''` for all, as the database would have given them for `toStatement`. */
export function rowsOfSums(query: Query, buckets: ReadonlyMap<string, Sums>): Rows {
  const rows = [...buckets].map(([bucket, sums]) => toRow(query, bucket, sums))
  const { limit, offset } = query.pagination
  return { data: rows.sort(inOrder(query)).slice(offset, offset + limit), totalRows: rows.length }
}

/** What the rows of `sumsStatement` say. */
export function toBuckets<Bucket extends string>(rows: readonly Row[]): ReadonlyMap<Bucket, Sums> {
  return new Map(rows.map(row => [String(row['bucket']) as Bucket, toSums(row)]))
}

function toRow({ dimensions, metrics }: Query, bucket: string, sums: Sums): Row {
  return {
    ...Object.fromEntries(dimensions.map((_, index) => [`dimension_${index}`, bucket])),
    ...Object.fromEntries(
      metrics.map((metric, index) => {
        const formula = METRIC_FORMULAS[metric]
        const isPlain = formula.kind === 'sum' || formula.kind === 'quotient'
        return [`metric_${index}`, isPlain ? computed(formula, sums) : null]
      }),
    ),
    revenue: fromThousandths(sums.revenue),
    revenue_events: sums.revenue_events,
    currency_low: sums.currency_low,
    currency_high: sums.currency_high,
  }
}

/** The query's order, rows without a value last, then by time. */
function inOrder({ orderBy, dimensions, metrics }: Query): (left: Row, right: Row) => number {
  const names: readonly string[] = [...dimensions, ...metrics]
  const columns = orderBy.map(([key, direction]) => {
    const place = names.indexOf(key)
    const column = place < dimensions.length ? `dimension_${place}` : `metric_${place - dimensions.length}`
    return { column, sign: direction === 'asc' ? 1 : -1 }
  })
  if (dimensions.length > 0) columns.push({ column: 'dimension_0', sign: 1 })
  return (left, right) => {
    for (const { column, sign } of columns) {
      const [one, other] = [left[column], right[column]] as [number | string | null, number | string | null]
      if (one === other) continue
      if (one === null) return 1
      if (other === null) return -1
      return one < other ? -sign : sign
    }
    return 0
  }
}
