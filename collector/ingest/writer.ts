import { setTimeout as sleep } from 'node:timers/promises'
import { type EventStore, type JournalledEvent, RefusedBatchError } from '../core/ports.ts'
import type { Incidents, LossReason } from './incidents.ts'
import type { Journal } from './journal/journal.ts'
import type { IngestObserver } from './observer.ts'
import { type Batch, MAX_BATCH, type Range, readAgain, readNext, sizeOf } from './writer/batch.ts'
import { openDelivery } from './writer/delivery.ts'
import { openStoreCheck } from './writer/store-check.ts'

/** How long closing waits for a question in flight, ms. */
const CLOSE_MS = 1_000

/** How the writer uses its time, ms. */
export interface WriterPace {
  /** A pause between batches gathers events into fewer parts; it is also how late a live number may be. */
  readonly gatherMs: number
  readonly firstBackOffMs: number
  readonly longestBackOffMs: number
  /** After this long without a batch the database may be another: it is asked before it is sent anything. */
  readonly trustMs: number
  /** How long rows may be the only ones that tell how far the journal is stored. Whoever erases rows earlier calls `markStored` first. */
  readonly markMs: number
}

const PACE: WriterPace = {
  gatherMs: 250,
  firstBackOffMs: 250,
  longestBackOffMs: 10_000,
  trustMs: 2_000,
  markMs: 10_000,
}

/** From this many events a batch on, the pause is longer: a part of 5,000 events costs the database little more than one of 1,000. */
const BUSY_BATCH = 500
const BUSY_FACTOR = 4

/** So often a batch may fail before it counts as too heavy for the database, which may lack memory or time for it. */
const TRIES_BEFORE_HALVING = 3

/** How batches grow again after the store refused a row, and after one was too heavy: that may well come again. */
const GROWTH = 2
const GROWTH_AFTER_HEAVY = 1.1

