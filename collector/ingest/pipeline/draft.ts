import type { DailyCount } from '../../core/event/daily-count.ts'
import type { DropReason } from '../../core/event/drop-reasons.ts'
import type { Payload } from '../../core/event/payload.ts'
import type { Site } from '../../core/ports.ts'
import type { BoundedNames } from '../counters/bounded-names.ts'
import type { CurrentKeys } from '../identity/day-keys.ts'
import type { KnownSender, VisitorIds } from '../sender.ts'
import type { OpenVisit, Visits } from '../visits.ts'

/** One event on its way: what was sent, who sent it, and what the steps have found so far. */
export interface Draft {
  readonly site: Site
  readonly payload: Payload
  readonly sender: KnownSender
  readonly keys: CurrentKeys
  /** When it happened, whole seconds since 1970. */
  readonly seconds: number
  /** What is kept of the request's `Idempotency-Key`; `0` for none. */
  readonly idempotencyKey: string
  /** The open visits that it may go on with: the live ones, or those of an import. */
  readonly visits: Visits
  page: string | undefined
  visitorIds: VisitorIds | undefined
  visit: OpenVisit | undefined
}

/** What is known of an event before the first step. */
export type DraftInput = Omit<Draft, 'page' | 'visitorIds' | 'visit'>

export interface PipelineTools {
  /** Values that a site's day may have of each dimension. */
  readonly values: BoundedNames
  /** Told of what was changed in a counted event. */
  readonly note: (count: Omit<DailyCount, 'count'>) => void
}

/** Why an event is not counted, and by what name of a bounded set. */
export interface Drop {
  readonly reason: DropReason
  readonly name: string
}

/** A step adds to the draft, or says why the event is dropped. */
export type Step = (draft: Draft, tools: PipelineTools) => Drop | undefined

/** What an earlier step has added. Throws when the order of the steps is wrong. */
export function required<Key extends keyof Draft>(draft: Draft, key: Key): NonNullable<Draft[Key]> {
  const value = draft[key]
  if (value === undefined || value === null)
    throw new Error(`Pipeline step needs "${key}" from an earlier step`)
  return value
}
