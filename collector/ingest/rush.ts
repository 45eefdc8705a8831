/**
 * Events per second from which on taking them comes first. Measured on two cores beside 20 heavy questions: one event in
 * a hundred waits 28 to 51 ms while the database has its fair share of the machine, 10 to 13 ms while it gives way to all.
 */
const RUSH_PER_SECOND = 50
/** Time in which so many have to come, ms: a rush is seen within a few events, not for two that follow each other. */
const WINDOW_MS = 250
/** A rush is over once events have come more slowly for so long, ms: each begins with a moment in which they wait longer. */
const CALM_MS = 10_000

export interface RushOptions {
  /** Sequence of the latest event that was taken. */
  readonly latestSequence: () => number
  /** A clock that only goes forward, ms. */
  readonly nowMs: () => number
}

/** Tells whether events come fast. Asked after every event, it knows at once; to see the end it is asked now and then. */
export function openRush({ latestSequence, nowMs }: RushOptions): () => boolean {
  let windowMs = nowMs()
  let windowSequence = latestSequence()
  let rushedMs = -Infinity
  return () => {
    const now = nowMs()
    const latest = latestSequence()
    const length = Math.max(now - windowMs, WINDOW_MS)
    const isFast = (latest - windowSequence) * 1_000 >= RUSH_PER_SECOND * length
    if (isFast) rushedMs = now
    if (isFast || now - windowMs >= WINDOW_MS) {
      windowMs = now
      windowSequence = latest
    }
    return now - rushedMs < CALM_MS
  }
}
