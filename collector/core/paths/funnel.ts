import type { SiteId } from '../ids.ts'
import { percentOf } from '../metrics/formulas.ts'
import type { Condition } from '../query/condition.ts'
import type { Period } from '../query/query.ts'

/** How many get from step to step, in order; what happens between two steps does not matter. */
export interface FunnelQuestion {
  readonly siteId: SiteId
  readonly period: Period
  /** IANA name. */
  readonly timezone: string
  /** Whose visits are looked at; about visits, not single events. All must hold. */
  readonly filters: readonly Condition[]
  /** Whether the steps must come in one visit, or in one day of a visitor: nobody is known for longer. */
  readonly within: 'visit' | 'day'
  /** 2–8; an event is one step only. */
  readonly steps: readonly FunnelStep[]
}

export interface FunnelStep {
  readonly name: string
  readonly condition: Condition
}

export const LEAST_STEPS = 2
export const MOST_STEPS = 8

/** One step of the answer. */
export interface FunnelStepResult {
  readonly name: string
  /** Visits, or visitors of a day, that reached it. */
  readonly reached: number
  /** Percent of those who reached the step before, 2 decimals; null for the first and after nobody. */
  readonly step_rate: number | null
  /** Percent of those who reached the first step, 2 decimals; null when nobody did. */
  readonly conversion_rate: number | null
}

/** The answer from how many got as far as each step and no further: index 0 is none, 1 the first step. */
export function funnelResult(
  steps: readonly FunnelStep[],
  endedAt: readonly number[],
): readonly FunnelStepResult[] {
  const reached = steps.map((_, index) => endedAt.slice(index + 1).reduce((sum, count) => sum + count, 0))
  return steps.map(({ name }, index) => ({
    name,
    reached: reached[index] ?? 0,
    step_rate: index === 0 ? null : percentOf(reached[index] ?? 0, reached[index - 1] ?? 0),
    conversion_rate: percentOf(reached[index] ?? 0, reached[0] ?? 0),
  }))
}
