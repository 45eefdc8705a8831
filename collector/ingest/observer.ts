import type { DropReason } from '../core/event/drop-reasons.ts'
import type { LossReason } from './incidents.ts'

/** Who is told what becomes of events on the way in; counts and times only. */
export interface IngestObserver {
  /** Events were answered with 202 and are durable. */
  accepted(events: number): void
  /** Events were answered with 503: the journal, or a site's share of it, was full. */
  refused(events: number): void
  /** An event was not counted; never called for reasons that are counted nowhere. */
  dropped(reason: DropReason): void
  /** One group commit of the journal took this long, ms. */
  committed(milliseconds: number): void
  /** A batch is stored; it took this long, ms. */
  stored(events: number, milliseconds: number): void
  /** A batch could not be stored yet; the next try comes after `backOffMs`. */
  delayed(error: unknown, backOffMs: number): void
  /** Accepted events are gone. */
  lost(reason: LossReason, events: number): void
  /** The database refused an event, and it was set aside. */
  quarantined(code: string): void
}
