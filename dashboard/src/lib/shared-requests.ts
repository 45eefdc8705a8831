/** How long an answer is good for whoever asks the same, ms: parts of one screen ask within it, a person does not. */
const MOMENT_MS = 50

interface Running {
  readonly answer: Promise<unknown>
  readonly controller: AbortController
  /** Who still waits; nobody counts as gone who cannot be. */
  waiting: number
}

/** Requests that are on their way, or were answered a moment ago, each sent once for all who ask the same. */
export class SharedRequests {
  readonly #running = new Map<string, Running>()

  /**
   * The answer of `send`, or of an equal request that is on its way; equal are those with the same key, whose answers have the
   * same shape. Rejects with the signal's reason when that is aborted, which ends the request once nobody waits for it any
   * more. A failure is everybody's who waits, and is not kept.
   */
  async ask<T>(key: string, send: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const shared = this.#running.get(key) ?? this.#start(key, send)
    shared.waiting += 1
    if (signal === undefined) return shared.answer as Promise<T>
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        shared.waiting -= 1
        if (shared.waiting === 0) this.#drop(key, shared)
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      void (shared.answer as Promise<T>)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', leave))
    })
  }

  /** Whoever asks from now on is told what is true now: something was changed. */
  forget(): void {
    this.#running.clear()
  }

  #start(key: string, send: (signal: AbortSignal) => Promise<unknown>): Running {
    const controller = new AbortController()
    const shared: Running = { answer: send(controller.signal), controller, waiting: 0 }
    this.#running.set(key, shared)
    const forget = () => {
      if (this.#running.get(key) === shared) this.#running.delete(key)
    }
    shared.answer.then(() => setTimeout(forget, MOMENT_MS), forget)
    return shared
  }

  #drop(key: string, shared: Running): void {
    if (this.#running.get(key) === shared) this.#running.delete(key)
    shared.controller.abort()
  }
}
