import { isOnePage, pagePatternExpression } from '../../../collector/core/goals/page-pattern.ts'
import type { JourneyStep } from '../../../collector/core/paths/journey.ts'
import type { FilterBody, FunnelQuestionBody, JourneyQuestionBody } from '../../../collector/http/contract.ts'
import { toAskedFilter, toSegmentBody } from './filter-bodies.ts'
import type { LocalDay } from './periods.ts'
import { toDateRange } from './questions.ts'
import type { JourneyView, PathStep, View, ViewFilter } from './view-url.ts'

/** Ways that fewer visits went are told together: rare ones would tell of single people. */
export const LEAST_VISITS = 5
/** More ways than there is room for. */
const MOST_WAYS = 200

/** What a funnel of the site is asked with. */
export function funnelQuestion(
  domain: string,
  view: View,
  today: LocalDay,
  funnel: number,
): FunnelQuestionBody {
  return { ...common(domain, view, today), funnel }
}

/** Where visits go on that went the first `depth` steps of a journey: one step further. */
export function journeyQuestion(
  domain: string,
  view: View,
  today: LocalDay,
  { start, direction, along }: JourneyView,
  depth: number,
): JourneyQuestionBody {
  return {
    ...common(domain, view, today),
    start: toStepFilter(start),
    direction,
    along: along.slice(0, depth).map(toJourneyStep),
    steps: 1,
    minimum: LEAST_VISITS,
    limit: MOST_WAYS,
  }
}

/** The filter that a step is; pages may be patterns. */
export function toStepFilter({ kind, value }: PathStep): FilterBody {
  switch (kind) {
    case 'page':
      return isOnePage(value)
        ? [
            'and',
            [
              ['is', 'event:name', ['pageview']],
              ['is', 'event:page', [value]],
            ],
          ]
        : [
            'and',
            [
              ['is', 'event:name', ['pageview']],
              ['matches', 'event:page', [pagePatternExpression(value)]],
            ],
          ]
    case 'event':
      return ['is', 'event:name', [value]]
    case 'goal':
      return ['is', 'event:goal', [value]]
  }
}

/** Filters of single events as filters of visits: what they have done, or have not done where a filter leaves out. */
export function toVisitFilters(filters: readonly ViewFilter[]): FilterBody[] {
  return filters.map((filter): FilterBody => {
    if (!('operator' in filter)) return toAskedFilter(filter)
    if (!filter.dimension.startsWith('event:')) return toAskedFilter(filter)
    switch (filter.operator) {
      case 'is_not':
        return ['has_not_done', toAskedFilter({ ...filter, operator: 'is' })]
      case 'contains_not':
        return ['has_not_done', toAskedFilter({ ...filter, operator: 'contains' })]
      case 'matches_not':
        return ['has_not_done', toAskedFilter({ ...filter, operator: 'matches' })]
      default:
        return ['has_done', toAskedFilter(filter)]
    }
  })
}

function common(
  domain: string,
  view: View,
  today: LocalDay,
): Pick<FunnelQuestionBody, 'site_id' | 'date_range' | 'filters'> {
  const filters = [...view.segments.map(toSegmentBody), ...toVisitFilters(view.filters)]
  return {
    site_id: domain,
    date_range: toDateRange(view, today),
    ...(filters.length === 0 ? {} : { filters }),
  }
}

function toJourneyStep({ kind, value }: PathStep): JourneyStep {
  return kind === 'event' ? { event: value } : { page: value }
}
