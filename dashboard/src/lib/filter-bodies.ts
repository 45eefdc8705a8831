import type { FilterBody } from '../../../collector/http/contract.ts'
import type { View, ViewFilter } from './view-url.ts'

/** What a view keeps, as the API takes it: its segments by id, then its filters; empty: everything. */
export function toFilterBodies({ segments, filters }: View): FilterBody[] {
  return [
    ...segments.map((id): FilterBody => ['is', 'segment', [id]]),
    ...filters.map(filter => toFilterBody(filter)),
  ]
}

/** One filter; text is looked for without minding case. */
export function toFilterBody({ operator, dimension, values }: ViewFilter): FilterBody {
  const isSearch = operator === 'contains' || operator === 'contains_not'
  return isSearch
    ? [operator, dimension, [...values], { case_sensitive: false }]
    : [operator, dimension, [...values]]
}
