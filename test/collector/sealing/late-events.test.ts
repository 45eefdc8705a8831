import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Day, SiteId } from '../../../collector/core/ids.ts'
import type { SealStore } from '../../../collector/core/ports.ts'
import { openLateEvents } from '../../../collector/sealing/late-events.ts'
import { openSealer, type Sealer } from '../../../collector/sealing/sealer.ts'
import { openSealStore } from '../../../collector/storage/sealing/seal-store.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { aSite } from '../../support/events.ts'
import { insertEvents } from '../../support/insert-events.ts'
import { aVisit } from '../../support/visits.ts'

const NOON = Date.parse('2026-03-13T10:00:00Z') / 1_000
const site = aSite({ id: 1 as SiteId })
const day = (text: string) => text as Day
const on = (text: string) => ({ siteId: site.id, day: day(text) })

describe('events that one collector stores while another one seals', () => {
  let engine: TestEngine
  let store: SealStore
  let sealer: Sealer
  let now = NOON
  let nowMs = 0
  beforeAll(async () => {
    engine = await openTestEngine()
  })
  afterAll(() => engine.close())
  beforeEach(async () => {
    now = NOON
    for (const table of ['events', 'seals', 'sealed_visits', 'daily_stats'])
      await engine.client.command({ query: `TRUNCATE TABLE ${table}` })
    store = openSealStore(engine.client, () => (nowMs += 60_000))
    sealer = await open()
  })

  const open = (): Promise<Sealer> =>
    openSealer({ store, sites: () => [site], nowSeconds: () => now, isStoredUntil: () => true })

  const lateEvents = (over: Pick<SealStore, 'markDirty' | 'latestGeneration'> = store) =>
    openLateEvents({
      store: over,
      siteById: id => (id === site.id ? site : undefined),
      nowSeconds: () => now,
    })

  const storeVisit = (visitor: number): Promise<unknown> =>
    insertEvents(engine.client, aVisit({ site, day: '2026-03-12', visitor, steps: ['10:00 /'] }))

  /** Events that the sealed rows of yesterday hold. */
  async function sealedEvents(): Promise<number | undefined> {
    const { generations } = await store.sealedDays(site.id)
    return generations.get(day('2026-03-12'))?.find(({ isValid }) => isValid)?.events
  }

  it('are sealed anew after a while, and read from events until then', async () => {
    await storeVisit(1)
    await sealer.sealDue()
    await lateEvents().begin([on('2026-03-12')])
    await storeVisit(2)
    await sealer.sealDue()
    expect([await sealedEvents(), (await store.sealedDays(site.id)).dirty]).toEqual([1, ['2026-03-12']])
    now += 1_260
    await sealer.sealDue()
    expect([await sealedEvents(), (await store.sealedDays(site.id)).dirty]).toEqual([2, []])
  })

  it('are not lost to a seal that began before they were stored and ended after it', async () => {
    await storeVisit(1)
    await lateEvents().begin([on('2026-03-12')])
    // The other collector's first seal of this day, which does not see the second visit.
    now += 30
    await sealer.sealDue()
    await storeVisit(2)
    expect((await store.sealedDays(site.id)).dirty).toEqual(['2026-03-12'])
    now += 1_260
    await sealer.sealDue()
    expect(await sealedEvents()).toBe(2)
  })

  it('are not lost to a sealer that was started meanwhile', async () => {
    await storeVisit(1)
    await sealer.sealDue()
    await lateEvents().begin([on('2026-03-12')])
    await (await open()).sealAgain({ sites: [site.id], from: undefined, to: undefined })
    expect((await store.sealedDays(site.id)).dirty).toEqual(['2026-03-12'])
  })

  it('mark a day though the sealer’s clock is an hour ahead', async () => {
    await storeVisit(1)
    now += 3_600
    await sealer.sealDue()
    now -= 3_600
    await lateEvents().begin([on('2026-03-12')])
    expect((await store.sealedDays(site.id)).dirty).toEqual(['2026-03-12'])
  })

  it('mark days that are over at their site, once in ten minutes, and no others', async () => {
    const marks: string[] = []
    const late = lateEvents({
      latestGeneration: async () => '0',
      markDirty: async days => void marks.push(...days.map(one => `${one.siteId} ${one.day}`)),
    })
    const all = [
      on('2026-03-12'),
      on('2026-03-13'),
      on('2024-01-01'),
      { siteId: 9 as SiteId, day: day('2026-03-12') },
    ]
    for (let times = 0; times < 3; times++) await late.begin(all)
    expect(marks).toEqual(['1 2026-03-12'])
    now += 601
    await late.begin(all)
    expect(marks).toHaveLength(2)
  })
})
