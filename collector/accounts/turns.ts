/** Too much costly work waits already; the caller should come back in a moment. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
  readonly code = 'busy'

  constructor() {
    super('Too many people sign in at once. Try again in a moment.')
  }
}

/** Lets work through a few at a time, one of each lane after the other. */
export interface Turns {
  /**
   * Runs `work` when its turn comes. Rejects with `BusyError` when too many wait: the one that came last of the longest
   * lane, so that a crowd in one lane takes no place from the others.
   */
  take<T>(lane: string, work: () => Promise<T>): Promise<T>
}

interface Waiting {
  readonly start: () => void
  readonly refuse: () => void
}

/** Turns for at most `atOnce` running and `places` waiting pieces of work. */
export function openTurns(atOnce: number, places: number): Turns {
  let running = 0
  let waiting = 0
  /** Only lanes in which somebody waits, the one whose turn is next first. */
  const lanes = new Map<string, Waiting[]>()

  function enter(lane: string): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const queue = lanes.get(lane) ?? []
      queue.push({ start: resolve, refuse: () => reject(new BusyError()) })
      lanes.set(lane, queue)
      waiting++
      if (waiting > places) refuseOne()
    })
  }

  function refuseOne(): void {
    // Of lanes as long as each other, the one that came last.
    const [lane, queue] = [...lanes].reduce((a, b) => (b[1].length >= a[1].length ? b : a))
    queue.pop()?.refuse()
    if (queue.length === 0) lanes.delete(lane)
    waiting--
  }

  /** Whoever finishes hands its place over, so `running` stays as it is. */
  function handOver(): void {
    const [next] = lanes
    if (next === undefined) {
      running--
      return
    }
    const [lane, queue] = next
    const first = queue.shift()
    lanes.delete(lane)
    if (queue.length > 0) lanes.set(lane, queue)
    waiting--
    first?.start()
  }

  return {
    async take(lane, work) {
      if (running >= atOnce) await enter(lane)
      else running++
      try {
        return await work()
      } finally {
        handOver()
      }
    },
  }
}
