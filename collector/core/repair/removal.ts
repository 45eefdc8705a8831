import type { SiteId } from '../ids.ts'
import type { Condition } from '../query/condition.ts'
import type { Period } from '../query/query.ts'

/** Events that an owner wants gone, such as those of a flood: all that match every condition. */
export interface RemovalQuestion {
  readonly siteId: SiteId
  /** Whole days. */
  readonly period: Period
  /** At least one, about events and their visits, not about pages that visits begin or end with. */
  readonly filters: readonly Condition[]
}

/** What would go, or went. */
export interface RemovalCount {
  readonly events: number
  readonly visits: number
  readonly days: number
}

/** The record of a removal: who, when, what, how much. It holds nothing about visitors but the filter itself. */
export interface Removal {
  readonly siteId: SiteId
  readonly userId: string
  /** Seconds since 1970. */
  readonly removedAtSeconds: number
  /** As it was asked, JSON. */
  readonly filters: unknown
  readonly firstDay: string
  readonly lastDay: string
  readonly events: number
}

/** Removes events by filter: what is sealed of their days is computed anew afterwards. */
export interface Repair {
  count(question: RemovalQuestion): Promise<RemovalCount>
  /** Removes the events unless they are another number than expected; how many there are, and whether they are gone. */
  remove(
    question: RemovalQuestion,
    expected: number,
    by: { readonly userId: string; readonly filters: unknown },
  ): Promise<RemovalCount & { readonly isDone: boolean }>
}
