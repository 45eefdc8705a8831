import { setTimeout as sleep, setImmediate as turnOver } from 'node:timers/promises'
import { JournalFullError } from './journal-error.ts'

/** Most that one group writes, bytes; what waits beyond it is the next group. */
const GROUP_BYTES = 4_000_000

/** Most that waits together with what is being written, bytes: a disk that stalls must not fill the memory. */
const WAITING_BYTES = 32_000_000

/**
 * While requests come in so fast that several share a group, a group begins no sooner than this after the one before, ms.
 * The groups are then larger: fewer writes to the disk and fewer turns of threads, a fifth of what an event costs at a few
 * thousand per second. Whoever sends one after the other does not wait for it.
 */
const GAP_MS = 3

/** Something that waits to become durable together with others. */
export interface Waiting {
  readonly bytes: number
}

/** Makes things durable in groups: what comes in at the same moment, or waits while one group is written, is the next. */
export interface GroupCommit<T extends Waiting> {
  /**
   * Settles when the entry is durable. Rejects with the reason when its group could not be written, with
   * `JournalFullError` when too much waits already.
   */
  add(entry: T): Promise<void>
  /** Does something that must not meet a write, if none is going on at the moment; else leaves it. */
  ifIdle(work: () => Promise<void>): Promise<void>
  /** Settles when nothing is being written. */
  idle(): Promise<void>
}

/** `write` makes a group durable, or throws and has made nothing of it. */
export function openGroupCommit<T extends Waiting>(
  write: (group: readonly T[]) => Promise<void>,
  gapMs = GAP_MS,
): GroupCommit<T> {
  let waiting: Pending<T>[] = []
  /** When the next group may begin, by the clock of `performance.now()`. */
  let dueAt = 0
  let writing: Promise<void> | undefined
  let heldBytes = 0

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      await othersJoin()
      const group = takeGroup()
      dueAt = group.length > 1 ? performance.now() + gapMs : 0
      try {
        await write(group.map(({ entry }) => entry))
        for (const { resolve } of group) resolve()
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
      for (const { entry } of group) heldBytes -= entry.bytes
    }
    writing = undefined
  }

  /** Settles when the next group is due, and what has come in meanwhile waits with the rest. */
  async function othersJoin(): Promise<void> {
    const waitMs = Math.round(dueAt - performance.now())
    if (waitMs > 0) await sleep(waitMs)
    await turnOver()
  }

  async function alone(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } finally {
      writing = waiting.length > 0 ? flush() : undefined
    }
  }

  function takeGroup(): Pending<T>[] {
    let bytes = 0
    const end = waiting.findIndex(({ entry }) => {
      bytes += entry.bytes
      return bytes > GROUP_BYTES
    })
    const group = end === -1 ? waiting : waiting.slice(0, Math.max(1, end))
    waiting = waiting.slice(group.length)
    return group
  }

  return {
    add: entry =>
      new Promise((resolve, reject) => {
        if (heldBytes > 0 && heldBytes + entry.bytes > WAITING_BYTES) {
          reject(new JournalFullError('The disk is slower than events come in'))
          return
        }
        heldBytes += entry.bytes
        waiting.push({ entry, resolve, reject })
        writing ??= flush()
      }),
    async ifIdle(work) {
      if (writing !== undefined) return
      writing = alone(work)
      await writing
    },
    async idle() {
      // What came in while work was done alone is written after it; a failure is told to whoever waits for it.
      while (writing !== undefined) await writing.catch(() => undefined)
    },
  }
}

interface Pending<T> {
  readonly entry: T
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}
