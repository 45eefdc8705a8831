import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDirectory } from '../../../collector/accounts/directory.ts'
import type { Day } from '../../../collector/core/ids.ts'
import type { Site } from '../../../collector/core/ports.ts'
import { openErasure } from '../../../collector/sealing/erasure.ts'
import { openSealer } from '../../../collector/sealing/sealer.ts'
import { openRemovals } from '../../../collector/storage/removals.ts'
import { openSealStore } from '../../../collector/storage/sealing/seal-store.ts'
import { openSettingsStore } from '../../../collector/storage/settings/settings-store.ts'
import { openSiteData } from '../../../collector/storage/site-data.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { openTestEventStore } from '../../support/event-store.ts'
import { insertEvents } from '../../support/insert-events.ts'
import { aVisit } from '../../support/visits.ts'

const NOW = Date.parse('2026-03-13T10:00:00Z') / 1_000
const DAY = '2026-03-11' as Day

describe('erasing removed sites', () => {
  let engine: TestEngine
  let sites: readonly [left: Site, removed: Site, reset: Site]
  const nowSeconds = (): number => NOW
  beforeAll(async () => {
    engine = await openTestEngine()
  })
  afterAll(() => engine.close())

  /** Rows of every table that has a site, by site. */
  async function rowsBySite(): Promise<Record<string, Record<string, number>>> {
    const tables = await ask<{ table: string }>(
      "SELECT table FROM system.columns WHERE database = currentDatabase() AND name = 'site_id' ORDER BY table",
    )
    const counts: Record<string, Record<string, number>> = {}
    for (const { table } of tables) {
      if (['memberships', 'invitations', 'api_keys'].includes(table)) continue
      const rows = await ask<{ site_id: number; rows: number }>(
        `SELECT site_id, toUInt32(count()) AS rows FROM ${table} GROUP BY site_id`,
      )
      for (const row of rows) counts[row.site_id] = { ...counts[row.site_id], [table]: row.rows }
    }
    return counts
  }

  async function ask<Row>(query: string): Promise<Row[]> {
    const answer = await engine.client.query({ query, format: 'JSONEachRow' })
    return answer.json<Row>()
  }

  async function count(site: Site): Promise<void> {
    await insertEvents(engine.client, [
      ...aVisit({ site, day: DAY, visitor: 1, steps: ['10:00 /', '10:01 /a'] }),
      ...aVisit({ site, day: DAY, visitor: 2, steps: ['10:00 /', '10:05 ~/'] }),
    ])
    const store = openTestEventStore(engine)
    // Networks are kept for a week only.
    const today = new Date().toISOString().slice(0, 10) as Day
    await store.addDailyCounts(
      [{ siteId: site.id, day: DAY, reason: 'bot', name: 'x', count: 3 }],
      `c${site.id}`,
    )
    await store.addNetworkCounts(
      [{ siteId: site.id, day: today, network: '192.0.2.0/24', count: 3 }],
      `n${site.id}`,
    )
    await openRemovals(engine.client).note({
      siteId: site.id,
      userId: 'u1',
      removedAtSeconds: NOW,
      filters: [],
      firstDay: DAY,
      lastDay: DAY,
      events: 1,
    })
  }

  it('leaves nothing of them in any table, and everything of the others', async () => {
    const directory = await openDirectory({ settings: openSettingsStore(engine.client), nowSeconds })
    const add = async (domain: string): Promise<Site> => {
      const site = await directory.addSite({ domain, timezone: 'Europe/Helsinki' })
      if (site === undefined) throw new Error('no site')
      await count(site)
      return site
    }
    sites = [await add('left.example'), await add('removed.example'), await add('reset.example')]
    const [left, removed, reset] = sites
    const sealer = await openSealer({
      store: openSealStore(engine.client, () => 0),
      sites: directory.sites,
      nowSeconds,
      isStoredUntil: () => true,
    })
    await sealer.sealDue()
    const before = await rowsBySite()
    expect(Object.keys(before)).toEqual([left, removed, reset].map(({ id }) => String(id)))
    expect(Object.keys(before[removed.id] ?? {})).toEqual([
      'daily_counts',
      'daily_stats',
      'events',
      'hourly_stats',
      'networks',
      'removals',
      'sealed_visits',
      'seals',
    ])

    let marks = 0
    const erased: number[] = []
    const erasure = openErasure({
      store: openSiteData(engine.client),
      markStored: async () => void marks++,
      onErased: sites => erased.push(sites.length),
    })
    expect(await erasure.eraseGone()).toBe(0)
    await directory.removeSite(removed)
    const fresh = await directory.resetSite(reset.id)
    expect(await erasure.eraseGone()).toBe(2)
    expect(await rowsBySite()).toEqual({ [left.id]: before[left.id] })
    expect(await erasure.eraseGone()).toBe(0)
    expect([marks, erased]).toEqual([2, [2]])
    expect(directory.siteByDomain('reset.example')).toEqual({
      ...reset,
      id: fresh?.id,
      createdAtSeconds: NOW,
    })
  }, 60_000)

  it('erases what was on its way when the site was removed', async () => {
    const erasure = openErasure({
      store: openSiteData(engine.client),
      markStored: async () => undefined,
      onErased: () => undefined,
    })
    const [left, removed] = sites
    await insertEvents(engine.client, aVisit({ site: removed, day: DAY, visitor: 9, steps: ['11:00 /'] }))
    expect(await erasure.eraseGone()).toBe(1)
    expect(Object.keys(await rowsBySite())).toEqual([String(left.id)])
  })
})
