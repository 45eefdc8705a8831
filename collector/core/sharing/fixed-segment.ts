import { type Condition, leavesOf } from '../query/condition.ts'
import { newFaults } from '../query/faults.ts'
import { parseFilters } from '../query/parse-filters.ts'
import type { Segment } from '../segments/segment.ts'
import type { FixedSegment } from './share-limits.ts'

/** The conditions of a segment that a link is limited to; undefined: they cannot be read, so nothing may be shown. */
export function conditionsOf({ filters }: FixedSegment): readonly Condition[] | undefined {
  const faults = newFaults()
  const conditions = parseFilters(filters, { goals: [], segments: [] }, faults)
  return faults.messages.length > 0 || conditions.length === 0 ? undefined : conditions
}

/**
 * A copy of a segment for a link; undefined where it cannot be one: what a goal means can be changed later, and rates are
 * shares of visitors without it.
 */
export function fixSegment({ name, filters }: Segment): FixedSegment | undefined {
  if (!Array.isArray(filters)) return undefined
  const fixed: FixedSegment = { name, filters }
  return conditionsOf(fixed) === undefined ? undefined : fixed
}

/** Whether conditions look at single events, so that a visit that passes has others that do not. */
export function looksAtEvents(conditions: readonly Condition[]): boolean {
  return conditions.some(condition =>
    leavesOf(condition, false).some(leaf => leaf.kind === 'goal' || leaf.dimension.startsWith('event:')),
  )
}
