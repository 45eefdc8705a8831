import type { Metric } from '../metrics/catalogue.ts'
import type { Answer } from '../query/answer.ts'
import type { MetricValue } from '../query/query.ts'
import { csvTable } from './csv-line.ts'

/**
 * The answer to a question as CSV (RFC 4180): a row of names as the API has them, then a row per result. Metrics of a
 * compared period stand behind the others as `compared_…`. Money is its amount; what has no value is empty.
 */
export function answerCsv(
  { results }: Pick<Answer, 'results'>,
  { dimensions, metrics }: { readonly dimensions: readonly string[]; readonly metrics: readonly Metric[] },
): string {
  const isCompared = results.some(row => row.comparison !== undefined)
  const head = [...dimensions, ...metrics, ...(isCompared ? metrics.map(metric => `compared_${metric}`) : [])]
  const rows = results.map(({ dimensions: values, metrics: found, comparison }) => [
    ...values,
    ...found.map(cellOf),
    ...(isCompared ? metrics.map((_, index) => cellOf(comparison?.metrics[index] ?? null)) : []),
  ])
  return csvTable(head, rows)
}

function cellOf(value: MetricValue): string | number {
  if (value === null) return ''
  return typeof value === 'object' ? value.value : value
}