export interface WriterOptions {
  readonly journal: Journal
  readonly eventStore: EventStore
  readonly incidents: Incidents
  readonly observer: Pick<IngestObserver, 'stored' | 'delayed' | 'lost' | 'quarantined'>
  readonly pace?: Partial<WriterPace>
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

/**
 * Starts the writer; it works until closed, and waits with back-off while the store is away. First it makes sure
 * that the store has what the journal's cut says, so that a database that came back older is noticed.
 */
export function startWriter(options: WriterOptions): Writer {
  const { journal, eventStore, incidents, observer } = options
  const pace = { ...PACE, ...options.pace }
  const stop = new AbortController()
  const delivery = openDelivery({ journalId: journal.id, eventStore, signal: stop.signal })
  const check = openStoreCheck({ journal, eventStore, incidents, ...pace })
  let wake: () => void = () => undefined
  journal.onAppend(() => wake())
  /**
   * Sequences up to this one were there before this writer, or in a try that failed: some of them may be stored, so the
   * table is asked before they are sent.
   */
  let doubtThrough = journal.durableThrough()
  /** Shrinks when the store refuses a batch, so that the rows it refuses are found by halving; and when one is too heavy. */
  let batchLimit = MAX_BATCH
  let growth = GROWTH
  let waitingSince: number | undefined

  async function run(): Promise<void> {
    let backOffMs = pace.firstBackOffMs
    while (!stop.signal.aborted) {
      try {
        const handled = await handleNext()
        backOffMs = pace.firstBackOffMs
        await check.markIfDue()
        await (handled === 0 ? waitForAppend() : pause(gatherMs(handled)))
      } catch (error) {
        if (stop.signal.aborted) return
        doubtSending()
        check.doubt()
        observer.delayed(error, backOffMs)
        await pause(backOffMs)
        backOffMs = Math.min(backOffMs * 2, pace.longestBackOffMs)
      }
    }
  }

  /**
   * Deals with the next batch, or with the one that was being sent when something failed. Returns its length; 0 too
   * when the cut was moved back and everything is to be read anew.
   */
  async function handleNext(): Promise<number> {
    const { storedThrough, sending } = journal.cut()
    const batch =
      sending === undefined ? await readNext(journal, batchLimit) : await readAgain(journal, sending)
    // Before the store is asked anything, for it may hang.
    waitingSince = receiptSeconds(batch?.events[0]) ?? waitingSince
    const isRewound = batch !== undefined || !check.isDone() ? await check.compare() : false
    if (isRewound || batch === undefined) return 0
    const { range } = batch
    if (range.last !== sending?.last) await journal.setCut({ storedThrough, sending: range })
    try {
      await store(batch)
    } catch (error) {
      if (error instanceof RefusedBatchError) await narrowDown(batch, error.code)
      else await lighten(batch, error)
    }
    if (journal.depth() === 0) waitingSince = undefined
    return sizeOf(range)
  }

  /** Makes sure that a batch is stored, and moves the cut behind it. */
  async function store(batch: Batch): Promise<void> {
    const startedAt = performance.now()
    const { range, events } = batch
    const isWhole = events.length === sizeOf(range)
    const mayBeStored = Math.max(doubtThrough, incidents.rewoundFrom(journal.id))
    if (range.first <= mayBeStored || !isWhole) await reportLoss(range, await delivery.repair(batch))
    else await delivery.send(batch)
    await journal.setCut({ storedThrough: range.last, sending: undefined })
    check.batchStored()
    batchLimit = Math.min(Math.ceil(batchLimit * growth), MAX_BATCH)
    if (batchLimit === MAX_BATCH) growth = GROWTH
    observer.stored(events.length, performance.now() - startedAt)
  }

  /** A refused batch is tried again in halves, down to the single event, which is set aside. */
  async function narrowDown({ range, events }: Batch, code: string): Promise<void> {
    const [only] = events
    if (sizeOf(range) > 1 || only === undefined) return halve(range)
    await incidents.quarantine(journal.id, only, code)
    await eventStore.markStored(journal.id, range.last)
    await journal.setCut({ storedThrough: range.last, sending: undefined })
    observer.quarantined(code)
  }

  /** A batch that fails again and again is halved too; the try counts as failed all the same. */
  async function lighten({ range }: Batch, error: unknown): Promise<never> {
    if (delivery.failures() >= TRIES_BEFORE_HALVING && sizeOf(range) > 1) {
      growth = GROWTH_AFTER_HEAVY
      await halve(range)
    }
    throw error
  }

  /** Nothing is doubled by it: both halves are repaired, which asks the table first. */
  async function halve(range: Range): Promise<void> {
    const { storedThrough } = journal.cut()
    doubtSending()
    batchLimit = Math.max(1, Math.floor(sizeOf(range) / 2))
    await journal.setCut({
      storedThrough,
      sending: { first: range.first, last: range.first + batchLimit - 1 },
    })
  }

  function doubtSending(): void {
    doubtThrough = Math.max(doubtThrough, journal.cut().sending?.last ?? 0)
  }

  async function reportLoss({ first, last }: Range, events: number): Promise<void> {
    if (events === 0) return
    const reason: LossReason =
      first <= incidents.rewoundFrom(journal.id) ? 'database_older' : 'journal_damaged'
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
      // What was stored last is marked also when nothing comes after it.
      const timer = check.hasUnmarked() ? setTimeout(resolve, pace.markMs) : undefined
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
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
      while (!check.isDone() || journal.cut().storedThrough < through) {
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
      const limit = sleep(CLOSE_MS, undefined, { ref: false })
      const ending = running.then(() => (check.isDone() ? check.mark() : undefined))
      await Promise.race([ending.catch(() => undefined), limit])
    },
  }
}

/** The third value of a record is its time of receipt; undefined when it cannot be read, which the store will say. */
function receiptSeconds(event: JournalledEvent | undefined): number | undefined {
  if (event === undefined) return undefined
  try {
    const values: unknown = JSON.parse(event.record.toString())
    return Array.isArray(values) && typeof values[2] === 'number' ? values[2] : undefined
  } catch {
    return undefined
  }
}
