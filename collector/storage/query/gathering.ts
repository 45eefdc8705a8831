import { unlessAborted } from './shared-answers.ts'

/** Lets questions of one kind that come within a moment be answered together: a dashboard asks several at once. */
export interface Gathering<Question, Answer> {
  /**
   * The answer to a question. Rejects with the signal's reason when that comes first, and as the common answer does;
   * who answers is told to stop when nobody waits for any of them any longer.
   */
  ask(kind: string, question: Question, signal: AbortSignal): Promise<Answer>
}

export interface GatheringOptions<Question, Answer> {
  /** How long nobody else must have come, ms. */
  readonly quietMs: number
  /** How long the first one waits at most, ms. */
  readonly mostMs: number
  /** The answers in the order of the questions. */
  readonly answerAll: (questions: readonly Question[], signal: AbortSignal) => Promise<readonly Answer[]>
}

interface Waiting<Question, Answer> {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: unknown) => void
  readonly signal: AbortSignal
}

interface Moment<Question, Answer> {
  readonly waiting: Waiting<Question, Answer>[]
  readonly startedAt: number
  timer: NodeJS.Timeout
}

export function openGathering<Question, Answer>({
  quietMs,
  mostMs,
  answerAll,
}: GatheringOptions<Question, Answer>): Gathering<Question, Answer> {
  const moments = new Map<string, Moment<Question, Answer>>()

  async function end(kind: string): Promise<void> {
    const come = moments.get(kind)?.waiting ?? []
    moments.delete(kind)
    const waiting = come.filter(({ signal }) => !signal.aborted)
    if (waiting.length === 0) return
    const nobodyWaits = new AbortController()
    const giveUp = (): void => {
      const [first] = waiting
      if (waiting.every(({ signal }) => signal.aborted)) nobodyWaits.abort(first?.signal.reason)
    }
    for (const { signal } of waiting) signal.addEventListener('abort', giveUp, { once: true })
    try {
      const answers = await answerAll(
        waiting.map(({ question }) => question),
        nobodyWaits.signal,
      )
      for (const [index, { resolve, reject }] of waiting.entries()) {
        const answer = answers[index]
        if (answer === undefined) reject(new Error('A question was not answered'))
        else resolve(answer)
      }
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    } finally {
      for (const { signal } of waiting) signal.removeEventListener('abort', giveUp)
    }
  }

  /** Ends the moment after `ms`, once those are heard who came meanwhile and found the processor busy. */
  function endAfter(kind: string, ms: number): NodeJS.Timeout {
    const timer = setTimeout(() => {
      setImmediate(() => {
        if (moments.get(kind)?.timer === timer) void end(kind)
      })
    }, ms)
    return timer
  }

  return {
    async ask(kind, question, signal) {
      signal.throwIfAborted()
      const answer = new Promise<Answer>((resolve, reject) => {
        const one = { question, resolve, reject, signal }
        const moment = moments.get(kind)
        if (moment === undefined) {
          moments.set(kind, { waiting: [one], startedAt: performance.now(), timer: endAfter(kind, quietMs) })
          return
        }
        moment.waiting.push(one)
        const left = mostMs - (performance.now() - moment.startedAt)
        // It is about to end, and must, however many come.
        if (left <= 0) return
        clearTimeout(moment.timer)
        moment.timer = endAfter(kind, Math.min(quietMs, left))
      })
      return unlessAborted(answer, signal)
    },
  }
}
