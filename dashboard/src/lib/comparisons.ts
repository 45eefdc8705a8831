import type { QueryBody } from '../../../collector/http/contract.ts'
import type { DayRange } from './periods.ts'

/** What a period is compared with; `weekdays` is the period before, Mondays with Mondays; `custom` goes with two days. */
export const COMPARISONS = ['previous', 'weekdays', 'year', 'custom', 'none'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** How the API is asked for a comparison; `days` are those of `custom`. */
export function toCompareInclude(comparison: Comparison, days?: DayRange): NonNullable<QueryBody['include']> {
  switch (comparison) {
    case 'previous':
      return { compare: 'previous_period' }
    case 'weekdays':
      return { compare: 'previous_period', compare_match_day_of_week: true }
    case 'year':
      return { compare: 'year_over_year' }
    case 'custom':
      return days === undefined ? {} : { compare: [days.from, days.to] }
    case 'none':
      return {}
  }
}
