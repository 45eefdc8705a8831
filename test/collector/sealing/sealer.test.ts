import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { AnalyticsEvent } from '../../../collector/core/event/analytics-event.ts'
import { encodeRecord } from '../../../collector/core/event/event-record.ts'
import type { Day, SiteId } from '../../../collector/core/ids.ts'
import { planQuery } from '../../../collector/core/planning/plan-query.ts'
import type { EventStore, SealStore, Site } from '../../../collector/core/ports.ts'
import type { ResultRow } from '../../../collector/core/query/query.ts'
import { openSealer, type Sealer } from '../../../collector/sealing/sealer.ts'
import { watchedStore } from '../../../collector/sealing/watched-store.ts'
import { openSealStore } from '../../../collector/storage/sealing/seal-store.ts'
import { referenceAnswer } from '../../reference/reference-answer.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { openTestEventStore } from '../../support/event-store.ts'
import { aSite } from '../../support/events.ts'
import { askAsPlanned, queryOf } from '../../support/queries.ts'
import { isSealed } from '../../support/sealed-days.ts'
import { aVisit } from '../../support/visits.ts'

const NOON = Date.parse('2026-03-13T10:00:00Z') / 1_000
const helsinki = aSite({ id: 1 as SiteId })
const auckland = aSite({ id: 2 as SiteId, domain: 'example.nz', timezone: 'Pacific/Auckland' })
const day = (text: string) => text as Day
/** The database notes its own clock. */
const anHourFromNow = () => Math.floor(Date.now() / 1_000) + 3_600

function visitsOn(site: Site, date: string, visitors: number): AnalyticsEvent[] {
  return Array.from({ length: visitors }, (_, index) =>
    aVisit({ site, day: date, visitor: index + 1, steps: ['10:00 /', '10:01 /a'] }),
  ).flat()
}

