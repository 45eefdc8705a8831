import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { openSharedAnswers, type SharedAnswers } from '../../../../collector/storage/query/shared-answers.ts'

const never = new AbortController().signal

describe('openSharedAnswers', () => {
  let nowMs: number
  let made: number
  let shared: SharedAnswers<string>
  const make = async (): Promise<string> => {
    made++
    await sleep(1)
    return `answer ${made}`
  }
  beforeEach(() => {
    nowMs = 0
    made = 0
    shared = openSharedAnswers({ maxAgeMs: 1_000, nowMs: () => nowMs, isSmall: answer => answer.length < 20 })
  })

  it('asks once for all who ask the same at once, and for each other question', async () => {
    const answers = await Promise.all(['a', 'a', 'a', 'b'].map(key => shared.answer(key, make, never)))
    expect(new Set(answers.slice(0, 3)).size).toBe(1)
    expect(made).toBe(2)
  })

  it('keeps an answer for a second after it was begun, and no longer', async () => {
    await shared.answer('a', make, never)
    nowMs = 999
    expect(await shared.answer('a', make, never)).toBe('answer 1')
    nowMs = 1_000
    expect(await shared.answer('a', make, never)).toBe('answer 2')
  })

  it('keeps no large answer, but lets all who wait for it have it', async () => {
    const long = async (): Promise<string> => {
      made++
      await sleep(1)
      return 'x'.repeat(20)
    }
    await Promise.all([shared.answer('a', long, never), shared.answer('a', long, never)])
    expect(made).toBe(1)
    await shared.answer('a', long, never)
    expect(made).toBe(2)
  })

  it('tells everybody of a failure, and asks anew after it', async () => {
    const fail = (): Promise<string> => Promise.reject(new Error('the database is away'))
    const both = [shared.answer('a', fail, never), shared.answer('a', fail, never)]
    for (const one of both) await expect(one).rejects.toThrow('the database is away')
    expect(await shared.answer('a', make, never)).toBe('answer 1')
  })

  it('stops the work when the last one leaves, not before', async () => {
    const signals: AbortSignal[] = []
    const slow = async (signal: AbortSignal): Promise<string> => {
      signals.push(signal)
      await sleep(5)
      return 'done'
    }
    const [first, second] = [new AbortController(), new AbortController()]
    const one = shared.answer('a', slow, first.signal)
    const other = shared.answer('a', slow, second.signal)
    first.abort(new Error('gone'))
    await expect(one).rejects.toThrow('gone')
    expect(signals[0]?.aborted).toBe(false)
    second.abort(new Error('gone too'))
    await expect(other).rejects.toThrow('gone too')
    expect(signals[0]?.aborted).toBe(true)
    expect(await shared.answer('a', make, never)).toBe('answer 1')
  })

  it('answers whoever still waits, whoever else leaves, with one answer at a time', async () => {
    const people = fc.array(
      fc.record({
        key: fc.constantFrom('a', 'b'),
        comesAt: fc.nat({ max: 4 }),
        leavesAt: fc.option(fc.nat({ max: 8 })),
      }),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(people, async list => {
        const running = new Map<string, number>()
        const answers = openSharedAnswers<string>({ maxAgeMs: 0, nowMs: () => 0, isSmall: () => true })
        const outcomes = await Promise.all(
          list.map(async ({ key, comesAt, leavesAt }) => {
            await sleep(comesAt)
            const leaving = new AbortController()
            const isLeaving = leavesAt !== null
            if (isLeaving) setTimeout(() => leaving.abort(new Error('left')), leavesAt)
            const work = async (signal: AbortSignal): Promise<string> => {
              running.set(key, (running.get(key) ?? 0) + 1)
              expect(running.get(key)).toBe(1)
              signal.addEventListener('abort', () => running.set(key, 0), { once: true })
              await sleep(3)
              if (!signal.aborted) running.set(key, 0)
              return key
            }
            const outcome = await answers.answer(key, work, leaving.signal).catch(() => 'left')
            return { outcome, key, isLeaving }
          }),
        )
        for (const { outcome, key, isLeaving } of outcomes) {
          expect(isLeaving ? [key, 'left'] : [key]).toContain(outcome)
        }
      }),
      { numRuns: 40 },
    )
  })
})
