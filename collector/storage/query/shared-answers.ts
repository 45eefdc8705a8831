/** Answers a question once for everybody who asks it at about the same time: ten open dashboards cost one. */
export interface SharedAnswers<Answer> {
  /**
   * The answer under `key` that is being made, or was begun less than `maxAgeMs` ago; else the one that `make` gives.
   * Rejects with the signal's reason when that comes first; `make` is told to stop when nobody waits for it any longer.
   */
  answer(key: string, make: (signal: AbortSignal) => Promise<Answer>, signal: AbortSignal): Promise<Answer>
}

export interface SharedAnswersOptions<Answer> {
  readonly maxAgeMs: number
  /** Any clock that does not go backwards, ms. */
  readonly nowMs: () => number
  /** Whether an answer may be kept in memory for so long. */
  readonly isSmall: (answer: Answer) => boolean
}

interface Shared<Answer> {
  readonly promise: Promise<Answer>
  readonly startedAt: number
  readonly nobodyWaits: AbortController
  waiting: number
  isSettled: boolean
}

export function openSharedAnswers<Answer>({
  maxAgeMs,
  nowMs,
  isSmall,
}: SharedAnswersOptions<Answer>): SharedAnswers<Answer> {
  const known = new Map<string, Shared<Answer>>()

  function forgetOld(): void {
    for (const [key, { startedAt, isSettled }] of known) {
      if (isSettled && nowMs() - startedAt >= maxAgeMs) known.delete(key)
    }
  }

  function begin(key: string, make: (signal: AbortSignal) => Promise<Answer>): Shared<Answer> {
    const nobodyWaits = new AbortController()
    const forget = (): void => {
      if (known.get(key) === shared) known.delete(key)
    }
    const promise = make(nobodyWaits.signal)
    const shared: Shared<Answer> = {
      promise,
      startedAt: nowMs(),
      nobodyWaits,
      waiting: 0,
      isSettled: false,
    }
    known.set(key, shared)
    nobodyWaits.signal.addEventListener('abort', forget, { once: true })
    promise
      .then(answer => {
        if (!isSmall(answer)) forget()
      }, forget)
      .finally(() => {
        shared.isSettled = true
      })
    return shared
  }

  return {
    async answer(key, make, signal) {
      signal.throwIfAborted()
      forgetOld()
      const shared = known.get(key) ?? begin(key, make)
      shared.waiting++
      try {
        return await unlessAborted(shared.promise, signal)
      } finally {
        shared.waiting--
        if (shared.waiting === 0 && !shared.isSettled) shared.nobodyWaits.abort(signal.reason)
      }
    },
  }
}

/** Settles as `promise` does, or rejects with the signal's reason when that comes first. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason)
    signal.addEventListener('abort', giveUp, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
