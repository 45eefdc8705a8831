import { setTimeout as sleep } from 'node:timers/promises'
import type { Letter } from './letter.ts'
import { MailError } from './mail-fault.ts'
import type { Smtp } from './smtp.ts'
import { isMailbox } from './smtp.ts'

/** Sends letters without anybody waiting for it. */
export interface Post {
  /**
   * Takes a letter on its way; `write` is called when its turn comes, after the present answer has left, and again when
   * it throws. False when no letter will be sent: there are too many, or this is no address. Never throws.
   */
  send(to: string, write: () => Letter | Promise<Letter>): boolean
  /** Letters that are on their way. */
  waiting(): number
  /** Takes no more; settles when all are sent or have failed once, or when the time is over. */
  close(withinMs: number): Promise<void>
}

export interface PostOptions {
  readonly smtp: Pick<Smtp, 'deliver'>
  /** Told why a letter was not sent, and how often it was tried. */
  readonly onFailure: (error: unknown, tries: number) => void
  /** How long to wait before each further try, ms. */
  readonly retryMs?: readonly number[]
}

/** Letters on their way at once, those that wait for another try among them. */
const MAX_WAITING = 500
/** Half a minute for a server that restarts, some more for one that wants to see patience (greylisting). */
const RETRY_MS = [30_000, 120_000, 600_000]
/** An answer that was given meanwhile leaves first: by nothing that a caller sees can it be told that a letter is made. */
const FIRST_MS = 50

/** A post office in memory: what waits is lost when Hanki ends. */
export function openPost({ smtp, onFailure, retryMs = RETRY_MS }: PostOptions): Post {
  const closing = new AbortController()
  const letters = new Set<Promise<void>>()
  /** One after the other: a server is talked to once at a time. */
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }

  async function bring(write: () => Letter | Promise<Letter>): Promise<void> {
    let letter: Letter | undefined
    await sleep(FIRST_MS)
    for (let tries = 1; ; tries++) {
      try {
        await inTurn(async () => {
          letter ??= await write()
          await smtp.deliver(letter)
        })
        return
      } catch (error) {
        const wait = retryMs[tries - 1]
        const isFinal = error instanceof MailError && error.isFinal
        if (wait === undefined || isFinal || closing.signal.aborted) return onFailure(error, tries)
        const isOver = await sleep(wait, false, { ref: false, signal: closing.signal }).catch(() => true)
        if (isOver) return onFailure(error, tries)
      }
    }
  }

  return {
    send(to, write) {
      if (closing.signal.aborted || letters.size >= MAX_WAITING || !isMailbox(to)) return false
      const letter = bring(write).finally(() => letters.delete(letter))
      letters.add(letter)
      return true
    },
    waiting: () => letters.size,
    async close(withinMs) {
      closing.abort()
      const limit = new AbortController()
      const late = sleep(withinMs, undefined, { ref: false, signal: limit.signal }).catch(() => undefined)
      await Promise.race([Promise.all(letters), late])
      limit.abort()
    },
  }
}
