import type { Metric } from '../../core/metrics/catalogue.ts'
import type { Sums } from '../../core/metrics/components.ts'
import { computed, METRIC_FORMULAS, percentOf } from '../../core/metrics/formulas.ts'
import { fromThousandths } from '../../core/metrics/money.ts'
import type { Query } from '../../core/query/query.ts'
import type { Row, Rows } from './ask.ts'
import { toSums } from './daily-sums.ts'

/**
 * The rows of an answer by bucket of time or by value, `''` for all, as the database would have given them for `toStatement`.
 * `wholeOf` gives the visitors that the shares of a bucket are taken of; without it there are no shares.
 */
export function rowsOfSums(
  query: Query,
  buckets: ReadonlyMap<string, Sums>,
  wholeOf: (bucket: string) => number = () => 0,
): Rows {
  const { limit, offset } = query.pagination
  const found = [...buckets].map(([bucket, sums]) => {
    const metricOf = (metric: Metric): number | null => valueIn(metric, sums, wholeOf(bucket))
    return { bucket, sums, metricOf, order: orderOf(query, bucket, metricOf) }
  })
  const rows = firstOf(found, offset + limit, inOrder(query)).slice(offset)
  return {
    data: rows.map(({ bucket, sums, metricOf }) => toRow(query, bucket, sums, metricOf)),
    totalRows: found.length,
  }
}

/** A metric of sums; of an amount there is none, since it is made of other columns. */
function valueIn(metric: Metric, sums: Sums, whole: number): number | null {
  const formula = METRIC_FORMULAS[metric]
  switch (formula.kind) {
    case 'sum':
    case 'quotient':
      return computed(formula, sums)
    case 'share':
      return percentOf(sums.visitors, whole)
    case 'amount':
      return null
  }
}

/** What the rows of `sumsStatement` say. */
export function toBuckets<Bucket extends string>(rows: readonly Row[]): ReadonlyMap<Bucket, Sums> {
  return new Map(rows.map(row => [String(row['bucket']) as Bucket, toSums(row)]))
}

function toRow(
  { dimensions, metrics }: Query,
  bucket: string,
  sums: Sums,
  metricOf: (metric: Metric) => number | null,
): Row {
  return {
    ...Object.fromEntries(dimensions.map((_, index) => [`dimension_${index}`, bucket])),
    ...Object.fromEntries(metrics.map((metric, index) => [`metric_${index}`, metricOf(metric)])),
    ...(metrics.some(metric => METRIC_FORMULAS[metric].kind === 'amount') && {
      revenue: fromThousandths(sums.revenue),
      revenue_events: sums.revenue_events,
      currency_low: sums.currency_low,
      currency_high: sums.currency_high,
    }),
  }
}

/** Up to so many it is cheaper to look for the first than to order all. */
const FEW = 100

/** The first so many of a list in an order. */
function firstOf<One>(all: One[], count: number, compare: (left: One, right: One) => number): readonly One[] {
  if (count > FEW) return all.sort(compare).slice(0, count)
  const first: One[] = []
  for (const one of all) {
    const last = first.at(-1)
    const isFull = first.length === count
    if (isFull && (last === undefined || compare(one, last) >= 0)) continue
    if (isFull) first.pop()
    const place = first.findIndex(other => compare(one, other) < 0)
    first.splice(place < 0 ? first.length : place, 0, one)
  }
  return first
}

type Ordered = number | string | null

/** What a row is ordered by, one after the other. */
function orderOf(
  { orderBy, dimensions }: Query,
  bucket: string,
  metricOf: (metric: Metric) => number | null,
): readonly Ordered[] {
  const columns = orderBy.map(([key]): Ordered => (key === dimensions[0] ? bucket : metricOf(key as Metric)))
  return [...columns, bucket]
}

/** The query's order, rows without a value last, then by time or value. */
function inOrder({ orderBy }: Query) {
  const signs = [...orderBy.map(([, direction]) => (direction === 'asc' ? 1 : -1)), 1]
  return (left: { readonly order: readonly Ordered[] }, right: { readonly order: readonly Ordered[] }) => {
    for (const [index, sign] of signs.entries()) {
      const [one = null, other = null] = [left.order[index], right.order[index]]
      if (one === other) continue
      if (one === null) return 1
      if (other === null) return -1
      if (typeof one === 'string' && typeof other === 'string') return sign * compareBytes(one, other)
      return one < other ? -sign : sign
    }
    return 0
  }
}

/** Texts as the database orders them, by their bytes in UTF-8: in JavaScript U+10000 is before U+FFFF. */
function compareBytes(left: string, right: string): number {
  for (let index = 0; ; index++) {
    const one = left.charCodeAt(index)
    const other = right.charCodeAt(index)
    if (one === other) continue
    // Where one has come to its end, it is the beginning of the other.
    if (Number.isNaN(one) || Number.isNaN(other)) return left.length - right.length
    const isSurrogate = (code: number) => code >= 0xd800 && code < 0xe000
    if (isSurrogate(one) !== isSurrogate(other)) return isSurrogate(one) ? 1 : -1
    return one - other
  }
}
