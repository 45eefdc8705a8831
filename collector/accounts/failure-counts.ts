/** Names that are remembered; the one that failed longest ago is forgotten first. */
const MAX_NAMES = 10_000

/** Failures by name within the last so many seconds. */
export interface FailureCounts {
  /** Seconds until there are fewer than `limit` of this name; 0 when there are now. */
  waitSeconds(name: string, limit: number): number
  add(name: string): void
  /** Takes the name's last failure back. */
  undo(name: string): void
  forget(name: string): void
}

/** Counts in memory: a restart forgets, which costs an attacker nothing less than a restart. */
export function openFailureCounts(windowSeconds: number, nowSeconds: () => number): FailureCounts {
  /** Seconds since 1970 of each failure, by name, in the order of last failures. */
  const failures = new Map<string, readonly number[]>()
  const recent = (name: string): readonly number[] =>
    (failures.get(name) ?? []).filter(second => second > nowSeconds() - windowSeconds)

  return {
    waitSeconds(name, limit) {
      const decisive = recent(name).at(-limit)
      return decisive === undefined ? 0 : decisive + windowSeconds - nowSeconds()
    },
    add(name) {
      const all = [...recent(name), nowSeconds()]
      failures.delete(name)
      failures.set(name, all)
      const [oldest] = failures.keys()
      if (failures.size > MAX_NAMES && oldest !== undefined) failures.delete(oldest)
    },
    undo(name) {
      const rest = (failures.get(name) ?? []).slice(0, -1)
      if (rest.length === 0) failures.delete(name)
      else failures.set(name, rest)
    },
    forget: name => void failures.delete(name),
  }
}
