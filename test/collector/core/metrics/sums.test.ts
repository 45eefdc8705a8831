import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSums, COMPONENTS, NO_SUMS, type Sums } from '../../../../collector/core/metrics/components.ts'
import { fromThousandths, toThousandths } from '../../../../collector/core/metrics/money.ts'

const sums: fc.Arbitrary<Sums> = fc
  .record({
    count: fc.nat({ max: 1_000_000 }),
    revenue: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    currencies: fc.array(fc.constantFrom('EUR', 'SEK', 'USD'), { maxLength: 3 }),
  })
  .map(({ count, revenue, currencies }) => ({
    ...NO_SUMS,
    visitors: count,
    engaged_ms: count * 7,
    revenue: currencies.length === 0 ? 0n : revenue,
    revenue_events: currencies.length,
    currency_low: currencies.toSorted()[0] ?? '',
    currency_high: currencies.toSorted().at(-1) ?? '',
  }))

const total = (list: readonly Sums[]): Sums =>
  list.reduce((sum, one) => addSums(sum, one, COMPONENTS), NO_SUMS)

describe('addSums', () => {
  it('comes to the same in whatever order, and however it is split', () => {
    fc.assert(
      fc.property(fc.array(sums, { maxLength: 8 }), fc.nat({ max: 8 }), (list, cut) => {
        expect(total(list.toReversed())).toEqual(total(list))
        expect(addSums(total(list.slice(0, cut)), total(list.slice(cut)), COMPONENTS)).toEqual(total(list))
      }),
    )
  })

  it('takes of the second only what it is told to', () => {
    const one = { ...NO_SUMS, visitors: 2, bounces: 1, currency_low: 'EUR', currency_high: 'EUR' }
    expect(addSums(one, one, ['visitors'])).toEqual({ ...one, visitors: 4 })
  })
})

describe('fromThousandths', () => {
  it('is the inverse of toThousandths', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), amount => {
        expect(toThousandths(fromThousandths(amount))).toBe(amount)
      }),
    )
    expect(fromThousandths(-50n)).toBe('-0.050')
    expect(fromThousandths(1_234_500n)).toBe('1234.500')
  })
})
