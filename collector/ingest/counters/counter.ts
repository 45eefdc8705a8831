import { randomUUID } from 'node:crypto'

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
type Counted<Entry> = Entry & { count: number }

/** `store` adds a batch, once per token however often it is repeated with the same entries. */
export function openCounter<Entry extends { readonly count: number }>(
  name: string,
  store: (entries: readonly Entry[], token: string) => Promise<void>,
): Counter<Entry> {
  const process = randomUUID()
  let gathering = new Map<string, Counted<Entry>>()
  /** Counts that are being stored. They stay together under one token until that is certain, so that none is added twice. */
  let sending: { readonly entries: readonly Entry[]; readonly token: string } | undefined
  let flushes = 0

  return {
    add(key, entry) {
      const known = gathering.get(key)
      if (known === undefined) gathering.set(key, { ...entry })
      else known.count += entry.count
    },
    has: key => gathering.has(key),
    pending: () => [...(sending?.entries ?? []), ...gathering.values()],
    async flush() {
      if (sending === undefined && gathering.size > 0) {
        flushes++
        sending = { entries: [...gathering.values()], token: `${name}:${process}:${flushes}` }
        gathering = new Map()
      }
      if (sending === undefined) return
      await store(sending.entries, sending.token)
      sending = undefined
    },
  }
}
