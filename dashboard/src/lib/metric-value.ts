import type { MetricBody } from '../../../collector/http/contract.ts'

/** A metric's value as one number: of money its amount; null where it has none. */
export function numberOf(value: MetricBody | undefined): number | null {
  return typeof value === 'object' ? (value?.value ?? null) : (value ?? null)
}
