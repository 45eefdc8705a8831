/**
 * Sums that metrics are made of. Each may be added up over days, over sources of rows and over time buckets, which the
 * metrics may not; only the two currencies are the least and the greatest of their kind.
 */
export const COMPONENTS = [
  'visitors',
  'visits',
  'pageviews',
  'events',
  /** Events that make a row, of whatever name. */
  'matching_events',
  'counted_visits',
  'bounces',
  'visit_seconds',
  'visit_views',
  'engaged_ms',
  'engaged_visits',
  'scroll_percents',
  'scrolled_visits',
  'exits',
  'exit_views',
  'revenue',
  'revenue_events',
  'currency_low',
  'currency_high',
] as const
export type Component = (typeof COMPONENTS)[number]

/** The components of one row of an answer, added up. */
export interface Sums extends Readonly<Record<CountComponent, number>> {
  /** In thousandths. */
  readonly revenue: bigint
  /** Least and greatest of the currencies, ISO 4217; empty where there was no revenue. */
  readonly currency_low: string
  readonly currency_high: string
}

export type CountComponent = Exclude<Component, 'revenue' | 'currency_low' | 'currency_high'>

/** Sums of nothing. */
export const NO_SUMS: Sums = {
  ...(Object.fromEntries(COMPONENTS.map(component => [component, 0])) as Record<CountComponent, number>),
  revenue: 0n,
  currency_low: '',
  currency_high: '',
}

/** Sums that more is added to, where a new object for each day or value would take longer than the sum. */
export type GrowingSums = { -readonly [Name in Component]: Sums[Name] }

/** Adds these components of other sums. */
export function addTo(total: GrowingSums, more: Sums, components: readonly Component[]): void {
  for (const component of components) {
    if (component === 'revenue') total.revenue += more.revenue
    else if (component === 'currency_low') total.currency_low = currenciesOf(total, more)[0] ?? ''
    else if (component === 'currency_high') total.currency_high = currenciesOf(total, more).at(-1) ?? ''
    else total[component] += more[component]
  }
}

/** What both come to together; of the second, only these components. */
export function addSums(left: Sums, right: Sums, components: readonly Component[]): Sums {
  const both = { ...left }
  addTo(both, right, components)
  return both
}

/** The least and the greatest of both, in rising order. */
function currenciesOf(left: Sums, right: Sums): readonly string[] {
  const all = [left.currency_low, left.currency_high, right.currency_low, right.currency_high]
  return all.filter(currency => currency !== '').sort()
}
