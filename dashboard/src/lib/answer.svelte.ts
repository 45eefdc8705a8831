import type { QueryBody, QueryResultBody } from '../../../collector/http/contract.ts'
import { ApiError, query } from './api.ts'
import { WORDS } from './wording.ts'

/** One question to the collector with its latest answer; old numbers stay until the new ones are here. */
export class AnswerTo<Question, Body> {
  readonly #send: (question: Question, signal: AbortSignal) => Promise<Body>
  #data = $state.raw<Body>()
  #error = $state('')
  #isStale = $state(false)
  #question: Question | undefined
  #running: AbortController | undefined
  #latest: Promise<boolean> = Promise.resolve(false)

  /** `send` asks; it throws `ApiError`, or the signal's reason when aborted. */
  constructor(send: (question: Question, signal: AbortSignal) => Promise<Body>) {
    this.#send = send
  }

  /** The latest answer; undefined before the first one, and after a question that could not be answered. */
  get data(): Body | undefined {
    return this.#data
  }

  /** Why the latest question has no answer, in words; empty when it has one. */
  get error(): string {
    return this.#error
  }

  /** True while the numbers shown belong to another question than the one asked. */
  get isStale(): boolean {
    return this.#isStale
  }

  /**
   * Asks; another question still on its way is dropped, the same one waited for. Resolves to true when the answer is here.
   * A repeated question (a refresh) that fails leaves the old numbers and no error, unless it is refused: then it means
   * nothing any more, as when a segment is gone. Never throws.
   */
  ask(question: Question): Promise<boolean> {
    const isRefresh = this.isAbout(question)
    if (!isRefresh || this.#running === undefined) this.#latest = this.#ask(question, isRefresh)
    return this.#latest
  }

  async #ask(question: Question, isRefresh: boolean): Promise<boolean> {
    this.#running?.abort()
    const running = new AbortController()
    this.#running = running
    this.#question = question
    if (!isRefresh) this.#isStale = this.#data !== undefined
    try {
      const data = await this.#send(question, running.signal)
      if (this.#running !== running) return false
      this.#data = data
      this.#error = ''
      this.#isStale = false
      return true
    } catch (error) {
      if (this.#running !== running) return false
      if (!isRefresh || this.#data === undefined || isRefusal(error)) {
        this.#data = undefined
        this.#error = error instanceof Error ? error.message : WORDS.failed
      }
      this.#isStale = false
      return false
    } finally {
      if (this.#running === running) this.#running = undefined
    }
  }

  /** The same of a question that is not answered yet; of one that is, nothing is asked and false comes back. */
  async askOnce(question: Question): Promise<boolean> {
    return this.isAbout(question) && this.#data !== undefined ? false : this.ask(question)
  }

  /** True when this is the question that was asked last. */
  isAbout(question: Question): boolean {
    return JSON.stringify(question) === JSON.stringify(this.#question)
  }

  /** Drops the question on its way. */
  stop(): void {
    this.#running?.abort()
    this.#running = undefined
    this.#question = undefined
  }
}

/** The same of a question to the statistics. */
export class Answer extends AnswerTo<QueryBody, QueryResultBody> {
  constructor() {
    super(query)
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status === 400
}
