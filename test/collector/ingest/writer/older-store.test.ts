import { cpSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { anEvent, somePages } from '../../../support/events.ts'
import { openFailingStore } from '../../../support/failing-store.ts'
import { openTestJournal } from '../../../support/journal.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'
import { startTestWriter } from '../../../support/writer.ts'

/** Pages of `count` that are not stored exactly once. */
function wrong(store: ReturnType<typeof openFailingStore>, count: number, first = 0): number[] {
  return Array.from({ length: count }, (_, index) => first + index).filter(
    page => store.copiesOf(`/${page}`) !== 1,
  )
}

describe('a database and a journal of different age', () => {
  it('notices a database that was restored while nothing came in, before it is sent anything', async () => {
    const journal = await openTestJournal()
    const store = openFailingStore()
    const { writer } = await startTestWriter(journal, store)
    for (let round = 0; round < 10; round++) {
      await journal.append(somePages(10, round * 10))
      await writer.drain(5_000)
    }
    await sleep(50)
    store.restoreBackup(journal.id, 50)
    await journal.append(somePages(10, 100))
    await writer.drain(5_000)
    expect(wrong(store, 110)).toEqual([])
    await writer.close()
  })

  it('tells since when events wait, though the database hangs when it is asked after a while', async () => {
    const journal = await openTestJournal()
    const store = openFailingStore()
    let isHanging = false
    const countStored: typeof store.countStored = (...range) =>
      isHanging ? new Promise(() => undefined) : store.countStored(...range)
    const { writer } = await startTestWriter(journal, { ...store, countStored })
    await journal.append(somePages(1))
    await writer.drain(5_000)
    await sleep(50)
    isHanging = true
    await journal.append([anEvent({ timestampSeconds: 1_800_000_000 })])
    await expect.poll(() => writer.waitingSinceSeconds()).toBe(1_800_000_000)
  })

  it('takes rows that were erased after a mark for no sign of an older database', async () => {
    const journal = await openTestJournal()
    const store = openFailingStore()
    const { writer, told } = await startTestWriter(journal, store)
    await journal.append(somePages(10))
    await writer.drain(5_000)
    await sleep(50)
    store.erase(journal.id, 5)
    await journal.append(somePages(1, 10))
    await writer.drain(5_000)
    store.faults.push('before')
    await journal.append(somePages(1, 11))
    await writer.drain(5_000)
    expect(wrong(store, 12)).toEqual([5, 6, 7, 8, 9])
    expect(told['lost database_older']).toBeUndefined()
    await writer.close()
  })

  it('marks at the end what it has stored', async () => {
    const journal = await openTestJournal()
    const store = openFailingStore()
    const { writer } = await startTestWriter(journal, store, { pace: { markMs: 60_000 } })
    await journal.append(somePages(10))
    await writer.drain(5_000)
    await writer.close()
    store.erase(journal.id, 0)
    expect(await store.storedThrough(journal.id)).toBe(10)
  })

  it('stores what is taken after the journal came back older than the database', async () => {
    const directory = tempDirectory()
    const snapshot = tempDirectory()
    const store = openFailingStore()
    const before = await openTestJournal(directory)
    const first = await startTestWriter(before, store)
    await before.append(somePages(10))
    await first.writer.drain(5_000)
    cpSync(directory, snapshot, { recursive: true })
    await before.append(somePages(20, 10))
    await first.writer.drain(5_000)
    await first.writer.close()
    await before.close()

    const journal = await openTestJournal(snapshot)
    journal.skipTo(await store.storedThrough(journal.id))
    const { writer, told } = await startTestWriter(journal, store)
    await journal.append(somePages(20, 30))
    await writer.drain(5_000)
    expect(wrong(store, 50)).toEqual([])
    expect(told['lost journal_damaged']).toBeUndefined()
    await writer.close()
  })

  it('knows after a crash too why the events are gone', async () => {
    const directory = tempDirectory()
    const incidents = tempDirectory()
    const store = openFailingStore()
    const before = await openTestJournal(directory, 400_000)
    const first = await startTestWriter(before, store, { directory: incidents })
    await before.append(somePages(100))
    await first.writer.drain(5_000)
    await before.trim()
    await first.writer.close()
    await before.close()
    store.restoreBackup(before.id, 50)

    const crashing = await openTestJournal(directory, 400_000)
    const silent = { ...store, settle: () => Promise.reject(new Error('no answer')) }
    const second = await startTestWriter(crashing, silent, { directory: incidents })
    while (crashing.cut().storedThrough !== 50) await sleep(5)
    await second.writer.close()
    await crashing.close()

    const journal = await openTestJournal(directory, 400_000)
    const { writer, told } = await startTestWriter(journal, store, { directory: incidents })
    await writer.drain(5_000)
    expect(told).toMatchObject({ 'lost database_older': 50 })
    await writer.close()
  })

  it('counts an event that was lost twice, from two restored backups, once', async () => {
    const directory = tempDirectory()
    const incidentDirectory = tempDirectory()
    const store = openFailingStore()
    const lost: number[] = []
    for (const backup of [50, 20, 20]) {
      const journal = await openTestJournal(directory, 400_000)
      const { writer, incidents } = await startTestWriter(journal, store, { directory: incidentDirectory })
      if (lost.length === 0) await journal.append(somePages(100))
      await writer.drain(5_000)
      await journal.trim()
      await writer.close()
      await journal.close()
      store.restoreBackup(journal.id, backup)
      lost.push(incidents.lostEvents(0))
    }
    expect(lost).toEqual([0, 50, 80])
  })
})

describe('rows that are in the database twice', () => {
  it('hide none that is missing', async () => {
    const journal = await openTestJournal()
    await journal.append(somePages(10))
    const store = openFailingStore()
    const events = await journal.read(1, 5, 10)
    for (const token of ['a', 'b']) await store.insert({ journalId: journal.id, events }, token)
    const { writer } = await startTestWriter(journal, store)
    await writer.drain(5_000)
    expect(wrong(store, 10)).toEqual([0, 1, 2, 3, 4])
    expect(wrong(store, 5, 5)).toEqual([])
    await writer.close()
  })

  it('are no negative loss', async () => {
    const journal = await openTestJournal()
    await journal.append(somePages(10))
    const store = openFailingStore()
    const events = await journal.read(1, 10, 10)
    for (const token of ['a', 'b']) await store.insert({ journalId: journal.id, events }, token)
    const { writer, told, incidents } = await startTestWriter(journal, store)
    await writer.drain(5_000)
    expect(incidents.lostEvents(0)).toBe(0)
    expect(told['lost journal_damaged']).toBeUndefined()
    await writer.close()
  })
})
