import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../../../collector/core/ids.ts'
import type { EventStore } from '../../../collector/core/ports.ts'
import { openJournal } from '../../../collector/ingest/journal/journal.ts'
import { startWriter } from '../../../collector/ingest/writer.ts'
import { openEventStore } from '../../../collector/storage/event-store.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { anEvent } from '../../support/events.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

describe('startWriter', () => {
  let engine: TestEngine
  let eventStore: EventStore
  beforeAll(async () => {
    engine = await openTestEngine()
    eventStore = openEventStore(engine.client)
  })
  afterAll(() => engine.close())

  const openHere = () => openJournal({ directory: tempDirectory(), maxBytes: 50_000_000 })
  const events = (count: number) =>
    Array.from({ length: count }, (_, index) => anEvent({ page: `/${index}` }))

  /** The real store, and the batches that it was sent. */
  function recording(): { store: EventStore; batches: string[] } {
    const batches: string[] = []
    const insert: EventStore['insert'] = (batch, token) => {
      batches.push(`${batch.at(0)?.sequence}-${batch.at(-1)?.sequence}`)
      return eventStore.insert(batch, token)
    }
    return { store: { ...eventStore, insert }, batches }
  }

  it('stores every event once and empties the journal', async () => {
    const journal = await openHere()
    const writer = startWriter({ journal, eventStore })
    await Promise.all(Array.from({ length: 40 }, () => journal.append(events(5))))
    await writer.drain(10_000)
    expect(await eventStore.countStored(journal.id, 1, 1_000)).toBe(200)
    await writer.close()
    await journal.close()
  })

  it('does not repeat a batch that was stored before the crash that hid the answer', async () => {
    const journal = await openHere()
    await journal.append(events(20))
    await journal.setCut({ storedThrough: 0, sending: { first: 1, last: 20 } })
    // Under a token of its own: only asking the table can tell that these rows are there.
    await eventStore.insert(await journal.read(0, 20), `${journal.id}:another token`)
    const { store, batches } = recording()
    const writer = startWriter({ journal, eventStore: store })
    await writer.drain(10_000)
    expect(batches).toEqual([])
    expect(await eventStore.countStored(journal.id, 1, 1_000)).toBe(20)
    await writer.close()
    await journal.close()
  })

  it('sends the same rows again when the crash came before they were stored, though more have been appended', async () => {
    const journal = await openHere()
    await journal.append(events(20))
    await journal.setCut({ storedThrough: 0, sending: { first: 1, last: 20 } })
    await journal.append(events(7))
    const { store, batches } = recording()
    const writer = startWriter({ journal, eventStore: store })
    await writer.drain(10_000)
    expect(batches).toEqual(['1-20', '21-27'])
    expect(await eventStore.countStored(journal.id, 1, 1_000)).toBe(27)
    await writer.close()
    await journal.close()
  })

  it('refuses to store a token twice: the database itself keeps one copy', async () => {
    const journal = await openHere()
    await journal.append(events(3))
    const batch = await journal.read(0, 3)
    await eventStore.insert(batch, `${journal.id}:1-3`)
    await eventStore.insert(batch, `${journal.id}:1-3`)
    expect(await eventStore.countStored(journal.id, 1, 3)).toBe(3)
    await journal.close()
  })

  it('gives back the events that open visits are rebuilt from', async () => {
    const journal = await openHere()
    const event = anEvent({
      day: '2033-05-18' as Day,
      timestampSeconds: 2_000_000_000,
      page: '/päivä',
      props: { väri: 'sininen' },
      interactive: false,
    })
    await journal.append([event])
    await eventStore.insert(await journal.read(0, 1), `${journal.id}:1-1`)
    expect(await eventStore.recentEvents(1_999_999_999)).toEqual([event])
    await journal.close()
  })
})
