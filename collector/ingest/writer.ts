import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type EventBatch, type EventStore, type JournalledEvent, RefusedBatchError } from '../core/ports.ts'
import type { Incidents, LossReason } from './incidents.ts'
import type { Journal } from './journal/journal.ts'
import type { IngestObserver } from './observer.ts'

/** Most events in one batch. */
const MAX_BATCH = 10_000

/** How long closing waits for a question in flight, ms. */
const CLOSE_MS = 1_000

/** How the writer uses its time, ms. */
export interface WriterPace {
  /** A pause between batches gathers events into fewer parts; it is also how late a live number may be. */
  readonly gatherMs: number
  readonly firstBackOffMs: number
  readonly longestBackOffMs: number
}

const PACE: WriterPace = { gatherMs: 250, firstBackOffMs: 250, longestBackOffMs: 10_000 }

/** From this many events a batch on, the pause is longer: a part of 5,000 events costs the database little more than one of 1,000. */
const BUSY_BATCH = 500
const BUSY_FACTOR = 4

export interface WriterOptions {
  readonly journal: Journal
  readonly eventStore: EventStore
  readonly incidents: Incidents
  readonly observer: Pick<IngestObserver, 'stored' | 'delayed' | 'lost' | 'quarantined'>
  readonly pace?: WriterPace
}

/** Carries events from the journal to the event store, each exactly once. */
export interface Writer {
  /** Settles when everything that is durable now has been dealt with; rejects when that takes longer than `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>
  /** Time of receipt of the oldest event that waits, as the writer last saw it, seconds since 1970; undefined for none. */
  waitingSinceSeconds(): number | undefined
  /** Stops, giving up a batch in flight; what is left stays in the journal. */
  close(): Promise<void>
}

interface Range {
  readonly first: number
  readonly last: number
}

interface Batch {
  /** Boundaries that are on disk before anything is sent. */
  readonly range: Range
  /** What the journal has of the range, oldest first. */
  readonly events: readonly JournalledEvent[]
}

/**
 * Starts the writer; it works until closed, and waits with back-off while the store is away. First it makes sure
 * that the store has what the journal's cut says, so that a database that came back older is noticed.
 */
