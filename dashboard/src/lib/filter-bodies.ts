import type { FilterBody } from '../../../collector/http/contract.ts'
import { toFilterBody, type View, type ViewFilter } from './view-url.ts'

/** What a view keeps, as the API takes it: its segments by id, then its filters; empty: everything. */
export function toFilterBodies({ segments, filters }: View): FilterBody[] {
  return [...segments.map(toSegmentBody), ...filters.map(toAskedFilter)]
}

/** A segment of the site as a condition. */
export function toSegmentBody(id: number): FilterBody {
  return ['is', 'segment', [id]]
}

/** A filter as it is asked: people who look for a text do not mind its case. */
export function toAskedFilter(filter: ViewFilter): FilterBody {
  if (!('operator' in filter)) return toFilterBody(filter)
  const { operator, dimension, values } = filter
  const isSearch = operator === 'contains' || operator === 'contains_not'
  return isSearch ? [operator, dimension, [...values], { case_sensitive: false }] : toFilterBody(filter)
}
