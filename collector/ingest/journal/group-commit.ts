/** Most that one group writes, bytes; what waits beyond it is the next group. */
const GROUP_BYTES = 4_000_000

/** Something that waits to become durable together with others. */
export interface Waiting {
  readonly bytes: number
}

/** Makes things durable in groups: whatever waits while one group is written is the next. */
export interface GroupCommit<T extends Waiting> {
  /** Settles when the entry is durable; rejects with the reason when its group could not be written. */
  add(entry: T): Promise<void>
  /** Does something that must not meet a write, if none is going on at the moment; else leaves it. */
  ifIdle(work: () => Promise<void>): Promise<void>
  /** Settles when nothing is being written. */
  idle(): Promise<void>
}

/** `write` makes a group durable, or throws and has made nothing of it. */
export function openGroupCommit<T extends Waiting>(
  write: (group: readonly T[]) => Promise<void>,
): GroupCommit<T> {
  let waiting: Pending<T>[] = []
  let writing: Promise<void> | undefined

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = takeGroup()
      try {
        await write(group.map(({ entry }) => entry))
        for (const { resolve } of group) resolve()
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    writing = undefined
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
        waiting.push({ entry, resolve, reject })
        writing ??= flush()
      }),
    async ifIdle(work) {
      if (writing !== undefined) return
      writing = alone(work)
      await writing
    },
    idle: () => writing ?? Promise.resolve(),
  }
}

interface Pending<T> {
  readonly entry: T
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}
