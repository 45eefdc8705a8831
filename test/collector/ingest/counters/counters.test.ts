import { describe, expect, it } from 'vitest'
import type { DailyCount, NetworkCount } from '../../../../collector/core/event/daily-count.ts'
import type { Day, SiteId, TruncatedNetwork } from '../../../../collector/core/ids.ts'
import { openBoundedNames } from '../../../../collector/ingest/counters/bounded-names.ts'
import { openDailyCounter } from '../../../../collector/ingest/counters/daily-counter.ts'
import { openNetworkCounter } from '../../../../collector/ingest/counters/network-counter.ts'

const SITE = 1 as SiteId
const DAY = '2026-03-10' as Day
const NEXT_DAY = '2026-03-11' as Day

describe('openBoundedNames', () => {
  it('knows so many names per site, day and list, and calls all later ones other', () => {
    const names = openBoundedNames(2)
    const bound = (name: string, list = 'source', site = SITE, day = DAY) =>
      names.bound(site, day, list, name)
    expect(['a', 'b', 'c', 'a', 'd'].map(name => bound(name))).toEqual(['a', 'b', '(other)', 'a', '(other)'])
    expect(bound('c', 'referrer')).toBe('c')
    expect(bound('c', 'source', 2 as SiteId)).toBe('c')
    expect(bound('c', 'source', SITE, NEXT_DAY)).toBe('c')
  })

  it('is not emptied by an event of an earlier day', () => {
    const names = openBoundedNames(1)
    names.bound(SITE, NEXT_DAY, 'source', 'a')
    names.bound(SITE, DAY, 'source', 'b')
    expect(names.bound(SITE, NEXT_DAY, 'source', 'c')).toBe('(other)')
  })
})

describe('openDailyCounter', () => {
  it('adds up by reason and name, and stores each count once, also when storing fails half-way', async () => {
    const stored: { token: string; counts: readonly DailyCount[] }[] = []
    let isBroken = true
    const counter = openDailyCounter({
      async addDailyCounts(counts, token) {
        stored.push({ token, counts })
        if (isBroken) throw new Error('away')
      },
    })
    counter.add(SITE, DAY, 'bot', 'Googlebot')
    counter.add(SITE, DAY, 'bot', 'Googlebot')
    counter.add(SITE, DAY, 'prefetch', '')
    await expect(counter.flush()).rejects.toThrow('away')
    counter.add(SITE, DAY, 'bot', 'Googlebot')
    expect(counter.pending(SITE, DAY).reduce((sum, { count }) => sum + count, 0)).toBe(4)
    isBroken = false
    await counter.flush()
    await counter.flush()
    expect(counter.pending(SITE, DAY)).toEqual([])
    // The repeated batch is the same under the same token, so that the store takes it once.
    expect(stored[1]).toEqual(stored[0])
    expect(new Set(stored.map(({ token }) => token)).size).toBe(2)
    const once = new Map(stored.map(({ token, counts }) => [token, counts]))
    const sum = [...once.values()].flat().reduce((total, { count }) => total + count, 0)
    expect(sum).toBe(4)
  })

  it('tells 200 names of a reason apart', async () => {
    const batches: (readonly DailyCount[])[] = []
    const counter = openDailyCounter({ addDailyCounts: async counts => void batches.push(counts) })
    for (let bot = 0; bot < 300; bot++) counter.add(SITE, DAY, 'bot', `Bot ${bot}`)
    await counter.flush()
    expect(batches[0]).toHaveLength(201)
    expect(batches[0]?.find(({ name }) => name === '(other)')?.count).toBe(100)
  })
})

describe('openNetworkCounter', () => {
  it('counts events of a truncated network, written with its length', async () => {
    const batches: (readonly NetworkCount[])[] = []
    const counter = openNetworkCounter({ addNetworkCounts: async counts => void batches.push(counts) })
    counter.add(SITE, DAY, '203.0.113.0' as TruncatedNetwork, 1)
    counter.add(SITE, DAY, '203.0.113.0' as TruncatedNetwork, 2)
    counter.add(SITE, DAY, '2001:db8:1::' as TruncatedNetwork, 1)
    await counter.flush()
    expect(batches).toEqual([
      [
        { siteId: SITE, day: DAY, network: '203.0.113.0/24', count: 3 },
        { siteId: SITE, day: DAY, network: '2001:db8:1::/48', count: 1 },
      ],
    ])
  })
})
