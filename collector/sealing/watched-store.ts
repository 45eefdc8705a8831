import { daysOfRecords } from '../core/event/record-days.ts'
import type { EventStore } from '../core/ports.ts'
import type { Changes } from './changes.ts'

type Inserting = Pick<EventStore, 'insert' | 'settle'>

/** The store, with every insert announced to sealing before it happens. */
export function watchedStore<Store extends Inserting>(store: Store, changes: Pick<Changes, 'begin'>): Store {
  /** Inserts that failed may still happen, until the store has settled them or has taken another one. */
  const uncertain: (() => void)[] = []
  const release = (): void => {
    for (const done of uncertain.splice(0)) done()
  }
  return {
    ...store,
    async insert(batch, token, signal) {
      const change = await changes.begin(daysOfRecords(batch.events))
      try {
        await store.insert(batch, token, signal)
      } catch (error) {
        uncertain.push(change.done)
        throw error
      }
      change.done()
      release()
    },
    async settle(journalId) {
      await store.settle(journalId)
      release()
    },
  }
}
