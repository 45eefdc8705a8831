import type { EventStore } from '../../core/ports.ts'
import type { Incidents } from '../incidents.ts'
import type { Journal } from '../journal/journal.ts'

/** Watches that the store is never older than the journal's cut says. */
export interface StoreCheck {
  /** False until the store was asked, and again after every doubt. */
  isDone(): boolean
  /** Something failed: a database that was away may have come back as it was in a backup. */
  doubt(): void
  /**
   * Makes sure that the store has what the cut says. Of a store that is older, restored from a backup, the cut follows:
   * what the journal still holds is sent again. Returns whether the cut was moved back. Costs nothing while the latest
   * batch is younger than `trustMs`.
   */
  compare(): Promise<boolean>
  /** A batch is stored and the cut moved behind it. */
  batchStored(): void
  /**
   * Notes in the store how far the cut is, if it was not for `markMs`: rows that say so may expire or be erased.
   * Where that fails it is left for the next time.
   */
  markIfDue(): Promise<void>
  /** The same, whenever the last note was. */
  mark(): Promise<void>
  /** True when there is something to note. */
  hasUnmarked(): boolean
}

export interface StoreCheckOptions {
  readonly journal: Journal
  readonly eventStore: EventStore
  readonly incidents: Incidents
  /** How long after a batch was stored the store is believed to be the same, ms. */
  readonly trustMs: number
  readonly markMs: number
}

export function openStoreCheck(options: StoreCheckOptions): StoreCheck {
  const { journal, eventStore, incidents, trustMs, markMs } = options
  let isCompared = false
  let storedAtMs = 0
  let marked = 0
  let markedAtMs = 0

  async function mark(): Promise<void> {
    const { storedThrough } = journal.cut()
    if (storedThrough === marked) return
    markedAtMs = Date.now()
    await eventStore.markStored(journal.id, storedThrough)
    marked = storedThrough
  }

  /** The cheap proof: a store from before the cut's latest event does not have it. */
  async function hasLatest(): Promise<boolean> {
    const { storedThrough } = journal.cut()
    return storedThrough === 0 || (await eventStore.countStored(journal.id, storedThrough, storedThrough)) > 0
  }

  async function rewindToStore(): Promise<boolean> {
    const { storedThrough } = journal.cut()
    const known = await eventStore.storedThrough(journal.id)
    const isOlder = known < storedThrough
    if (isOlder) {
      await incidents.addRewind(journal.id, known + 1, storedThrough)
      await journal.setCut({ storedThrough: known, sending: undefined })
      // Its marks are as old as its rows.
      marked = 0
    }
    await mark()
    return isOlder
  }

  return {
    isDone: () => isCompared,
    doubt() {
      isCompared = false
    },
    async compare() {
      // By the clock on the wall: a machine that slept must doubt too.
      const isTrusted = isCompared && Math.abs(Date.now() - storedAtMs) <= trustMs
      if (isTrusted || (isCompared && (await hasLatest()))) return false
      isCompared = false
      const isRewound = await rewindToStore()
      isCompared = true
      storedAtMs = Date.now()
      return isRewound
    },
    batchStored() {
      storedAtMs = Date.now()
    },
    async markIfDue() {
      if (Math.abs(Date.now() - markedAtMs) >= markMs) await mark().catch(() => undefined)
    },
    mark,
    hasUnmarked: () => marked !== journal.cut().storedThrough,
  }
}
