/** Whole seconds since 1970 that never go backwards while this process lives, whatever happens to the machine's clock. */
export function steadyClock(): () => number {
  let latest = 0
  return () => {
    latest = Math.max(latest, Math.floor(Date.now() / 1_000))
    return latest
  }
}
