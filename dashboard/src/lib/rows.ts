import { definitionOf, type ValueDimension } from '../../../collector/core/query/dimensions.ts'
import type { QueryResultBody } from '../../../collector/http/contract.ts'
import { numberOf } from './metric-value.ts'
import { displayName } from './names.ts'

/** One line of a list. */
export interface ListRow {
  /** As the API gives it; what a filter takes. */
  readonly value: string
  /** As people read it. */
  readonly name: string
  readonly visitors: number
  /** Length of the bar behind it: 0–1 of the largest row. */
  readonly part: number
}

/** The rows of a panel, the largest first. Visits without a campaign are no campaign and are left out. */
export function toRows(answer: QueryResultBody, dimension: ValueDimension): ListRow[] {
  const rows = answer.results.flatMap(row => {
    const value = row.dimensions[0] ?? ''
    return isLeftOut(dimension, value) ? [] : [{ value, visitors: numberOf(row.metrics[0]) ?? 0 }]
  })
  const largest = Math.max(1, ...rows.map(row => row.visitors))
  return rows.map(row => ({ ...row, name: displayName(dimension, row.value), part: row.visitors / largest }))
}

/** How many rows the list has in all, those not shown included. */
export function countRows(answer: QueryResultBody, dimension: ValueDimension): number {
  const leftOut = answer.results.filter(row => isLeftOut(dimension, row.dimensions[0] ?? '')).length
  return (answer.meta.total_rows ?? answer.results.length) - leftOut
}

function isLeftOut(dimension: ValueDimension, value: string): boolean {
  return dimension.startsWith('visit:utm_') && value === definitionOf(dimension).missing
}
