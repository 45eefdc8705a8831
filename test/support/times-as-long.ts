/** Far more than any text takes on which nothing is tried again and again, far less than one on which it is. */
export const LITTLE_LONGER = 30

const ROUNDS = 15

/**
 * How many times as long it takes to read one text as another, each the quickest of some rounds in turns: what a busy
 * machine does to one of them it does to the other.
 */
export function timesAsLong(read: (text: string) => unknown, text: string, other: string): number {
  const rounds = Array.from(
    { length: ROUNDS },
    () => [readingMs(read, text), readingMs(read, other)] as const,
  )
  return Math.min(...rounds.map(([ms]) => ms)) / Math.min(...rounds.map(([, ms]) => ms))
}

/** How long it takes to read a text once, ms. */
export function readingMs(read: (text: string) => unknown, text: string): number {
  const startedAt = performance.now()
  read(text)
  return performance.now() - startedAt
}
