import type { EventStore, SealStore } from '../../collector/core/ports.ts'
import { openEventStore } from '../../collector/storage/event-store.ts'
import { openSealStore } from '../../collector/storage/sealing/seal-store.ts'
import type { TestEngine } from './engine.ts'

/** The store of an engine; so much time goes by between questions that none is answered from memory. */
export function openTestEventStore(
  { client }: Pick<TestEngine, 'client'>,
  seals: Pick<SealStore, 'sealedDays'> & Partial<SealStore> = openSealStore(client, () => 0),
): EventStore {
  let nowMs = 0
  return openEventStore({
    client,
    ingestClient: client,
    seals: { sealedDaysBefore: () => undefined, ...seals },
    nowMs: () => {
      nowMs += 60_000
      return nowMs
    },
    nowSeconds: () => Date.parse('2026-04-15T12:00:00Z') / 1_000,
  })
}
