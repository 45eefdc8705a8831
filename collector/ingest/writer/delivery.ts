import { createHash } from 'node:crypto'
import { type EventStore, type JournalledEvent, RefusedBatchError } from '../../core/ports.ts'
import { type Batch, type Range, sizeOf } from './batch.ts'

/** Brings batches of one journal into the store. */
export interface Delivery {
  /** Stores a batch that was never sent before. */
  send(batch: Batch): Promise<void>
  /** Stores what is missing of a batch whose fate is not known. Returns how many of its events are nowhere. */
  repair(batch: Batch): Promise<number>
  /** How often in a row the store, though it answered questions, took no rows of the range that was sent last. */
  failures(): number
}

export interface DeliveryOptions {
  readonly journalId: string
  readonly eventStore: EventStore
  /** Gives up a batch in flight. */
  readonly signal: AbortSignal
}

export function openDelivery({ journalId, eventStore, signal }: DeliveryOptions): Delivery {
  let failed: { readonly token: string; readonly times: number } | undefined
  /** How often the store answered well and kept too little of the present batch: a token that it knew, but not the rows. */
  let keptNothing = 0

  async function insert(range: Range, events: readonly JournalledEvent[], token: string): Promise<void> {
    try {
      await eventStore.insert({ journalId, events }, token, signal)
    } catch (error) {
      const before = failed?.token === tokenOf(range) ? failed.times : 0
      const isRefusal = error instanceof RefusedBatchError
      failed = isRefusal ? undefined : { token: tokenOf(range), times: before + 1 }
      throw error
    }
    failed = undefined
  }

  function tokenOf({ first, last }: Range): string {
    return `${journalId}:${first}-${last}`
  }

  /** Equal rows have an equal token, other rows another: a token that was used for other rows would swallow them. */
  function repairToken(range: Range, missing: readonly JournalledEvent[]): string {
    if (missing.length === sizeOf(range) && keptNothing === 0) return tokenOf(range)
    const rows = createHash('sha256').update(missing.map(({ sequence }) => sequence).join())
    return `${tokenOf(range)}:${rows.digest('base64url').slice(0, 22)}:${keptNothing}`
  }

  async function findMissing(
    { first, last }: Range,
    events: readonly JournalledEvent[],
  ): Promise<readonly JournalledEvent[]> {
    if (events.length === 0) return []
    const stored = await eventStore.storedSequences(journalId, first, last)
    return events.filter(({ sequence }) => !stored.has(sequence))
  }

  return {
    send: ({ range, events }) => insert(range, events, tokenOf(range)),

    /**
     * First it is settled that no insert runs any more; then the table itself says which rows are there, for a token
     * alone is no proof.
     */
    async repair({ range, events }) {
      const { first, last } = range
      await eventStore.settle(journalId)
      const stored = await eventStore.countStored(journalId, first, last)
      const missing = stored === 0 ? events : stored >= sizeOf(range) ? [] : await findMissing(range, events)
      if (missing.length > 0) {
        await insert(range, missing, repairToken(range, missing))
        const now = await eventStore.countStored(journalId, first, last)
        if (now < stored + missing.length) {
          keptNothing++
          throw new Error('The database kept only a part of a batch')
        }
      }
      // The next batch has tokens of its own.
      keptNothing = 0
      return Math.max(0, sizeOf(range) - stored - missing.length)
    },

    failures: () => failed?.times ?? 0,
  }
}
