import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnalyticsEvent } from '../../../collector/core/event/analytics-event.ts'
import type { Day } from '../../../collector/core/ids.ts'
import type { EventStore } from '../../../collector/core/ports.ts'
import { openIncidents } from '../../../collector/ingest/incidents.ts'
import { HEADER_BYTES } from '../../../collector/ingest/journal/format.ts'
import type { Journal } from '../../../collector/ingest/journal/journal.ts'
import { startWriter, type Writer } from '../../../collector/ingest/writer.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { openTestEventStore } from '../../support/event-store.ts'
import { anEvent } from '../../support/events.ts'
import { anObserver, openTestJournal } from '../../support/journal.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const PACE = { gatherMs: 5, firstBackOffMs: 5, longestBackOffMs: 50 }

describe('startWriter', () => {
  let engine: TestEngine
  let eventStore: EventStore
  beforeAll(async () => {
    engine = await openTestEngine()
    eventStore = openTestEventStore(engine)
  })
  afterAll(() => engine.close())

  const events = (count: number, first = 0): AnalyticsEvent[] =>
    Array.from({ length: count }, (_, index) => anEvent({ page: `/${first + index}` }))

  /** Starts a writer with incident files and an observer of its own. */
  async function start(journal: Journal, store = eventStore) {
    const directory = tempDirectory()
    const observer = anObserver()
    const incidents = await openIncidents(directory)
    const writer = startWriter({ journal, eventStore: store, incidents, observer, pace: PACE })
    return { writer, incidents, told: observer.told, directory }
  }

  async function finish(writer: Writer, journal: Journal): Promise<void> {
    await writer.drain(15_000)
    await writer.close()
    await journal.close()
  }

  /** The real store, and the batches that it was sent. */
  function recording(): { store: EventStore; batches: string[] } {
    const batches: string[] = []
    const insert: EventStore['insert'] = (batch, token, signal) => {
      batches.push(`${batch.events.at(0)?.sequence}-${batch.events.at(-1)?.sequence}`)
      return eventStore.insert(batch, token, signal)
    }
    return { store: { ...eventStore, insert }, batches }
  }

  /** Stores events of a journal as a process before this one might have. */
  async function storeAs(token: string, journal: Journal, first: number, last: number): Promise<void> {
    const events = await journal.read(first, last, last)
    await eventStore.insert({ journalId: journal.id, events }, token)
  }

  /** How often each sequence is stored, as text `sequence×times`, those of one copy left out. */
  async function copies(journal: Journal): Promise<{ rows: number; notOnce: string[] }> {
    const answer = await engine.client.query({
      query: `SELECT toString(sequence) AS sequence, count() AS times FROM events
              WHERE journal_id = {journal:UInt64} GROUP BY events.sequence ORDER BY events.sequence`,
      query_params: { journal: journal.id },
      format: 'JSONEachRow',
    })
    const rows = await answer.json<{ sequence: string; times: number }>()
    return {
      rows: rows.length,
      notOnce: rows.filter(({ times }) => Number(times) !== 1).map(row => `${row.sequence}×${row.times}`),
    }
  }

  it('stores every event once and empties the journal', async () => {
    const journal = await openTestJournal()
    const { writer, told } = await start(journal)
    await Promise.all(Array.from({ length: 40 }, () => journal.append(events(5))))
    await writer.drain(10_000)
    expect(await copies(journal)).toEqual({ rows: 200, notOnce: [] })
    expect(journal.depth()).toBe(0)
    expect(told['stored']).toBe(200)
    await finish(writer, journal)
  })

  it('does not repeat a batch that was stored before the crash that hid the answer', async () => {
    const journal = await openTestJournal()
    await journal.append(events(20))
    await journal.setCut({ storedThrough: 0, sending: { first: 1, last: 20 } })
    // Under a token of its own: only asking the table can tell that these rows are there.
    await storeAs(`${journal.id}:another token`, journal, 1, 20)
    const { store, batches } = recording()
    const { writer } = await start(journal, store)
    await finish(writer, journal)
    expect(batches).toEqual([])
    expect(await copies(journal)).toEqual({ rows: 20, notOnce: [] })
  })

  it('sends the same rows again when the crash came before they were stored, though more have been appended', async () => {
    const journal = await openTestJournal()
    await journal.append(events(20))
    await journal.setCut({ storedThrough: 0, sending: { first: 1, last: 20 } })
    await journal.append(events(7))
    const { store, batches } = recording()
    const { writer } = await start(journal, store)
    await finish(writer, journal)
    expect(batches).toEqual(['1-20', '21-27'])
    expect(await copies(journal)).toEqual({ rows: 27, notOnce: [] })
  })

  it('adds what is missing of a batch that the database kept only a part of', async () => {
    const journal = await openTestJournal()
    await journal.append(events(20))
    await journal.setCut({ storedThrough: 0, sending: { first: 1, last: 20 } })
    await storeAs('a part', journal, 4, 11)
    const { writer } = await start(journal)
    await finish(writer, journal)
    expect(await copies(journal)).toEqual({ rows: 20, notOnce: [] })
  })

  it('stores a batch whose token the database knows, but not its rows', async () => {
    const journal = await openTestJournal()
    await journal.append(events(6))
    await storeAs(`${journal.id}:1-6`, journal, 1, 6)
    await engine.client.command({
      query: 'ALTER TABLE events DELETE WHERE journal_id = {journal:UInt64} SETTINGS mutations_sync = 1',
      query_params: { journal: journal.id },
    })
    const { writer, told } = await start(journal)
    await finish(writer, journal)
    expect(await copies(journal)).toEqual({ rows: 6, notOnce: [] })
    expect(told['delayed']).toBeGreaterThan(0)
  })

  it('refuses to store a token twice: the database itself keeps one copy', async () => {
    const journal = await openTestJournal()
    await journal.append(events(3))
    await storeAs(`${journal.id}:1-3`, journal, 1, 3)
    await storeAs(`${journal.id}:1-3`, journal, 1, 3)
    expect(await copies(journal)).toEqual({ rows: 3, notOnce: [] })
    await journal.close()
  })

  it('sets aside the rows that the database refuses, finds them by halving, and stores all others', async () => {
    const journal = await openTestJournal()
    const refused = anEvent({ page: '/refused', timestampSeconds: 'never' as unknown as number })
    await journal.append([...events(300), refused, ...events(200, 300), refused, ...events(10, 500)])
    const { writer, told, incidents, directory } = await start(journal)
    await finish(writer, journal)
    expect(await copies(journal)).toEqual({ rows: 510, notOnce: [] })
    expect(told['quarantined']).toBe(2)
    expect(incidents.quarantinedEvents(0)).toBe(2)
    const lines = readFileSync(join(directory, 'quarantine.jsonl'), 'utf8').split('\n').filter(Boolean)
    expect(lines.map(line => JSON.parse(line))).toMatchObject([
      { journalId: journal.id, sequence: 301, code: 'clickhouse_41' },
      { journalId: journal.id, sequence: 502 },
    ])
    // They stay known over a restart.
    expect((await openIncidents(directory)).quarantinedEvents(0)).toBe(2)
  })

  it('tells exactly how many events are gone when the disk has damaged the journal, and stores the rest', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory)
    await before.append(events(10))
    await before.close()
    const file = join(directory, '0000000000000001.seg')
    const bytes = readFileSync(file)
    bytes.fill(0x5a, HEADER_BYTES + 20, HEADER_BYTES + 320)
    writeFileSync(file, bytes)
    const journal = await openTestJournal(directory)
    await journal.append(events(5, 10))
    const { writer, told, incidents } = await start(journal)
    await finish(writer, journal)
    const { rows, notOnce } = await copies(journal)
    expect(notOnce).toEqual([])
    expect(rows).toBeLessThan(15)
    expect(told['lost journal_damaged']).toBe(15 - rows)
    expect(incidents.lostEvents(0)).toBe(15 - rows)
  })

  it('does not count damaged records as lost that are stored already', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory)
    await before.append(events(10))
    await before.setCut({ storedThrough: 0, sending: { first: 1, last: 10 } })
    await storeAs(`${before.id}:1-10`, before, 1, 10)
    await before.close()
    const file = join(directory, '0000000000000001.seg')
    const bytes = readFileSync(file)
    bytes.fill(0x5a, HEADER_BYTES + 20, HEADER_BYTES + 320)
    writeFileSync(file, bytes)
    const journal = await openTestJournal(directory)
    const { writer, told } = await start(journal)
    await finish(writer, journal)
    expect(await copies(journal)).toEqual({ rows: 10, notOnce: [] })
    expect(told['lost journal_damaged']).toBeUndefined()
  })

  it('notices a database that is older than the cut, stores again what it still has and tells the rest as lost', async () => {
    const directory = tempDirectory()
    const original = tempDirectory()
    const before = await openTestJournal(original, 20_000)
    const first = await start(before)
    for (let index = 0; index < 10; index++) {
      await before.append(events(4, index * 4))
      await first.writer.drain(10_000)
    }
    await first.writer.close()
    // As a crash leaves it.
    cpSync(original, directory, { recursive: true })
    await before.close()
    // The database comes back as it was after the 8th event.
    for (const table of ['events', 'journal_marks']) {
      const column = table === 'events' ? 'sequence' : 'stored_through'
      await engine.client.command({
        query: `ALTER TABLE ${table} DELETE WHERE journal_id = {journal:UInt64} AND ${column} > 8 SETTINGS mutations_sync = 1`,
        query_params: { journal: before.id },
      })
    }
    const journal = await openTestJournal(directory, 20_000)
    const { writer, told, incidents } = await start(journal)
    await journal.append([anEvent({ page: '/after' })])
    await finish(writer, journal)
    const { rows, notOnce } = await copies(journal)
    expect(notOnce).toEqual([])
    // The last segment was still there; those before it were removed after they had been stored.
    expect(rows).toBeGreaterThan(9)
    expect(rows).toBeLessThan(41)
    expect(told['lost database_older']).toBe(41 - rows)
    expect(incidents.lostEvents(0)).toBe(41 - rows)

    const again = await openTestJournal(directory, 20_000)
    const next = await start(again)
    await finish(next.writer, again)
    expect(next.told['lost database_older']).toBeUndefined()
  })

  it('takes no expired or removed event for a loss', async () => {
    const directory = tempDirectory()
    for (let round = 0; round < 2; round++) {
      const journal = await openTestJournal(directory)
      const { writer } = await start(journal)
      await journal.append(events(3))
      await finish(writer, journal)
    }
    // The second start has noted how far the database was; what goes away later is no loss.
    const probe = await openTestJournal(directory)
    await probe.close()
    await engine.client.command({
      query:
        'ALTER TABLE events DELETE WHERE journal_id = {journal:UInt64} AND sequence <= 3 SETTINGS mutations_sync = 1',
      query_params: { journal: probe.id },
    })
    const journal = await openTestJournal(directory)
    const { writer, told } = await start(journal)
    await finish(writer, journal)
    expect(told).toEqual({})
  })

  it('finds out what is stored when the file of the cut is gone', async () => {
    const original = tempDirectory()
    const directory = tempDirectory()
    const before = await openTestJournal(original)
    const first = await start(before)
    await before.append(events(12))
    await first.writer.drain(10_000)
    // As a crash leaves it.
    cpSync(original, directory, { recursive: true })
    await finish(first.writer, before)
    rmSync(join(directory, 'cut'))
    const journal = await openTestJournal(directory)
    await journal.append(events(3, 12))
    const { writer, told } = await start(journal)
    await finish(writer, journal)
    expect(await copies(journal)).toEqual({ rows: 15, notOnce: [] })
    expect(told['lost journal_damaged']).toBeUndefined()
  })

  it('gives back the latest events, which open visits are rebuilt from', async () => {
    const journal = await openTestJournal()
    const event = anEvent({
      day: '2033-05-18' as Day,
      timestampSeconds: 2_000_000_000,
      page: '/päivä "x" \\ \n \u0007',
      props: { väri: 'sininen' },
      interactive: false,
      place: { country: '', region: '', regionName: '', city: '', cityName: '' },
    })
    await journal.append([event])
    await storeAs(`${journal.id}:1-1`, journal, 1, 1)
    const { siteId, visitorId, visitId, day, timestampSeconds, acquisition, client, place } = event
    const latest: unknown[] = []
    for await (const group of eventStore.recentVisits(1_999_999_999)) latest.push(...group)
    expect(latest).toEqual([
      { siteId, visitorId, visitId, day, timestampSeconds, acquisition, client, place },
    ])
    await journal.close()
  })
})
