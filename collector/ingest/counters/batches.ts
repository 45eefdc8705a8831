import { randomUUID } from 'node:crypto'

/** Stores entries in batches, each once. */
export interface Batches<Entry> {
  /** What is being stored, and not certain to be. */
  sending(): readonly Entry[]
  /**
   * Stores the batch that failed before; without one `take` is asked for the next. Entries stay together under one token
   * until they are certain to be stored, so that none is added twice.
   */
  flush(take: () => readonly Entry[]): Promise<void>
}

/** `store` adds a batch, once per token however often it is repeated with the same entries. */
export function openBatches<Entry>(
  name: string,
  store: (entries: readonly Entry[], token: string) => Promise<void>,
): Batches<Entry> {
  const process = randomUUID()
  let sending: { readonly entries: readonly Entry[]; readonly token: string } | undefined
  let batches = 0

  return {
    sending: () => sending?.entries ?? [],
    async flush(take) {
      if (sending === undefined) {
        const entries = take()
        if (entries.length === 0) return
        batches++
        sending = { entries, token: `${name}:${process}:${batches}` }
      }
      await store(sending.entries, sending.token)
      sending = undefined
    },
  }
}
