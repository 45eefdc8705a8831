import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRevenue } from '../../../../collector/core/event/revenue.ts'

const EUR = 'EUR'

describe('parseRevenue', () => {
  it.each([
    { given: { amount: '12.50', currency: EUR }, amount: '12.5', why: 'a decimal text' },
    { given: { amount: 12.5, currency: EUR }, amount: '12.5', why: 'a number' },
    { given: '{"amount":"1000","currency":"eur"}', amount: '1000', why: 'JSON text, small letters' },
    { given: { amount: '-3.999', currency: EUR }, amount: '-3.999', why: 'money given back' },
    { given: { amount: '0.0005', currency: EUR }, amount: '0.001', why: 'half a thousandth goes up' },
    { given: { amount: '0.00049', currency: EUR }, amount: '0', why: 'less goes down' },
    { given: { amount: '-0.0001', currency: EUR }, amount: '0', why: 'nothing has no sign' },
    { given: { amount: '0.999999', currency: EUR }, amount: '1', why: 'rounding carries over' },
    { given: { amount: 0.1 + 0.2, currency: EUR }, amount: '0.3', why: 'what floating point leaves behind' },
    {
      given: { amount: '999999999999999.999', currency: EUR },
      amount: '999999999999999.999',
      why: 'the most',
    },
  ])('reads $why', ({ given, amount }) => {
    expect(parseRevenue(given)).toEqual({ ok: true, value: { amount, currency: EUR } })
  })

  it.each([undefined, null, ''])('takes %j for no money', given => {
    expect(parseRevenue(given)).toEqual({ ok: true, value: undefined })
  })

  it.each([
    { given: 12.5, words: /amount and currency/, why: 'no object' },
    { given: '{broken', words: /amount and currency/, why: 'broken JSON' },
    { given: { amount: '1' }, words: /amount and currency/, why: 'no currency' },
    { given: { amount: '1', currency: 'XYZZY' }, words: /ISO 4217/, why: 'a currency that nobody has' },
    { given: { amount: '1', currency: 978 }, words: /ISO 4217/, why: 'a currency by its number' },
    { given: { amount: '1,50', currency: EUR }, words: /decimal number/, why: 'a comma' },
    { given: { amount: '1e5', currency: EUR }, words: /decimal number/, why: 'an exponent' },
    { given: { amount: Number.NaN, currency: EUR }, words: /decimal number/, why: 'no number' },
    { given: { amount: '1'.repeat(16), currency: EUR }, words: /15 digits/, why: 'more money than there is' },
    {
      given: { amount: '999999999999999.9999', currency: EUR },
      words: /15 digits/,
      why: 'too much by rounding',
    },
  ])('explains $why', ({ given, words }) => {
    const result = parseRevenue(given)
    expect(result.ok ? '' : result.error).toMatch(words)
  })

  it('is exact for every amount of three decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), thousandths => {
        const digits = (thousandths < 0n ? -thousandths : thousandths).toString().padStart(4, '0')
        const text = `${thousandths < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
        const result = parseRevenue({ amount: text, currency: EUR })
        const [whole = '', decimals = ''] = (result.ok && result.value?.amount.split('.')) || []
        expect(BigInt(`${whole}${decimals.padEnd(3, '0')}`)).toBe(thousandths)
      }),
    )
  })
})
