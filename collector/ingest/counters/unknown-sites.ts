/** Counts events for domains that nobody has set up; of the whole server, since there is no site to count them for. */
export interface UnknownSites {
  add(): void
  /** Events of the last hour, about: by whole minutes. */
  lastHour(): number
}

const MINUTES = 60

/** One counter per minute of an hour, so that it takes no more room however many come. `nowSeconds` is since 1970. */
export function openUnknownSites(nowSeconds: () => number): UnknownSites {
  const counts = new Float64Array(MINUTES)
  const countedAt = new Float64Array(MINUTES)
  const minuteNow = (): number => Math.floor(nowSeconds() / 60)
  return {
    add() {
      const minute = minuteNow()
      const slot = minute % MINUTES
      counts[slot] = countedAt[slot] === minute ? (counts[slot] ?? 0) + 1 : 1
      countedAt[slot] = minute
    },
    lastHour() {
      const oldest = minuteNow() - MINUTES
      return counts.reduce((sum, count, slot) => sum + ((countedAt[slot] ?? 0) > oldest ? count : 0), 0)
    },
  }
}
