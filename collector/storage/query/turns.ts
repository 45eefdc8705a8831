/** Lets a few things happen at once, the rest in the order in which they came. */
export interface Turns {
  /** Does `work` when it is its turn. Rejects with the signal's reason when that comes first. */
  take<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>
}

/** Gives at most `places` turns at a time. */
export function openTurns(places: number): Turns {
  let taken = 0
  const waiting = new Set<() => void>()

  /** A place goes straight to the next in line: nobody who comes in this moment gets in between. */
  function leave(): void {
    const [next] = waiting
    if (next === undefined) {
      taken--
      return
    }
    waiting.delete(next)
    next()
  }

  async function enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    if (taken < places) taken++
    else await turn(signal)
  }

  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        waiting.delete(begin)
        reject(signal.reason)
      }
      const begin = (): void => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      signal.addEventListener('abort', giveUp, { once: true })
      waiting.add(begin)
    })
  }

  return {
    async take(work, signal) {
      await enter(signal)
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
