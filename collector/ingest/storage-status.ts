import type { Incidents } from './incidents.ts'
import type { Journal } from './journal/journal.ts'
import type { Writer } from './writer.ts'

/** How long a loss or a quarantined event is told of, seconds: 30 days. */
const TOLD_SECONDS = 30 * 86_400

/** Whether what was accepted is stored, in numbers for people and for metrics. */
export interface StorageStatus {
  /** Accepted events that the database does not have yet. */
  readonly waitingEvents: number
  /** How long the oldest of them has been waiting; 0 when none is. */
  readonly delaySeconds: number
  /** Events of the last 30 days that the database refused and that were set aside. */
  readonly quarantinedEvents: number
  /** Accepted events that were found to be lost in the last 30 days. */
  readonly lostEvents: number
}

/** The status at this moment. */
export function storageStatus(
  { journal, writer, incidents }: { journal: Journal; writer: Writer; incidents: Incidents },
  nowSeconds: number,
): StorageStatus {
  const since = writer.waitingSinceSeconds()
  return {
    waitingEvents: journal.depth(),
    delaySeconds: since === undefined ? 0 : Math.max(0, nowSeconds - since),
    quarantinedEvents: incidents.quarantinedEvents(nowSeconds - TOLD_SECONDS),
    lostEvents: incidents.lostEvents(nowSeconds - TOLD_SECONDS),
  }
}
