import type { Revenue } from './analytics-event.ts'

export type RevenueResult =
  | { readonly ok: true; readonly value: Revenue | undefined }
  | { readonly ok: false; readonly error: string }

/** ISO 4217, as the ICU of this Node.js knows it. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** True for a code of ISO 4217 in capitals. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code)
}

const EXAMPLE = 'such as {"amount":"12.50","currency":"EUR"}'

/** Money of an event: an object, or a JSON string of one. Nothing is none; anything else is an error. Source: wire format §1. */
export function parseRevenue(value: unknown): RevenueResult {
  if (value === undefined || value === null || value === '') return { ok: true, value: undefined }
  const object = typeof value === 'string' ? parseJson(value) : value
  if (typeof object !== 'object' || object === null || !('amount' in object) || !('currency' in object)) {
    return { ok: false, error: `must be an object with amount and currency, ${EXAMPLE}` }
  }
  const amount = parseAmount(object.amount)
  if (amount === undefined) {
    return { ok: false, error: 'amount must be a decimal number of at most 15 digits, such as 12.50' }
  }
  const currency = typeof object.currency === 'string' ? object.currency.trim().toUpperCase() : ''
  if (!isCurrency(currency)) return { ok: false, error: 'currency must be a code of ISO 4217, such as EUR' }
  return { ok: true, value: { amount, currency } }
}

/** Rounded to three decimals, half away from zero; without needless zeros. */
function parseAmount(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{1,30}))?$/.exec(text)
  if (match === null) return undefined
  const [, sign = '', whole = '0', decimals = ''] = match
  const roundUp = (decimals[3] ?? '0') >= '5' ? 1n : 0n
  const thousandths = BigInt(whole + decimals.slice(0, 3).padEnd(3, '0')) + roundUp
  if (thousandths >= 10n ** 18n) return undefined
  const rounded = `${thousandths / 1_000n}.${String(thousandths % 1_000n).padStart(3, '0')}`.replace(
    /\.?0+$/,
    '',
  )
  return sign === '-' && thousandths > 0n ? `-${rounded}` : rounded
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
