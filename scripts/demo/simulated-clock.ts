/** A clock that is moved by hand, and ticks on the way as a running collector's timers do. */
export interface SimulatedClock {
  /** Whole seconds since 1970. */
  now(): number
  /** Goes forward to this second, in steps of at most half a minute with a tick after each; never backward. */
  moveTo(seconds: number): void
}

const STEP_SECONDS = 30

export function openSimulatedClock(startSeconds: number, tick: () => void): SimulatedClock {
  let now = startSeconds
  let tickedAt = startSeconds
  return {
    now: () => now,
    moveTo(seconds) {
      while (tickedAt + STEP_SECONDS <= seconds) {
        tickedAt += STEP_SECONDS
        now = tickedAt
        tick()
      }
      now = Math.max(now, seconds)
    },
  }
}
