import fc from 'fast-check'
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
  const FINNISH = '203.0.113.0' as TruncatedNetwork
  const SWEDISH = '2001:db8:1::' as TruncatedNetwork
  const open = (failing: { times: number } = { times: 0 }) => {
    const batches = new Map<string, readonly NetworkCount[]>()
    const counter = openNetworkCounter({
      async addNetworkCounts(counts, token) {
        batches.set(token, batches.get(token) ?? counts)
        if (failing.times-- > 0) throw new Error('away')
      },
    })
    return { counter, stored: () => [...batches.values()].flat() }
  }

  it('counts events of a truncated network, written with its length', async () => {
    const { counter, stored } = open()
    counter.add(SITE, DAY, FINNISH, 1)
    counter.add(SITE, DAY, FINNISH, 2)
    counter.add(SITE, DAY, SWEDISH, 1)
    await counter.flush()
    expect(stored()).toEqual([
      { siteId: SITE, day: DAY, network: '203.0.113.0/24', count: 3 },
      { siteId: SITE, day: DAY, network: '2001:db8:1::/48', count: 1 },
    ])
  })

  it('counts by site and day, also what an import sends of a day before', async () => {
    const { counter, stored } = open()
    const other = 2 as SiteId
    counter.add(SITE, DAY, FINNISH, 1)
    counter.add(SITE, NEXT_DAY, FINNISH, 1)
    counter.add(SITE, DAY, FINNISH, 1)
    counter.add(other, DAY, FINNISH, 1)
    await counter.flush()
    expect(new Set(stored().map(({ siteId, day }) => `${siteId} ${day}`)).size).toBe(3)
    const sum = (siteId: SiteId, day: Day) =>
      stored()
        .filter(count => count.siteId === siteId && count.day === day)
        .reduce((total, { count }) => total + count, 0)
    expect([sum(SITE, DAY), sum(SITE, NEXT_DAY), sum(other, DAY)]).toEqual([2, 1, 1])
  })

  it('stores each count once, whatever fails between', async () => {
    const step = fc.oneof(
      fc.record({
        day: fc.constantFrom(DAY, NEXT_DAY),
        network: fc.constantFrom(FINNISH, SWEDISH),
        count: fc.integer({ min: 1, max: 9 }),
      }),
      fc.constant('flush' as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.nat(4), async (steps, times) => {
        const { counter, stored } = open({ times })
        let expected = 0
        for (const next of steps) {
          if (next === 'flush') await counter.flush().catch(() => undefined)
          else {
            counter.add(SITE, next.day, next.network, next.count)
            expected += next.count
          }
        }
        for (let last = 0; last < 8; last++) await counter.flush().catch(() => undefined)
        expect(stored().reduce((total, { count }) => total + count, 0)).toBe(expected)
      }),
    )
  })

  it('tells 20,000 networks of a site and day apart', async () => {
    const { counter, stored } = open()
    for (let first = 0; first < 101; first++) {
      for (let second = 0; second < 200; second++) {
        counter.add(SITE, DAY, `10.${first}.${second}.0` as TruncatedNetwork, 1)
      }
    }
    await counter.flush()
    expect(stored()).toHaveLength(20_001)
    expect(stored().find(({ network }) => network === '(other)')?.count).toBe(200)
  })
})
