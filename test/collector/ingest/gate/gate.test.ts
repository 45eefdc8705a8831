import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SiteId, TruncatedNetwork } from '../../../../collector/core/ids.ts'
import { openGate } from '../../../../collector/ingest/gate/gate.ts'
import { openTokenBuckets } from '../../../../collector/ingest/gate/token-buckets.ts'

describe('openTokenBuckets', () => {
  it('never lets more through than the burst and what the rate has filled up since, however it is asked', () => {
    const asks = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(500)), { maxLength: 200 })
    fc.assert(
      fc.property(asks, fc.nat(2 ** 32 - 1), (steps, seed) => {
        const buckets = openTokenBuckets(50, 100, seed)
        let nowMs = 0
        let taken = 0
        for (const [tokens, pause] of steps) {
          nowMs += pause
          if (buckets.take('a', tokens, nowMs)) taken += tokens
          expect(taken).toBeLessThanOrEqual(100 + 0.05 * nowMs + 1e-6)
        }
      }),
    )
  })

  it('lets everything through that stays below the rate', () => {
    const buckets = openTokenBuckets(50, 100, 1)
    for (let second = 0; second < 1_000; second++) {
      expect(buckets.take('a', 50, second * 1_000)).toBe(true)
    }
  })

  it('is not widened by a clock that goes backwards', () => {
    const buckets = openTokenBuckets(1, 10, 1)
    expect(buckets.take('a', 10, 100_000)).toBe(true)
    expect(buckets.take('a', 1, 50_000)).toBe(false)
    expect(buckets.take('a', 1, 50_500)).toBe(false)
  })
})

describe('openGate', () => {
  it('refuses one network or site that sends too much, and nearly no other', () => {
    let nowMs = 0
    const gate = openGate({ networkRate: 100, siteRate: 5_000, nowMs: () => nowMs })
    const flood = '203.0.113.0' as TruncatedNetwork
    let refused = 0
    for (let sent = 0; sent < 50_000; sent++) {
      nowMs += 0.02
      if (!gate.admitsNetwork(flood, 1)) refused++
    }
    // A second of 50,000: the burst of 1,000 and 100 more get in.
    expect(50_000 - refused).toBeLessThanOrEqual(1_101)
    const others = Array.from({ length: 10_000 }, (_, i) => `10.${i >> 8}.${i & 255}.0` as TruncatedNetwork)
    expect(others.filter(network => !gate.admitsNetwork(network, 1)).length).toBeLessThanOrEqual(3)
    expect(gate.admitsSite(1 as SiteId, 1_000)).toBe(true)
  })

  it('takes an array of 1,000 from a network at rest, whatever the rate', () => {
    const gate = openGate({ networkRate: 1, siteRate: 1, nowMs: () => 0 })
    expect(gate.admitsNetwork('203.0.113.0' as TruncatedNetwork, 1_000)).toBe(true)
    expect(gate.admitsSite(1 as SiteId, 1_000)).toBe(true)
    expect(gate.admitsNetwork('203.0.113.0' as TruncatedNetwork, 1)).toBe(false)
  })
})
