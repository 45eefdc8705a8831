import type { SettingsStore } from '../core/ports.ts'
import { indexRecords, type RecordIndex, type RecordKind, type Records, readRecords } from './records.ts'

/** Records in memory, written through to the database. */
export interface RecordBook {
  /** The records as they are known at this moment. */
  index(): RecordIndex
  /** One change or reading at a time: a reading begun before a write would undo it in memory. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  /** Reads what others changed. To be called inside `exclusively`, like all that follow. */
  reload(): Promise<void>
  add<K extends RecordKind>(kind: K, record: Records[K][number]): Promise<void>
  /** Writes a record in place of one with the same key. */
  replace<K extends RecordKind>(
    kind: K,
    stored: Records[K][number],
    changed: Records[K][number],
  ): Promise<void>
  remove<K extends RecordKind>(kind: K, record: Records[K][number]): Promise<void>
}

/** Reads everything. Throws when the database does not answer. */
export async function openRecordBook(settings: SettingsStore): Promise<RecordBook> {
  let revision = await settings.revision()
  let index = indexRecords(await readRecords(settings))
  let last: Promise<unknown> = Promise.resolve()

  /** The store of a kind takes the records of that kind; TypeScript cannot join the two unions. */
  function storeOf<K extends RecordKind>(kind: K) {
    return settings[kind] as {
      put(record: Records[K][number]): Promise<void>
      remove(record: Records[K][number]): Promise<void>
    }
  }

  function keep<K extends RecordKind>(kind: K, records: readonly Records[K][number][]): void {
    index = indexRecords({ ...index.records, [kind]: records })
  }

  return {
    index: () => index,
    exclusively(work) {
      const result = last.then(work)
      last = result.catch(() => undefined)
      return result
    },
    async reload() {
      const now = await settings.revision()
      if (now === revision) return
      index = indexRecords(await readRecords(settings))
      revision = now
    },
    async add(kind, record) {
      await storeOf(kind).put(record)
      keep(kind, [...index.records[kind], record])
    },
    async replace(kind, stored, changed) {
      await storeOf(kind).put(changed)
      keep(
        kind,
        index.records[kind].map(record => (record === stored ? changed : record)),
      )
    },
    async remove(kind, record) {
      await storeOf(kind).remove(record)
      keep(
        kind,
        index.records[kind].filter(kept => kept !== record),
      )
    },
  }
}
