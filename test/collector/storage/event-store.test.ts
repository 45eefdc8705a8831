import { ClickHouseError } from '@clickhouse/client'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { encodeRecord } from '../../../collector/core/event/event-record.ts'
import { idempotencyKey, leastIdempotencyKey } from '../../../collector/core/event/idempotency-key.ts'
import type { Day, SiteId } from '../../../collector/core/ids.ts'
import { type EventStore, type LatestEvent, RefusedBatchError } from '../../../collector/core/ports.ts'
import { NOTHING_SEALED, type SealedDays } from '../../../collector/core/sealing/sealed-days.ts'
import type { Journal } from '../../../collector/ingest/journal/journal.ts'
import { openVisits } from '../../../collector/ingest/visits.ts'
import { openEventStore } from '../../../collector/storage/event-store.ts'
import { openSealStore } from '../../../collector/storage/sealing/seal-store.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { openTestEventStore } from '../../support/event-store.ts'
import { anEvent, somePages } from '../../support/events.ts'
import { usedHeapBytes } from '../../support/heap.ts'
import { insertEvents } from '../../support/insert-events.ts'
import { openTestJournal } from '../../support/journal.ts'
import { queryOf } from '../../support/queries.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { startTestWriter } from '../../support/writer.ts'

describe('openEventStore', () => {
  let engine: TestEngine
  let eventStore: EventStore
  beforeAll(async () => {
    engine = await openTestEngine()
    eventStore = openTestEventStore(engine)
  })
  afterAll(() => engine.close())
  beforeEach(() => engine.client.command({ query: 'TRUNCATE TABLE events' }).then(() => undefined))

  /** One that is closed with its test. */
  async function openJournal(...options: Parameters<typeof openTestJournal>): Promise<Journal> {
    const journal = await openTestJournal(...options)
    onTestFinished(() => journal.close().catch(() => undefined))
    return journal
  }

  async function latestEvents(fromSecond: number): Promise<LatestEvent[]> {
    const latest: LatestEvent[] = []
    for await (const group of eventStore.recentVisits(fromSecond)) latest.push(...group)
    return latest
  }

  it.each([0, 5_000, 9_999])(
    'says which batch it refuses, wherever of 10,000 rows the bad one is: %i',
    async bad => {
      const record = Buffer.from(encodeRecord(anEvent({ page: '/'.padEnd(400, 'x') })))
      const broken = Buffer.from(record.toString().replace(/^\[\d+/, '["no number"'))
      const events = Array.from({ length: 10_000 }, (_, index) => ({
        sequence: index + 1,
        record: index === bad ? broken : record,
      }))
      const inserted = eventStore.insert({ journalId: '9', events }, `refused ${bad}`)
      await expect(inserted).rejects.toBeInstanceOf(RefusedBatchError)
      expect(await eventStore.countStored('9', 1, 10_000)).toBe(0)
    },
  )

  it('rebuilds open visits after a half hour with a million events, with little memory', async () => {
    // Three events of every visitor.
    await engine.client.command({
      query: `INSERT INTO events (journal_id, sequence, site_id, day, timestamp, name, visitor_id, visit_id, hostname, page,
          interactive, source, channel, referrer, country, language, browser, browser_version, os, device, expires_on)
        SELECT 7, number + 1, 1, '2033-05-18', 2000000000 + intDiv(number, 600), 'pageview', cityHash64(number % 333333),
          cityHash64(number % 333333, 1), 'example.com', '/products/kayaks', 1, 'Google', 'Organic Search', 'google.com',
          ['FI', 'SE', 'DE'][number % 3 + 1], 'fi', 'Firefox', toString(120 + number % 20), 'Linux', 'Desktop', '2148-01-01'
        FROM numbers(1000000)`,
    })
    const before = usedHeapBytes()
    const visits = openVisits()
    for await (const group of eventStore.recentVisits(2_000_000_000)) visits.restore(group)
    const megabytes = (usedHeapBytes() - before) / 1e6
    expect(visits.size()).toBe(333_333)
    expect(megabytes).toBeLessThan(150)
  }, 120_000)

  it('asks the database once for all who ask the same at about the same time', async () => {
    let nowMs = 0
    const { client } = engine
    const seals = openSealStore(client, () => 0)
    const store = openEventStore({
      client,
      ingestClient: client,
      seals,
      nowMs: () => nowMs,
      nowSeconds: () => 0,
    })
    const query = vi.spyOn(client, 'query')
    onTestFinished(() => query.mockRestore())
    const statements = (): number =>
      query.mock.calls.filter(([{ query }]) => query.includes('FROM events')).length
    const figures = queryOf({ metrics: ['visitors', 'pageviews'], date_range: '7d' })
    await Promise.all(Array.from({ length: 10 }, () => store.query(figures)))
    expect(statements()).toBe(1)
    await store.query({ ...figures, metrics: ['visitors'] })
    expect(statements()).toBe(2)
    nowMs = 1_000
    await store.query(figures)
    expect(statements()).toBe(3)
  })

  it('reads lists together that are asked for at once, each also for others who ask the same', async () => {
    const { client } = engine
    const seals = openSealStore(client, () => 0)
    const clock = { nowMs: () => 0, nowSeconds: () => 0 }
    const store = openEventStore({ client, ingestClient: client, seals, ...clock })
    const query = vi.spyOn(client, 'query')
    onTestFinished(() => query.mockRestore())
    const statements = (): number =>
      query.mock.calls.filter(([{ query }]) => query.includes('FROM events')).length
    const listOf = (dimension: string) =>
      queryOf({
        metrics: ['visitors'],
        date_range: ['2026-04-14', '2026-04-15'],
        dimensions: [dimension],
      })
    const dimensions = ['visit:source', 'event:page', 'visit:country', 'visit:device', 'visit:source']
    const answers = await Promise.all(dimensions.map(dimension => store.query(listOf(dimension))))
    expect(statements()).toBe(1)
    expect(new Set(answers.map(({ statement }) => statement?.sql)).size).toBe(1)
    expect(await store.query(listOf('visit:country'))).toEqual(answers[2])
    expect(statements()).toBe(1)
    // What differs in more than its dimension is not read together.
    await Promise.all([
      store.query(listOf('visit:os')),
      store.query({ ...listOf('visit:browser'), pagination: { limit: 3, offset: 0 } }),
      store.query({ ...listOf('visit:language'), siteId: 2 as SiteId }),
    ])
    expect(statements()).toBe(4)
  })

  describe('of a small site with a sealed day', () => {
    const day = '2026-04-10' as Day
    const ofFirst = [
      ['Google', 3],
      ['Direct / None', 2],
    ]
    const ofSecond = [['Bing', 4]]
    beforeAll(() =>
      engine.client.command({
        query: `INSERT INTO daily_stats (site_id, dimension, value, day, generation, visitors, events) VALUES
        (9, 'visit:source', 'Google', '2026-04-10', 7, 3, 5), (9, 'visit:source', '', '2026-04-10', 7, 2, 2),
        (9, 'visit:source', 'Bing', '2026-04-10', 8, 4, 4)`,
      }),
    )
    afterAll(() => engine.client.command({ query: 'TRUNCATE TABLE daily_stats' }))

    const sealedIn = (id: string): SealedDays => ({
      through: '2026-04-14' as Day,
      dirty: [],
      generations: new Map([[day, ['7', '8'].map(one => ({ id: one, isValid: one === id, events: 9 }))]]),
    })

    const sourcesIn = async (store: EventStore, first: string) => {
      const { rows } = await store.query({
        ...queryOf({
          metrics: ['visitors'],
          date_range: [first, '2026-04-14'],
          dimensions: ['visit:source'],
        }),
        siteId: 9 as SiteId,
      })
      return rows.map(({ dimensions, metrics }) => [...dimensions, ...metrics])
    }

    it('reads what is sealed once, until the seals change', async () => {
      let sealed = sealedIn('7')
      const store = openTestEventStore(engine, { sealedDays: async () => sealed })
      const query = vi.spyOn(engine.client, 'query')
      onTestFinished(() => query.mockRestore())
      const sources = (first: string) => sourcesIn(store, first)
      expect(await Promise.all([sources('2026-04-01'), sources('2026-04-10')])).toEqual([ofFirst, ofFirst])
      expect(await sources('2026-04-11')).toEqual([])
      expect(query.mock.calls.length).toBe(1)
      sealed = sealedIn('8')
      expect(await sources('2026-04-01')).toEqual(ofSecond)
      expect(query.mock.calls.length).toBe(2)
    })

    it('asks while the seals are read again, and once more when they have changed', async () => {
      const before = sealedIn('7')
      let sayNow: (sealed: SealedDays) => void = () => undefined
      const store = openTestEventStore(engine, {
        sealedDays: () =>
          new Promise(resolve => {
            sayNow = resolve
          }),
        sealedDaysBefore: () => before,
      })
      const query = vi.spyOn(engine.client, 'query')
      onTestFinished(() => query.mockRestore())
      const changed = sourcesIn(store, '2026-04-01')
      await expect.poll(() => query.mock.calls.length).toBe(1)
      sayNow(sealedIn('8'))
      expect(await changed).toEqual(ofSecond)
      expect(query.mock.calls.length).toBe(2)
      const unchanged = sourcesIn(store, '2026-04-01')
      await expect.poll(() => query.mock.calls.length).toBe(3)
      sayNow(before)
      expect(await unchanged).toEqual(ofFirst)
      expect(query.mock.calls.length).toBe(3)
    })
  })

  it('asks one by one for lists that are too heavy together', async () => {
    const { client } = engine
    const store = openTestEventStore(engine, { sealedDays: async () => NOTHING_SEALED })
    const query = vi.spyOn(client, 'query')
    onTestFinished(() => query.mockRestore())
    const tooLong = { message: 'Timeout exceeded', code: '159', type: 'TIMEOUT_EXCEEDED' }
    query.mockImplementationOnce(() => Promise.reject(new ClickHouseError(tooLong)))
    const answers = await Promise.all(
      ['visit:source', 'visit:country'].map(dimension =>
        store.query(
          queryOf({
            metrics: ['visitors'],
            date_range: ['2026-04-15', '2026-04-15'],
            dimensions: [dimension],
          }),
        ),
      ),
    )
    expect(answers.map(({ rows }) => rows)).toEqual([[], []])
    expect(query.mock.calls.length).toBe(3)
  })

  it('tells when days are asked for whose events have expired', async () => {
    const day = '2025-03-14' as Day
    const generations = new Map([[day, [{ id: '1', isValid: true, events: 3 }]]])
    const sealed = { through: '2026-04-14' as Day, dirty: [], generations }
    const store = openTestEventStore(engine, { sealedDays: async () => sealed })
    const asked = (filters: unknown[]) =>
      store.query(queryOf({ metrics: ['visits'], date_range: ['2025-03-01', '2026-04-15'], filters }))
    expect(await asked([['is', 'visit:country', ['FI', 'SE']]])).toMatchObject({
      expiredBefore: '2025-03-15',
    })
    expect(await asked([])).not.toHaveProperty('expiredBefore')
  })

  it('gives one row for a visitor, the latest, and none that is too old or does not look like one', async () => {
    const journal = await openJournal()
    const at = (timestampSeconds: number, siteId = 1) =>
      anEvent({ timestampSeconds, siteId: siteId as SiteId, day: '2033-05-18' as never })
    await journal.append([
      at(1_999_999_999, 2),
      at(2_000_000_001),
      at(2_000_000_001),
      at(2_000_000_003),
      at(2_000_000_002),
    ])
    await eventStore.insert({ journalId: journal.id, events: await journal.read(1, 5, 5) }, 'a')
    const latest = await latestEvents(2_000_000_000)
    expect(latest.map(({ timestampSeconds }) => timestampSeconds)).toEqual([2_000_000_002])
  })

  it('counts a sequence once that is there twice', async () => {
    const journal = await openJournal()
    await journal.append(somePages(6))
    const events = await journal.read(1, 4, 4)
    for (const token of ['a', 'b']) await eventStore.insert({ journalId: journal.id, events }, token)
    expect(await eventStore.countStored(journal.id, 1, 6)).toBe(4)
    expect(await eventStore.storedSequences(journal.id, 1, 6)).toEqual(new Set([1, 2, 3, 4]))
  })

  it('knows how far a journal is, by its rows or by its mark, whichever is later', async () => {
    const journal = await openJournal()
    expect(await eventStore.storedThrough(journal.id)).toBe(0)
    await journal.append(somePages(6))
    await eventStore.insert({ journalId: journal.id, events: await journal.read(1, 4, 4) }, 'c')
    expect(await eventStore.storedThrough(journal.id)).toBe(4)
    for (const through of [6, 5]) await eventStore.markStored(journal.id, through)
    expect(await eventStore.storedThrough(journal.id)).toBe(6)
    await journal.append(somePages(4))
    await eventStore.insert({ journalId: journal.id, events: await journal.read(7, 8, 4) }, 'd')
    expect(await eventStore.storedThrough(journal.id)).toBe(8)
  })

  it('knows of every journal how far it was, though its latest events are erased then', async () => {
    const journals = [await openJournal(), await openJournal()]
    for (const [index, journal] of journals.entries()) {
      await journal.append(somePages(4 + index))
      await eventStore.insert({ journalId: journal.id, events: await journal.read(1, 9, 9) }, `all-${index}`)
      await eventStore.markStored(journal.id, 1)
    }
    await eventStore.markAllStored()
    await engine.client.command({
      query: 'ALTER TABLE events DELETE WHERE sequence > 2 SETTINGS mutations_sync = 1',
    })
    expect(await Promise.all(journals.map(({ id }) => eventStore.storedThrough(id)))).toEqual([4, 5])
  })

  it('gives the keys of properties that events of a site and its days carried, most events first', async () => {
    const props = (...keys: readonly string[]) => Object.fromEntries(keys.map(key => [key, 'x']))
    await insertEvents(engine.client, [
      anEvent({ props: props('size', 'colour') }),
      anEvent({ props: props('size') }),
      anEvent({ props: props('of yesterday'), day: '2026-03-09' as Day }),
      anEvent({ props: props('of another site'), siteId: 2 as SiteId }),
    ])
    const today = '2026-03-10' as Day
    expect(await eventStore.propertyKeys(1 as SiteId, today, today, 100)).toEqual([
      { key: 'size', events: 2 },
      { key: 'colour', events: 1 },
    ])
    expect(await eventStore.propertyKeys(1 as SiteId, today, today, 1)).toEqual([{ key: 'size', events: 2 }])
  })

  it('gives the latest Idempotency-Keys, the oldest of them first', async () => {
    const journal = await openJournal()
    const hour = (hours: number) => 1_800_000_000 + hours * 3_600
    const keys = [0, 1, 2, 2].map((hours, index) => idempotencyKey('k', String(index), hour(hours)))
    await journal.append(keys.map(key => anEvent({ idempotencyKey: key })))
    await eventStore.insert({ journalId: journal.id, events: await journal.read(1, 9, 9) }, 'e')
    const rising = keys.toSorted((a, b) => Number(BigInt(a) - BigInt(b)))
    const least = leastIdempotencyKey(hour(0))
    expect(await eventStore.idempotencyKeys(least, 10)).toEqual(rising)
    expect(await eventStore.idempotencyKeys(least, 3)).toEqual(rising.slice(1))
  })

  it('stores thousands of events of 58 kB each that gathered while the engine was away', async () => {
    const journal = await openJournal(tempDirectory(), 1_024_000_000)
    const value = (seed: number): string =>
      Array.from({ length: 1_900 }, (_, index) =>
        String.fromCharCode(97 + ((index * 7 + seed * 13 + ((index * seed) % 11)) % 26)),
      ).join('')
    const values = Array.from({ length: 30 }, (_, seed) => value(seed))
    for (let round = 0; round < 50; round++) {
      const props = Object.fromEntries(values.map((text, index) => [`k${index}`, `${round}-${text}`]))
      await journal.append(somePages(40, round * 40).map(event => ({ ...event, props })))
    }
    const sent: number[] = []
    const store: EventStore = {
      ...eventStore,
      insert(batch, ...rest) {
        sent.push(batch.events.reduce((sum, { record }) => sum + record.length, 0))
        return eventStore.insert(batch, ...rest)
      },
    }
    const { writer, told } = await startTestWriter(journal, store)
    await writer.drain(90_000)
    await writer.close()
    expect(await eventStore.countStored(journal.id, 1, 2_000)).toBe(2_000)
    expect(Math.max(...sent)).toBeLessThan(8_000_001)
    expect(told['delayed']).toBeUndefined()
  }, 180_000)

  it('is not sent again what an owner has erased, though inserts fail afterwards', async () => {
    const journal = await openJournal()
    let failures = 0
    const store: EventStore = {
      ...eventStore,
      insert: (...batch) =>
        failures-- > 0 ? Promise.reject(new Error('reset')) : eventStore.insert(...batch),
    }
    const { writer } = await startTestWriter(journal, store, { pace: { markMs: 1 } })
    await journal.append(somePages(100))
    await writer.drain(10_000)
    while ((await markOf(journal.id)) < 100) await new Promise(resolve => setTimeout(resolve, 10))
    await engine.client.command({
      query:
        'ALTER TABLE events DELETE WHERE journal_id = {journal:UInt64} AND sequence > 50 SETTINGS mutations_sync = 1',
      query_params: { journal: journal.id },
    })
    failures = 1
    await journal.append(somePages(1, 100))
    await writer.drain(10_000)
    await writer.close()
    expect(await eventStore.countStored(journal.id, 1, 101)).toBe(51)
  })

  async function markOf(journalId: string): Promise<number> {
    const answer = await engine.client.query({
      query:
        'SELECT toFloat64(max(stored_through)) AS mark FROM journal_marks WHERE journal_id = {journal:UInt64}',
      query_params: { journal: journalId },
      format: 'JSONEachRow',
    })
    return (await answer.json<{ mark: number }>())[0]?.mark ?? 0
  }
})
