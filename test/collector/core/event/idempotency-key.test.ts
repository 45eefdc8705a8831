import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  idempotencyKey,
  leastIdempotencyKey,
  partsOfIdempotencyKey,
} from '../../../../collector/core/event/idempotency-key.ts'

const NOW = Date.parse('2026-03-10T10:00:00Z') / 1_000

describe('idempotencyKey', () => {
  it('is the same digest for the same caller and key at any time, and another for any other', () => {
    const words = fc.tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 60 }))
    fc.assert(
      fc.property(words, words, fc.nat(1_000_000), (one, other, later) => {
        const digest = ([caller, text]: [string, string], at: number) =>
          partsOfIdempotencyKey(idempotencyKey(caller, text, at)).digest
        expect(digest(one, NOW)).toBe(digest(one, NOW + later))
        if (one.join(' ') !== other.join(' ')) expect(digest(one, NOW)).not.toBe(digest(other, NOW))
      }),
    )
  })

  it('sorts by the hour of receipt, so that the last 24 hours are a range', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(3 * 86_400), (text, age) => {
        const isRecent = BigInt(idempotencyKey('k', text, NOW - age)) >= BigInt(leastIdempotencyKey(NOW))
        expect(isRecent).toBe(Math.floor(NOW / 3_600) - Math.floor((NOW - age) / 3_600) <= 24)
      }),
    )
  })

  it('fits into 64 bits until 2089', () => {
    expect(BigInt(idempotencyKey('k', 'x', Date.parse('2089-01-01T00:00:00Z') / 1_000))).toBeLessThan(
      2n ** 64n,
    )
  })
})
