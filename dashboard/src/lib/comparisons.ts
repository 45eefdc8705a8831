import type { QueryBody } from '../../../collector/http/contract.ts'

/** What a period is compared with; `weekdays` is the period before, Mondays with Mondays. */
export const COMPARISONS = ['previous', 'weekdays', 'year', 'none'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** How the API is asked for a comparison. */
export function toCompareInclude(comparison: Comparison): NonNullable<QueryBody['include']> {
  switch (comparison) {
    case 'previous':
      return { compare: 'previous_period' }
    case 'weekdays':
      return { compare: 'previous_period', compare_match_day_of_week: true }
    case 'year':
      return { compare: 'year_over_year' }
    case 'none':
      return {}
  }
}
