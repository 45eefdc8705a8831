import type { Money } from '../query/query.ts'

/** Money as the API writes it. `thousandths` is the amount × 1,000; `currency` is ISO 4217. */
export function moneyOf(thousandths: bigint, currency: string): Money {
  const value = Number(thousandths) / 1_000
  return { short: inWords(value, currency, true), value, long: inWords(value, currency, false), currency }
}

/** A decimal number with at most three decimals as thousandths. */
export function toThousandths(decimal: string): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(decimal) ?? []
  const amount = BigInt(whole) * 1_000n + BigInt(fraction.padEnd(3, '0'))
  return sign === '-' ? -amount : amount
}

/** The inverse of `toThousandths`, with three decimals. */
export function fromThousandths(thousandths: bigint): string {
  const digits = (thousandths < 0n ? -thousandths : thousandths).toString().padStart(4, '0')
  return `${thousandths < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}

/** Mean of `count` amounts, rounded half away from zero. */
export function meanOf(thousandths: bigint, count: number): bigint {
  const divisor = BigInt(count)
  const half = thousandths < 0n ? -divisor / 2n : divisor / 2n
  return (thousandths + half) / divisor
}

function inWords(value: number, currency: string, isShort: boolean): string {
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    ...(isShort && { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }),
  })
  return format.format(value)
}
