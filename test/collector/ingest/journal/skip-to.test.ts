import { describe, expect, it } from 'vitest'
import type { EventStore } from '../../../../collector/core/ports.ts'
import { openIncidents } from '../../../../collector/ingest/incidents.ts'
import type { Journal } from '../../../../collector/ingest/journal/journal.ts'
import { startWriter } from '../../../../collector/ingest/writer.ts'
import { type FailingStore, openFailingStore } from '../../../support/failing-store.ts'
import { afterCrash, anObserver, eventsOf, openTestJournal } from '../../../support/journal.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'

async function store(journal: Journal, eventStore: FailingStore) {
  const observer = anObserver()
  const writer = startWriter({
    journal,
    eventStore: eventStore as FailingStore & EventStore,
    incidents: await openIncidents(tempDirectory()),
    observer,
    pace: { gatherMs: 1, firstBackOffMs: 1, longestBackOffMs: 2 },
  })
  await writer.drain(5_000)
  await writer.close()
  return observer.told
}

describe('skipTo', () => {
  it('stores what is taken after the journal came back older than the database', async () => {
    const directory = tempDirectory()
    const eventStore = openFailingStore()
    const before = await openTestJournal(directory)
    await before.append(eventsOf(10))
    await store(before, eventStore)
    const snapshot = afterCrash(directory)
    await before.append(eventsOf(20, 10))
    await store(before, eventStore)
    await before.close()

    const journal = await openTestJournal(snapshot)
    journal.skipTo(await eventStore.storedThrough(journal.id))
    await journal.append(eventsOf(20, 30))
    const told = await store(journal, eventStore)
    const wrong = eventsOf(50).filter(({ page }) => eventStore.copiesOf(page) !== 1)
    expect([wrong, Object.keys(told).filter(word => word.startsWith('lost'))]).toEqual([[], []])
    await journal.close()
  })

  it('gives no sequence up to that one, over restarts too, and takes them for an earlier process’s', async () => {
    const directory = tempDirectory()
    const journal = await openTestJournal(directory)
    journal.skipTo(30)
    expect([journal.durableThrough(), journal.foundThrough]).toEqual([30, 30])
    const crashed = afterCrash(directory)
    await journal.append(eventsOf(1))
    expect((await journal.read(1, 99, 99)).map(({ sequence }) => sequence)).toEqual([31])
    const afterAppend = afterCrash(directory)
    await journal.close()
    for (const [next, durable] of [
      [directory, 31],
      [afterAppend, 31],
      // Nothing was given: the database says it again.
      [crashed, 0],
    ] as const) {
      const again = await openTestJournal(next)
      expect(again.durableThrough()).toBe(durable)
      await again.close()
    }
  })

  it('goes never back', async () => {
    const journal = await openTestJournal()
    journal.skipTo(30)
    journal.skipTo(10)
    expect([journal.durableThrough(), journal.foundThrough]).toEqual([30, 30])
    await journal.close()
  })

  it('is too late once an event was appended', async () => {
    const journal = await openTestJournal()
    await journal.append(eventsOf(1))
    expect(() => journal.skipTo(30)).toThrow('before the first append')
    await journal.close()
  })
})