describe('the sealer', () => {
  let engine: TestEngine
  let store: SealStore
  let events: EventStore
  let sequence = 0
  let nowSeconds = NOON
  let storedUntil = Number.POSITIVE_INFINITY
  /** A clock for what is remembered of seals: every look at it is much later. */
  let nowMs = 0

  beforeEach(async () => {
    engine = await openTestEngine()
    store = openSealStore(engine.client, () => (nowMs += 60_000))
    events = openTestEventStore(engine, store)
    sequence = 0
    nowSeconds = NOON
    storedUntil = Number.POSITIVE_INFINITY
  })
  afterEach(() => engine.close())

  const openOver = (sealStore = store): Promise<Sealer> =>
    openSealer({
      store: sealStore,
      sites: () => [helsinki, auckland],
      nowSeconds: () => nowSeconds,
      isStoredUntil: seconds => seconds <= storedUntil,
    })

  /** Stores events as the writer does. */
  async function insert(sealer: Sealer, added: readonly AnalyticsEvent[]): Promise<void> {
    const journalled = added.map(event => ({
      sequence: ++sequence,
      record: Buffer.from(encodeRecord(event)),
    }))
    await watchedStore(events, sealer.changes).insert(
      { journalId: '7', events: journalled },
      `token-${sequence}`,
    )
  }

  async function pageviews(
    site: Site,
    from: string,
    to: string,
  ): Promise<{ rows: readonly ResultRow[]; sources: string[] }> {
    const query = queryOf(
      { metrics: ['visitors', 'pageviews'], date_range: [from, to], dimensions: ['time:day'] },
      site,
      '2026-03-13T10:00:00Z',
    )
    const sealed = await store.sealedDays(site.id)
    const plan = planQuery(query, sealed)
    const { rows } = await askAsPlanned(engine.client, plan, sealed)
    return { rows, sources: [...new Set(plan.parts.map(({ source }) => source))] }
  }

  test('seals every day that is over at its site, and today is read from events', async () => {
    const sealer = await openOver()
    const all = [
      ...visitsOn(helsinki, '2026-03-11', 2),
      ...visitsOn(helsinki, '2026-03-13', 1),
      ...visitsOn(auckland, '2026-03-12', 3),
    ]
    await insert(sealer, all)
    expect(await sealer.sealDue()).toEqual({ days: 2, events: 10 })
    expect((await store.sealedDays(helsinki.id)).through).toBe('2026-03-12')
    expect((await store.sealedDays(auckland.id)).through).toBe('2026-03-12')
    const answer = await pageviews(helsinki, '2026-03-10', '2026-03-13')
    expect(answer.sources).toEqual(['daily_stats', 'events'])
    const query = queryOf(
      {
        metrics: ['visitors', 'pageviews'],
        date_range: ['2026-03-10', '2026-03-13'],
        dimensions: ['time:day'],
      },
      helsinki,
    )
    expect(answer.rows).toEqual(referenceAnswer(all, query))
    expect(await sealer.sealDue()).toEqual({ days: 0, events: 0 })
  })

  test.each([
    { why: 'a few minutes after midnight', at: '2026-03-12T22:04:00Z', through: '2026-03-11' },
    { why: 'later', at: '2026-03-12T22:06:00Z', through: '2026-03-12' },
  ])('waits for what came just before midnight: $why', async ({ at, through }) => {
    const sealer = await openOver()
    await insert(sealer, visitsOn(helsinki, '2026-03-12', 1))
    nowSeconds = Date.parse(at) / 1_000
    await sealer.sealDue()
    expect((await store.sealedDays(helsinki.id)).through).toBe(through)
  })

  test.each([
    { until: '2026-03-11T21:00:00Z', through: undefined },
    { until: '2026-03-12T21:00:00Z', through: '2026-03-11' },
  ])(
    'waits while events of the day are still in the journal: stored until $until',
    async ({ until, through }) => {
      const sealer = await openOver()
      await insert(sealer, visitsOn(helsinki, '2026-03-12', 1))
      storedUntil = Date.parse(until) / 1_000
      await sealer.sealDue()
      expect((await store.sealedDays(helsinki.id)).through).toBe(through)
    },
  )

  test('reads a day from its events as soon as one comes late, and seals it again', async () => {
    const sealer = await openOver()
    await insert(sealer, visitsOn(helsinki, '2026-03-11', 2))
    await sealer.sealDue()
    await insert(sealer, visitsOn(helsinki, '2026-03-11', 3).slice(4))
    // An empty day is sealed, too, and may get its first event later.
    await insert(sealer, visitsOn(helsinki, '2026-03-10', 1))
    expect((await store.sealedDays(helsinki.id)).dirty).toEqual(['2026-03-10', '2026-03-11'])
    const late = await pageviews(helsinki, '2026-03-10', '2026-03-12')
    const rows = [
      { dimensions: ['2026-03-10'], metrics: [1, 2] },
      { dimensions: ['2026-03-11'], metrics: [3, 6] },
    ]
    expect(late).toEqual({ rows, sources: ['events'] })
    expect(await sealer.sealDue()).toEqual({ days: 2, events: 8 })
    expect(await pageviews(helsinki, '2026-03-10', '2026-03-12')).toEqual({ rows, sources: ['daily_stats'] })
  })

  test('leaves a day dirty that changed while it was being sealed', async () => {
    const sealing = new AbortController()
    const mayGoOn = new AbortController()
    const aborted = (signal: AbortSignal) => (signal.aborted ? undefined : once(signal, 'abort'))
    const slow: SealStore = {
      ...store,
      async seal(days) {
        sealing.abort()
        await aborted(mayGoOn.signal)
        await store.seal(days)
      },
    }
    const sealer = await openOver(slow)
    await insert(sealer, visitsOn(helsinki, '2026-03-11', 1))
    const run = sealer.sealDue()
    await aborted(sealing.signal)
    await insert(sealer, visitsOn(helsinki, '2026-03-11', 2).slice(2))
    mayGoOn.abort()
    await run
    expect(isSealed(await store.sealedDays(helsinki.id), day('2026-03-11'))).toBe(false)
    expect((await pageviews(helsinki, '2026-03-11', '2026-03-11')).rows).toEqual([
      { dimensions: ['2026-03-11'], metrics: [2, 4] },
    ])
  })

  test('does not seal a day into which an insert is on its way', async () => {
    const sealer = await openOver()
    await insert(sealer, visitsOn(helsinki, '2026-03-11', 1))
    const change = await sealer.changes.begin([{ siteId: helsinki.id, day: day('2026-03-11') }])
    await sealer.sealDue()
    expect((await store.sealedDays(helsinki.id)).through).toBeUndefined()
    change.done()
    await sealer.sealDue()
    expect(isSealed(await store.sealedDays(helsinki.id), day('2026-03-11'))).toBe(true)
  })

  test('goes on where it was interrupted', async () => {
    const sealer = await openOver()
    await insert(sealer, [...visitsOn(helsinki, '2026-03-10', 1), ...visitsOn(auckland, '2026-03-10', 1)])
    const stop = new AbortController()
    // Sites of two time zones are two chunks.
    expect(await sealer.sealDue({ signal: stop.signal, onProgress: () => stop.abort() })).toMatchObject({
      days: 1,
    })
    const after = await openOver()
    expect(await after.sealDue()).toMatchObject({ days: 1 })
    expect((await store.sealedDays(auckland.id)).through).toBe('2026-03-12')
  })

  test('asks nothing anew of sealed days that have not changed, and everything once they have', async () => {
    const sealer = await openOver()
    await insert(sealer, visitsOn(helsinki, '2026-03-10', 2))
    await sealer.sealDue()
    const queries = vi.spyOn(engine.client, 'query')
    onTestFinished(() => queries.mockRestore())
    const asked = async (): Promise<readonly string[]> => {
      const body = { metrics: ['visits'], date_range: ['2026-03-09', '2026-03-11'] }
      queries.mockClear()
      expect((await events.query(queryOf(body, helsinki, '2026-03-13T10:00:00Z'))).rows).toMatchObject([
        { metrics: [visits] },
      ])
      return queries.mock.calls.map(([{ query }]) => /FROM (\w+)/.exec(query)?.[1] ?? '')
    }
    let visits = 2
    expect(await asked()).toEqual(['seals', 'daily_stats'])
    // Only whether anything was sealed since.
    expect(await asked()).toEqual(['seals'])
    await insert(sealer, visitsOn(helsinki, '2026-03-11', 3))
    visits = 5
    expect(await asked()).toEqual(['seals', 'daily_stats', 'events'])
    await sealer.sealDue()
    expect(await asked()).toEqual(['seals', 'daily_stats'])
  })

  test('removes what was superseded, some minutes later', async () => {
    const sealer = await openOver()
    await insert(sealer, [...visitsOn(helsinki, '2026-03-10', 1), ...visitsOn(helsinki, '2026-03-11', 2)])
    await sealer.sealDue()
    await insert(sealer, visitsOn(helsinki, '2026-03-11', 3).slice(4))
    await sealer.sealDue()
    const visits = async () => {
      const answer = await engine.client.query({
        query: 'SELECT count() AS visits FROM sealed_visits',
        format: 'JSONEachRow',
      })
      return Number((await answer.json<{ visits: string }>())[0]?.visits)
    }
    expect(await visits()).toBe(1 + 2 + 3)
    expect(await store.removeSuperseded(anHourFromNow())).toBe(1)
    expect(await visits()).toBe(1 + 3)
    expect(await store.removeSuperseded(anHourFromNow())).toBe(0)
    expect((await pageviews(helsinki, '2026-03-10', '2026-03-12')).rows).toHaveLength(2)
  })

  test('leaves few parts behind, and the same figures in them', async () => {
    // The database's own merges are held back by their size, merges on demand are not.
    for (const table of ['sealed_visits', 'daily_stats', 'hourly_stats']) {
      const query = `ALTER TABLE ${table} MODIFY SETTING max_bytes_to_merge_at_max_space_in_pool = 1`
      await engine.client.command({ query })
    }
    const sealer = await openOver()
    await insert(
      sealer,
      Array.from({ length: 8 }, (_, day) => visitsOn(helsinki, `2026-03-0${day + 1}`, day + 1)).flat(),
    )
    const figures = () => pageviews(helsinki, '2026-03-01', '2026-03-08')
    const before = await figures()
    const parts = async () => {
      const query = `SELECT max(parts) AS most FROM (SELECT count() AS parts FROM system.parts
WHERE active AND table IN ('sealed_visits', 'daily_stats', 'hourly_stats') GROUP BY table, partition_id)`
      const answer = await engine.client.query({ query, format: 'JSONEachRow' })
      return Number((await answer.json<{ most: string }>())[0]?.most)
    }
    const most: number[] = []
    for (let day = 2; day <= 9; day++) {
      nowSeconds = Date.parse(`2026-03-0${day}T10:00:00Z`) / 1_000
      await sealer.sealDue()
      most.push(await parts())
    }
    expect(most).toEqual([1, 2, 3, 4, 5, 1, 2, 3])
    nowSeconds = NOON
    expect(await figures()).toMatchObject({ rows: before.rows, sources: ['daily_stats'] })
  })

  test('keeps no id of anybody', async () => {
    const sealer = await openOver()
    await insert(sealer, visitsOn(helsinki, '2026-03-11', 2))
    await sealer.sealDue()
    for (const table of ['sealed_visits', 'daily_stats', 'hourly_stats']) {
      const answer = await engine.client.query({ query: `SELECT * FROM ${table}`, format: 'TabSeparated' })
      const text = await answer.text()
      expect(text).not.toBe('')
      expect(text).not.toContain(visitsOn(helsinki, '2026-03-11', 1)[0]?.visitorId)
    }
  })
})
