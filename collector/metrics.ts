import { readFileSync } from 'node:fs'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { DropReason } from './core/event/drop-reasons.ts'
import type { IngestObserver } from './ingest/observer.ts'

/** What the gauges show; read whenever somebody asks for the metrics. */
export interface MeasuredParts {
  /** Accepted events that the database does not have yet. */
  journalEvents(): number
  journalBytes(): number
  readonly journalMaxBytes: number
  /** Age of the oldest event that waits, seconds; 0 when none does. */
  storageDelaySeconds(): number
  quarantinedEvents(): number
  lostEvents(): number
  openVisits(): number
  engineRestarts(): number
  /** Process id of the embedded engine; undefined without one. */
  enginePid(): number | undefined
}

export interface Metrics {
  /** Counts what happens on the way in. */
  readonly observer: IngestObserver
  /** Begins to show the state of these parts. */
  watch(parts: MeasuredParts): void
  /** Everything in Prometheus' text format. */
  render(): Promise<string>
}

/** From well below the time of one fsync to far beyond the longest that a client waits, seconds. */
const SECONDS_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * Opens the numbers that an operator watches. No label is about a visitor, a site or a page. Those of the process are only
 * gathered when `areRead`: to measure the delay of its event loop wakes it a hundred times per second, most of what it takes
 * while nothing happens.
 */
export function openMetrics({ areRead }: { readonly areRead: boolean }): Metrics {
  const registry = new Registry()
  if (areRead) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  // Counted in plain numbers and shown when asked for: a counter of the library costs a microsecond an event.
  const counts = { accepted: 0, refused: 0, stored: 0, failures: 0 }
  const dropped = new Map<DropReason, number>()
  const counter = (name: string, help: string, read: () => number): void => {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  }
  counter('hanki_events_accepted_total', 'Events answered with 202: durable', () => counts.accepted)
  counter('hanki_events_refused_total', 'Events answered with 503: journal full', () => counts.refused)
  counter('hanki_events_stored_total', 'Events stored in the database', () => counts.stored)
  counter('hanki_batch_failures_total', 'Batches that failed at the first try', () => counts.failures)
  new Counter({
    name: 'hanki_events_dropped_total',
    help: 'Events that are not counted, by reason',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset()
      for (const [reason, events] of dropped) this.inc({ reason }, events)
    },
  })
  const commitSeconds = new Histogram({
    name: 'hanki_journal_commit_seconds',
    help: 'Time to write and fsync one group of events',
    buckets: SECONDS_BUCKETS,
    registers,
  })
  const batchSeconds = new Histogram({
    name: 'hanki_batch_seconds',
    help: 'Time to store one batch in the database',
    buckets: SECONDS_BUCKETS,
    registers,
  })

  return {
    observer: {
      accepted(events) {
        counts.accepted += events
      },
      refused(events) {
        counts.refused += events
      },
      dropped(reason) {
        dropped.set(reason, (dropped.get(reason) ?? 0) + 1)
      },
      committed: milliseconds => commitSeconds.observe(milliseconds / 1_000),
      stored(events, milliseconds) {
        counts.stored += events
        batchSeconds.observe(milliseconds / 1_000)
      },
      delayed() {
        counts.failures += 1
      },
      // Both are gauges, read from what is kept on disk: they outlive the process.
      lost: () => undefined,
      quarantined: () => undefined,
    },
    watch(parts) {
      const gauge = (name: string, help: string, read: () => number): void => {
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read())
          },
        })
      }
      gauge('hanki_journal_events', 'Accepted events not stored yet', parts.journalEvents)
      gauge('hanki_journal_bytes', 'Size of the journal', parts.journalBytes)
      gauge('hanki_journal_max_bytes', 'Limit of the journal', () => parts.journalMaxBytes)
      gauge(
        'hanki_storage_delay_seconds',
        'Age of the oldest event not stored yet',
        parts.storageDelaySeconds,
      )
      gauge(
        'hanki_events_quarantined',
        'Events refused by the database and set aside',
        parts.quarantinedEvents,
      )
      gauge('hanki_events_lost', 'Accepted events that were lost', parts.lostEvents)
      gauge('hanki_open_visits', 'Visits that may still go on', parts.openVisits)
      gauge('hanki_engine_restarts', 'Restarts of the embedded database', parts.engineRestarts)
      gauge('hanki_engine_resident_bytes', 'Memory of the embedded database', () =>
        residentBytes(parts.enginePid()),
      )
    },
    render: () => registry.metrics(),
  }
}

/** Resident memory of a process where Linux tells it (proc(5)), else 0; bytes. */
function residentBytes(pid: number | undefined): number {
  if (pid === undefined) return 0
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1_024
  } catch {
    return 0
  }
}
