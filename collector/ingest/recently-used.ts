/** Remembers values that were used lately. */
export interface RecentlyUsed<Value> {
  /** Undefined when it was never set, or not used while `size` others were. */
  get(key: string): Value | undefined
  set(key: string, value: Value): void
}

/**
 * Remembers the `size` values that were used last, and at most `size` more. What is used again is not moved in its map: a map
 * in which entries come and go is copied over and over, and each dead copy, which points to the next, lives as long as an
 * old object.
 */
export function openRecentlyUsed<Value>(size: number): RecentlyUsed<Value> {
  let recent = new Map<string, Value>()
  let before = new Map<string, Value>()

  function set(key: string, value: Value): void {
    if (recent.size >= size) {
      before = recent
      recent = new Map()
    }
    recent.set(key, value)
  }

  return {
    get(key) {
      const known = recent.get(key)
      if (known !== undefined) return known
      const older = before.get(key)
      if (older !== undefined) set(key, older)
      return older
    },
    set,
  }
}
