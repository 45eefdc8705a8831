/** Too much costly work waits already; the caller should come back in a moment. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
  readonly code = 'busy'
}

/** Lets work through a few at a time, in order. */
export interface Turns {
  /** Runs `work` when its turn comes. Rejects with `BusyError` at once when too many wait. */
  take<T>(work: () => Promise<T>): Promise<T>
}

/** Turns for at most `atOnce` running and `waiting` waiting pieces of work. */
export function openTurns(atOnce: number, waiting: number): Turns {
  let running = 0
  const queue: (() => void)[] = []
  return {
    async take(work) {
      if (running >= atOnce) {
        if (queue.length >= waiting)
          throw new BusyError('Too many people sign in at once. Try again in a moment.')
        // Whoever finishes hands its place over, so `running` stays as it is.
        await new Promise<void>(resolve => queue.push(resolve))
      } else {
        running++
      }
      try {
        return await work()
      } finally {
        const next = queue.shift()
        if (next === undefined) running--
        else next()
      }
    },
  }
}
