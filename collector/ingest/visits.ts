import { randomBytes } from 'node:crypto'
import type { Acquisition, ClientFacts, Place } from '../core/event/analytics-event.ts'
import type { Day, SiteId, VisitId, VisitorId } from '../core/ids.ts'
import type { LatestEvent } from '../core/ports.ts'

/** A visit ends when its visitor did nothing for this long, in seconds (the field's standard of 30 minutes). */
export const VISIT_GAP_SECONDS = 30 * 60

/** A visit that may still go on. */
export interface OpenVisit {
  readonly visitId: VisitId
  readonly day: Day
  readonly acquisition: Acquisition
  readonly client: ClientFacts
  readonly place: Place
  /** Time of the latest event, seconds since 1970. */
  lastSeconds: number
  /** False until an event of it is durable. */
  isDurable: boolean
}

export interface Visits {
  /** The visit that this visitor's event at this moment belongs to, if it goes on. */
  find(siteId: SiteId, visitorId: VisitorId, nowSeconds: number): OpenVisit | undefined
  /** Starts a visit and returns it; it counts once an event of it is durable. */
  start(siteId: SiteId, visitorId: VisitorId, facts: Omit<OpenVisit, 'visitId' | 'isDurable'>): OpenVisit
  /** An event of a visit is durable: the visit goes on from there. */
  keep(visit: OpenVisit, eventSeconds: number): void
  /** An event was not taken: its visit, if it has no other event, never was. */
  forget(siteId: SiteId, visitorId: VisitorId, visit: OpenVisit): void
  /** Rebuilds open visits from stored events; of one visitor's, the latest decides, and the last of one second. */
  restore(events: Iterable<LatestEvent>): void
  /** Forgets visits that are over. */
  forgetEnded(nowSeconds: number): void
  size(): number
}

/** Open visits in memory: site → visitor → visit. */
export function openVisits(): Visits {
  const open = new Map<SiteId, Map<VisitorId, OpenVisit>>()
  const newVisitId = openVisitIds()

  function visitorsOf(siteId: SiteId): Map<VisitorId, OpenVisit> {
    const known = open.get(siteId)
    if (known !== undefined) return known
    const visitors = new Map<VisitorId, OpenVisit>()
    open.set(siteId, visitors)
    return visitors
  }

  return {
    find(siteId, visitorId, nowSeconds) {
      const visit = open.get(siteId)?.get(visitorId)
      return visit !== undefined && Math.abs(nowSeconds - visit.lastSeconds) <= VISIT_GAP_SECONDS
        ? visit
        : undefined
    },
    start(siteId, visitorId, facts) {
      const visit = toOpenVisit(newVisitId(facts.lastSeconds), facts, false)
      visitorsOf(siteId).set(visitorId, visit)
      return visit
    },
    keep(visit, eventSeconds) {
      visit.lastSeconds = Math.max(visit.lastSeconds, eventSeconds)
      visit.isDurable = true
    },
    forget(siteId, visitorId, visit) {
      const visitors = open.get(siteId)
      if (!visit.isDurable && visitors?.get(visitorId) === visit) visitors.delete(visitorId)
    },
    restore(events) {
      for (const event of events) {
        const visitors = visitorsOf(event.siteId)
        const known = visitors.get(event.visitorId)
        if (known !== undefined && known.lastSeconds > event.timestampSeconds) continue
        const { day, acquisition, client, place, timestampSeconds: lastSeconds } = event
        const facts = { day, acquisition, client, place, lastSeconds }
        visitors.set(event.visitorId, toOpenVisit(event.visitId, facts, true))
      }
    },
    forgetEnded(nowSeconds) {
      for (const [siteId, visitors] of open) {
        for (const [visitorId, visit] of visitors) {
          if (nowSeconds - visit.lastSeconds > VISIT_GAP_SECONDS) visitors.delete(visitorId)
        }
        if (visitors.size === 0) open.delete(siteId)
      }
    },
    size: () => [...open.values()].reduce((sum, visitors) => sum + visitors.size, 0),
  }
}

/** The only place that makes one, so that all have their fields in one order: code that meets several orders is slow. */
function toOpenVisit(
  visitId: VisitId,
  { day, acquisition, client, place, lastSeconds }: Omit<OpenVisit, 'visitId' | 'isDurable'>,
  isDurable: boolean,
): OpenVisit {
  return { visitId, day, acquisition, client, place, lastSeconds, isDurable }
}

/** Low bits of an id that count the visits of one second, and those that name the second. */
const COUNTER_BITS = 16n
const SECOND_BITS = 32n

/**
 * Gives visit ids: 16 random bits of this run of the collector, the second in which the visit starts, a count within it.
 * Most of its bytes repeat from id to id, so that an event's id takes 1.6 bytes on disk in place of 3.5
 * for 64 random bits; it says nothing that the row's own timestamp does not say. Never zero, which marks a blanked id.
 * The run's bits keep ids apart after a restart within a second, and between collectors of one database.
 */
function openVisitIds(): (nowSeconds: number) => VisitId {
  const run = BigInt(randomBytes(2).readUInt16BE(0)) << (SECOND_BITS + COUNTER_BITS)
  let last = 0n
  return nowSeconds => {
    const first = BigInt(nowSeconds) << COUNTER_BITS
    last = first > last ? first : last + 1n
    return (run | last).toString() as VisitId
  }
}
