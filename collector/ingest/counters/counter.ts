import { openBatches } from './batches.ts'

/** Adds up counts in memory and stores them in batches, each once. */
export interface Counter<Entry extends { readonly count: number }> {
  /** Adds the entry's count to the one of the same key. */
  add(key: string, entry: Entry): void
  has(key: string): boolean
  /** Counts that are not stored yet. */
  pending(): readonly Entry[]
  /** Stores what has gathered; after a failure it is tried again at the next call. */
  flush(): Promise<void>
}

/** An entry of ours, whose count may grow until it is sent. */
export type Counted<Entry> = Entry & { count: number }

/** `store` adds a batch, once per token however often it is repeated with the same entries. */
export function openCounter<Entry extends { readonly count: number }>(
  name: string,
  store: (entries: readonly Entry[], token: string) => Promise<void>,
): Counter<Entry> {
  const batches = openBatches(name, store)
  let gathering = new Map<string, Counted<Entry>>()

  return {
    add(key, entry) {
      const known = gathering.get(key)
      if (known === undefined) gathering.set(key, { ...entry })
      else known.count += entry.count
    },
    has: key => gathering.has(key),
    pending: () => [...batches.sending(), ...gathering.values()],
    flush: () =>
      batches.flush(() => {
        const entries = [...gathering.values()]
        gathering = new Map()
        return entries
      }),
  }
}
