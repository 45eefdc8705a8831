import { setTimeout as sleep } from 'node:timers/promises'
import type { EventStore, PositionedEvent } from '../core/ports.ts'
import { JournalError } from './journal/format.ts'
import type { Journal } from './journal/journal.ts'

/** Most events in one batch. */
const MAX_BATCH = 10_000

/** A pause between batches gathers events into fewer parts; it is also how late a live number may be. */
const GATHER_MS = 250

const FIRST_BACK_OFF_MS = 250
const LONGEST_BACK_OFF_MS = 10_000

export interface WriterOptions {
  readonly journal: Journal
  readonly eventStore: EventStore
  /** Told of every batch that could not be stored yet, with the pause before the next try. */
  readonly onFailure?: (error: unknown, backOffMs: number) => void
}

/** Carries events from the journal to the event store, each exactly once. */
export interface Writer {
  /** Settles when everything that is durable now has been stored; rejects when that takes longer than `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>
  /** Stops after the batch in flight; what is left stays in the journal. */
  close(): Promise<void>
}

/** Starts the writer; it works until closed, and waits with back-off while the store is away. */
export function startWriter({ journal, eventStore, onFailure }: WriterOptions): Writer {
  const stop = new AbortController()
  let wake: () => void = () => undefined
  journal.onAppend(() => wake())

  async function run(): Promise<void> {
    let backOffMs = FIRST_BACK_OFF_MS
    let uncertain = journal.cut().sending !== undefined
    while (!stop.signal.aborted) {
      try {
        const stored = await storeNextBatch(uncertain)
        uncertain = false
        backOffMs = FIRST_BACK_OFF_MS
        await (stored === 0 ? waitForAppend() : pause(stored < MAX_BATCH ? GATHER_MS : 0))
      } catch (error) {
        if (stop.signal.aborted) return
        uncertain = true
        onFailure?.(error, backOffMs)
        await pause(backOffMs)
        backOffMs = Math.min(backOffMs * 2, LONGEST_BACK_OFF_MS)
      }
    }
  }

  /**
   * Sends the next batch, or the one that was being sent when something failed, with the very same boundaries.
   * After an uncertain send the table is asked first: a token alone is no proof. Returns how many were stored.
   */
  async function storeNextBatch(uncertain: boolean): Promise<number> {
    const { storedThrough, sending } = journal.cut()
    const size = sending === undefined ? MAX_BATCH : sending.last - sending.first + 1
    const batch = await journal.read(storedThrough, size)
    const first = batch.at(0)
    const last = batch.at(-1)
    const isWhole = sending === undefined || batch.length === size
    if (!isWhole || (batch.length === 0 && journal.depth() > 0)) {
      throw new JournalError(
        'Accepted events are missing from the journal. Look whether its files were moved.',
      )
    }
    if (first === undefined || last === undefined) return 0
    if (sending === undefined) {
      await journal.setCut({ storedThrough, sending: { first: first.sequence, last: last.sequence } })
    }
    const isStored = uncertain && (await countStored(first, last)) === batch.length
    if (!isStored) {
      await eventStore.insert(batch, `${journal.id}:${first.sequence}-${last.sequence}`)
      if (uncertain && (await countStored(first, last)) !== batch.length) {
        throw new Error('The database kept only a part of a batch')
      }
    }
    await journal.setCut({ storedThrough: last.sequence, sending: undefined })
    return batch.length
  }

  function countStored(first: PositionedEvent, last: PositionedEvent): Promise<number> {
    return eventStore.countStored(journal.id, first.sequence, last.sequence)
  }

  async function waitForAppend(): Promise<void> {
    if (journal.depth() > 0) return pause(GATHER_MS)
    if (stop.signal.aborted) return
    await new Promise<void>(resolve => {
      wake = resolve
    })
    // Lets the requests of one moment travel together.
    await pause(GATHER_MS / 5)
  }

  async function pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined)
  }

  const running = run()
  return {
    async drain(timeoutMs) {
      const deadline = Date.now() + timeoutMs
      while (journal.depth() > 0) {
        if (Date.now() > deadline) throw new Error('The journal was not stored in time')
        wake()
        await sleep(20)
      }
    },
    async close() {
      stop.abort()
      wake()
      await running
    },
  }
}
