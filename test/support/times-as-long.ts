/** Far more than any text takes on which nothing is tried again and again, far less than one on which it is. */
export const LITTLE_LONGER = 30

/**
 * How many times as long as `plain` something takes, each the quickest of `rounds` in turns: what a busy machine does to
 * one of them it does to the other.
 */
export function timesAsLong(work: () => unknown, plain: () => unknown, rounds = 15): number {
  let [quickest, quickestPlain] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds; round++) {
    quickest = Math.min(quickest, elapsed(work))
    quickestPlain = Math.min(quickestPlain, elapsed(plain))
  }
  return quickest / quickestPlain
}

function elapsed(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}