export function startWriter({
  journal,
  eventStore,
  incidents,
  observer,
  pace = PACE,
}: WriterOptions): Writer {
  const stop = new AbortController()
  let wake: () => void = () => undefined
  journal.onAppend(() => wake())
  /** The last try's outcome is not known: the table is asked before anything is sent. */
  let isUncertain = true
  /** Shrinks when the store refuses a batch, so that the rows it refuses are found by halving. */
  let batchLimit = MAX_BATCH
  /** The cut was here before the database turned out to be older. */
  let rewoundFrom = 0
  /** How often the store answered well and kept too little: a token that it knew, but not the rows. */
  let keptNothing = 0
  let waitingSince: number | undefined
  /** The store was asked whether it is as new as the cut. */
  let isCompared = false

  async function run(): Promise<void> {
    let backOffMs = pace.firstBackOffMs
    while (!stop.signal.aborted) {
      try {
        if (!isCompared) await rewindToStore()
        isCompared = true
        const handled = await handleNext()
        backOffMs = pace.firstBackOffMs
        await (handled === 0 ? waitForAppend() : pause(gatherMs(handled)))
      } catch (error) {
        if (stop.signal.aborted) return
        isUncertain = true
        // A database that was away may have come back as it was in a backup.
        isCompared = false
        observer.delayed(error, backOffMs)
        await pause(backOffMs)
        backOffMs = Math.min(backOffMs * 2, pace.longestBackOffMs)
      }
    }
  }

  /** A database that is older than the cut was restored from a backup: what the journal still holds is sent again. */
  async function rewindToStore(): Promise<void> {
    const { storedThrough } = journal.cut()
    const known = await eventStore.storedThrough(journal.id)
    if (known < storedThrough) {
      rewoundFrom = storedThrough
      await journal.setCut({ storedThrough: known, sending: undefined })
    }
    // Rows may expire or be removed until the next start; that they were there is kept.
    if (known > 0) await eventStore.markStored(journal.id, known)
  }

  /** Deals with the next batch, or with the one that was being sent when something failed. Returns its length. */
  async function handleNext(): Promise<number> {
    const { storedThrough, sending } = journal.cut()
    const batch = sending === undefined ? await readNext(storedThrough) : await readAgain(sending)
    if (batch === undefined) return 0
    const { range, events } = batch
    if (sending === undefined) await journal.setCut({ storedThrough, sending: range })
    if (events[0] !== undefined) waitingSince = receiptSeconds(events[0])
    try {
      await store(batch)
    } catch (error) {
      if (!(error instanceof RefusedBatchError)) throw error
      await narrowDown(batch, error.code)
    }
    if (journal.depth() === 0) waitingSince = undefined
    return sizeOf(range)
  }

  /** The next events; a stretch of lost sequences is a batch of its own, without events. */
  async function readNext(storedThrough: number): Promise<Batch | undefined> {
    // Before the read: what is appended meanwhile must not look lost.
    const durable = journal.durableThrough()
    if (storedThrough >= durable) return undefined
    const first = storedThrough + 1
    const events = await journal.read(first, durable, batchLimit)
    const firstKept = events[0]?.sequence ?? durable + 1
    if (firstKept > first) return { range: { first, last: firstKept - 1 }, events: [] }
    return { range: { first, last: events.at(-1)?.sequence ?? first }, events }
  }

  /** The very same batch as before the failure: what the journal still has of it. */
  async function readAgain(range: Range): Promise<Batch> {
    const events: JournalledEvent[] = []
    for (let from = range.first; from <= range.last; ) {
      const more = await journal.read(from, range.last, MAX_BATCH)
      const latest = more.at(-1)
      if (latest === undefined) break
      events.push(...more)
      from = latest.sequence + 1
    }
    return { range, events }
  }

  /** Makes sure that a batch is stored, and moves the cut behind it. */
  async function store(batch: Batch): Promise<void> {
    const startedAt = performance.now()
    const { range, events } = batch
    const isWhole = events.length === sizeOf(range)
    const isOfEarlierProcess = range.first <= journal.foundThrough
    if (isUncertain || isOfEarlierProcess || !isWhole) await repair(batch)
    else await eventStore.insert(toEventBatch(events), tokenOf(range), stop.signal)
    isUncertain = false
    await journal.setCut({ storedThrough: range.last, sending: undefined })
    batchLimit = Math.min(batchLimit * 2, MAX_BATCH)
    observer.stored(events.length, performance.now() - startedAt)
  }

  /**
   * Stores what is missing of a batch whose fate is not known. First it is settled that no insert runs any more;
   * then the table itself says which rows are there, for a token alone is no proof.
   */
  async function repair({ range, events }: Batch): Promise<void> {
    const { first, last } = range
    await eventStore.settle(journal.id)
    const stored = await eventStore.countStored(journal.id, first, last)
    const missing = stored === 0 ? events : stored === sizeOf(range) ? [] : await findMissing(range, events)
    if (missing.length > 0) {
      await eventStore.insert(toEventBatch(missing), repairToken(range, missing), stop.signal)
      const now = await eventStore.countStored(journal.id, first, last)
      if (now < stored + missing.length) {
        keptNothing++
        throw new Error('The database kept only a part of a batch')
      }
    }
    await reportLoss(range, sizeOf(range) - stored - missing.length)
  }

  async function findMissing(
    { first, last }: Range,
    events: readonly JournalledEvent[],
  ): Promise<readonly JournalledEvent[]> {
    if (events.length === 0) return []
    const stored = await eventStore.storedSequences(journal.id, first, last)
    return events.filter(({ sequence }) => !stored.has(sequence))
  }

  function toEventBatch(events: readonly JournalledEvent[]): EventBatch {
    return { journalId: journal.id, events }
  }

  function tokenOf({ first, last }: Range): string {
    return `${journal.id}:${first}-${last}`
  }

  /** Equal rows have an equal token, other rows another: a token that was used for other rows would swallow them. */
  function repairToken(range: Range, missing: readonly JournalledEvent[]): string {
    if (missing.length === sizeOf(range) && keptNothing === 0) return tokenOf(range)
    const rows = createHash('sha256').update(missing.map(({ sequence }) => sequence).join())
    return `${tokenOf(range)}:${rows.digest('base64url').slice(0, 22)}:${keptNothing}`
  }

  /** A refused batch is tried again in halves, down to the single event, which is set aside. */
  async function narrowDown({ range, events }: Batch, code: string): Promise<void> {
    const { storedThrough } = journal.cut()
    isUncertain = true
    const [only] = events
    if (range.first === range.last && only !== undefined) {
      await incidents.quarantine(journal.id, only, code)
      await eventStore.markStored(journal.id, range.last)
      await journal.setCut({ storedThrough: range.last, sending: undefined })
      observer.quarantined(code)
      return
    }
    batchLimit = Math.max(1, Math.floor(sizeOf(range) / 2))
    const half = { first: range.first, last: range.first + batchLimit - 1 }
    await journal.setCut({ storedThrough, sending: half })
  }

  async function reportLoss({ first, last }: Range, events: number): Promise<void> {
    if (events === 0) return
    const reason: LossReason = first <= rewoundFrom ? 'database_older' : 'journal_damaged'
    await incidents.addLoss({ journalId: journal.id, first, last, events, reason })
    await eventStore.markStored(journal.id, last)
    observer.lost(reason, events)
  }

  /** Few events are stored soon, many together, and a backlog at once. */
  function gatherMs(handled: number): number {
    if (journal.depth() >= MAX_BATCH) return 0
    return handled < BUSY_BATCH ? pace.gatherMs : pace.gatherMs * BUSY_FACTOR
  }

  async function waitForAppend(): Promise<void> {
    if (journal.depth() > 0 || stop.signal.aborted) return
    await new Promise<void>(resolve => {
      wake = resolve
    })
    // Lets the requests of one moment travel together.
    await pause(pace.gatherMs / 5)
  }

  async function pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined)
  }

  const running = run()
  return {
    async drain(timeoutMs) {
      const deadline = Date.now() + timeoutMs
      const through = journal.durableThrough()
      while (!isCompared || journal.cut().storedThrough < through) {
        if (Date.now() > deadline) throw new Error('The journal was not stored in time')
        wake()
        await sleep(20)
      }
    },
    waitingSinceSeconds: () => (journal.depth() === 0 ? undefined : waitingSince),
    async close() {
      stop.abort()
      wake()
      // A question to a database that hangs may hang as well; the journal does not need its answer.
      await Promise.race([running, sleep(CLOSE_MS, undefined, { ref: false })])
    },
  }
}

function sizeOf({ first, last }: Range): number {
  return last - first + 1
}

/** The third value of a record is its time of receipt. */
function receiptSeconds({ record }: JournalledEvent): number | undefined {
  const values: unknown = JSON.parse(record.toString())
  return Array.isArray(values) && typeof values[2] === 'number' ? values[2] : undefined
}
