const HOUR_MS = 3_600_000

/** So many of something an hour for each name: all of them at once, and then one after the other as they come back. */
export interface HourlyLimit {
  /** Takes one; false when none is left. */
  take(name: string): boolean
  /** After so many seconds there is one more. */
  readonly retrySeconds: number
}

/** For few names, such as those of API keys. `nowMs` is a clock that never goes backwards. */
export function hourlyLimit(perHour: number, nowMs: () => number): HourlyLimit {
  /** What a name has taken and not got back yet. */
  const taken = new Map<string, { count: number; atMs: number }>()
  return {
    take(name) {
      const now = nowMs()
      const before = taken.get(name)
      const back = before === undefined ? 0 : ((now - before.atMs) * perHour) / HOUR_MS
      const count = Math.max(0, (before?.count ?? 0) - back)
      const fits = count + 1 <= perHour
      taken.set(name, { count: fits ? count + 1 : count, atMs: now })
      return fits
    },
    retrySeconds: Math.ceil(HOUR_MS / 1_000 / perHour),
  }
}
