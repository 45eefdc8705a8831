import { type EventBatch, type EventStore, RefusedBatchError } from '../../collector/core/ports.ts'

/** How one insert goes wrong, or not. */
export type Fault =
  | 'none'
  /** Nothing reached the store. */
  | 'before'
  /** Everything is stored, but the answer is an error. */
  | 'after'
  /** Every other row is stored, and the answer is an error. */
  | 'part'
  /** The answer is lost while the insert still runs; it is stored some time later, unless it is ended first. */
  | 'late'

interface Running {
  readonly batch: EventBatch
  readonly token: string
}

export type FailingStore = Pick<
  EventStore,
  'insert' | 'settle' | 'countStored' | 'storedSequences' | 'storedThrough' | 'markStored'
> & {
  /** How the next inserts go wrong, in order; after them all is well. */
  faults: Fault[]
  /** How many of the next questions are not answered. */
  deafFor: number
  /** Lets what still runs be stored. */
  letLateOnesIn(): void
  /** Goes back to a backup that has only what came before this sequence. */
  restoreBackup(journalId: string, through: number): void
  /** Removes the rows after this sequence as an owner does; marks stay. */
  erase(journalId: string, through: number): void
  /** Copies of an event by its page. */
  copiesOf(page: string): number
}

/** Pages of events that this store refuses begin so. */
export const REFUSED_PAGE = '/refused'

/**
 * An event store in memory that keeps the real one's promises (a token stores its rows once) and fails at will.
 * It stands in for the database at the port; the real one is tried in the crash suite.
 */
export function openFailingStore(): FailingStore {
  /** Rows as `journal sequence` → page and how often. */
  const rows = new Map<string, { sequence: number; journalId: string; page: string; copies: number }>()
  const tokens = new Set<string>()
  const marks = new Map<string, number>()
  let running: Running[] = []

  function keep({ journalId, events }: EventBatch, token: string | undefined): void {
    if (token !== undefined && tokens.has(token)) return
    if (token !== undefined) tokens.add(token)
    for (const { sequence, record } of events) {
      const key = `${journalId} ${sequence}`
      const page = pageOf(record)
      rows.set(key, { sequence, journalId, page, copies: (rows.get(key)?.copies ?? 0) + 1 })
    }
  }

  function stored(journalId: string, first: number, last: number) {
    return [...rows.values()].filter(
      row => row.journalId === journalId && row.sequence >= first && row.sequence <= last,
    )
  }

  const store: FailingStore = {
    faults: [],
    deafFor: 0,
    async insert(batch, token) {
      const fault = store.faults.shift() ?? 'none'
      if (fault === 'before') throw new Error('refused connection')
      if (batch.events.some(({ record }) => pageOf(record).startsWith(REFUSED_PAGE))) {
        throw new RefusedBatchError('bad_row')
      }
      if (fault === 'part') {
        // Parts of a block are stored one by one; a token is known only with the last of them.
        keep({ ...batch, events: batch.events.filter((_, index) => index % 2 === 0) }, undefined)
        throw new Error('connection reset')
      }
      if (fault === 'late') {
        running.push({ batch, token })
        throw new Error('time-out')
      }
      keep(batch, token)
      if (fault === 'after') throw new Error('answer lost')
    },
    async settle(journalId) {
      listen()
      // What is told to end has either been stored in the last moment or not at all.
      for (const [index, { batch, token }] of running.entries()) {
        if (batch.journalId === journalId && index % 2 === 0) keep(batch, token)
      }
      running = running.filter(({ batch }) => batch.journalId !== journalId)
    },
    async countStored(journalId, first, last) {
      listen()
      return stored(journalId, first, last).length
    },
    async storedSequences(journalId, first, last) {
      listen()
      return new Set(stored(journalId, first, last).map(({ sequence }) => sequence))
    },
    async storedThrough(journalId) {
      listen()
      const latest = stored(journalId, 0, Number.POSITIVE_INFINITY).map(({ sequence }) => sequence)
      return Math.max(0, marks.get(journalId) ?? 0, ...latest)
    },
    async markStored(journalId, through) {
      listen()
      marks.set(journalId, Math.max(marks.get(journalId) ?? 0, through))
    },
    letLateOnesIn() {
      for (const { batch, token } of running) keep(batch, token)
      running = []
    },
    erase(journalId, through) {
      for (const [key, row] of rows) {
        if (row.journalId === journalId && row.sequence > through) rows.delete(key)
      }
    },
    restoreBackup(journalId, through) {
      running = []
      store.erase(journalId, through)
      if ((marks.get(journalId) ?? 0) > through) marks.set(journalId, through)
      tokens.clear()
    },
    copiesOf: page => [...rows.values()].reduce((sum, row) => sum + (row.page === page ? row.copies : 0), 0),
  }

  function listen(): void {
    if (store.deafFor === 0) return
    store.deafFor--
    throw new Error('no answer')
  }

  return store
}

function pageOf(record: Buffer): string {
  return JSON.parse(record.toString())[7]
}
