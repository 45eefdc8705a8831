import { randomFillSync } from 'node:crypto'
import type { Acquisition, AnalyticsEvent, ClientFacts } from '../core/event/analytics-event.ts'
import type { Day, SiteId, VisitId, VisitorId } from '../core/ids.ts'

/** A visit ends when its visitor did nothing for this long, in seconds (the field's standard of 30 minutes). */
export const VISIT_GAP_SECONDS = 30 * 60

/** A visit that may still go on. */
export interface OpenVisit {
  readonly visitId: VisitId
  readonly day: Day
  readonly acquisition: Acquisition
  readonly client: ClientFacts
  readonly country: string
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
  keep(event: AnalyticsEvent): void
  /** An event was not taken: a visit that has no other event never was. */
  forget(event: AnalyticsEvent): void
  /** Rebuilds open visits from stored events, oldest first. */
  restore(events: Iterable<AnalyticsEvent>): void
  /** Forgets visits that are over. */
  forgetEnded(nowSeconds: number): void
  size(): number
}

/** Open visits in memory: `site visitor → visit`. */
export function openVisits(): Visits {
  const open = new Map<string, OpenVisit>()

  /** The open visit of an event; undefined when another has taken its place. */
  function visitOf({ siteId, visitorId, visitId }: AnalyticsEvent): OpenVisit | undefined {
    const visit = open.get(`${siteId} ${visitorId}`)
    return visit?.visitId === visitId ? visit : undefined
  }

  return {
    find(siteId, visitorId, nowSeconds) {
      const visit = open.get(`${siteId} ${visitorId}`)
      return visit !== undefined && nowSeconds - visit.lastSeconds <= VISIT_GAP_SECONDS ? visit : undefined
    },
    start(siteId, visitorId, facts) {
      const visit = { ...facts, visitId: newVisitId(), isDurable: false }
      open.set(`${siteId} ${visitorId}`, visit)
      return visit
    },
    keep(event) {
      const visit = visitOf(event)
      if (visit === undefined) return
      visit.lastSeconds = Math.max(visit.lastSeconds, event.timestampSeconds)
      visit.isDurable = true
    },
    forget(event) {
      if (visitOf(event)?.isDurable === false) open.delete(`${event.siteId} ${event.visitorId}`)
    },
    restore(events) {
      for (const event of events) {
        open.set(`${event.siteId} ${event.visitorId}`, {
          visitId: event.visitId,
          day: event.day,
          acquisition: event.acquisition,
          client: event.client,
          country: event.country,
          lastSeconds: event.timestampSeconds,
          isDurable: true,
        })
      }
    },
    forgetEnded(nowSeconds) {
      for (const [key, visit] of open) {
        if (nowSeconds - visit.lastSeconds > VISIT_GAP_SECONDS) open.delete(key)
      }
    },
    size: () => open.size,
  }
}

/** 64 random bits; zero is left out, since it marks a blanked id. */
function newVisitId(): VisitId {
  if (nextRandom === RANDOM_BYTES) {
    randomFillSync(random)
    nextRandom = 0
  }
  const id = random.readBigUInt64BE(nextRandom)
  nextRandom += 8
  return (id === 0n ? newVisitId() : id.toString()) as VisitId
}

/** Random bytes are fetched many at a time: the call costs more than the bytes. */
const RANDOM_BYTES = 4_096
const random = Buffer.alloc(RANDOM_BYTES)
let nextRandom = RANDOM_BYTES
