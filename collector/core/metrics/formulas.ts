import type { Metric } from './catalogue.ts'
import { COMPONENTS, type Component } from './components.ts'

/** Visitors of other rows, which a share is taken of: see `Plan`. */
export type Whole = 'all' | 'unconverted' | 'group'

/** How a metric comes from sums: what the catalogue says in words, for whoever computes it. */
export type Formula = Sum | Quotient | Share | Amount

interface Sum {
  readonly kind: 'sum'
  readonly component: Component
}

/** `dividend` × `times` ÷ `divisor`, rounded half up in whole numbers, then divided by `scale`; of nothing there is none. */
interface Quotient {
  readonly kind: 'quotient'
  readonly dividend: Component
  readonly times: number
  readonly divisor: Component
  readonly divisorTimes: number
  readonly scale: number
}

/** Visitors in percent of a whole, with two decimals. */
interface Share {
  readonly kind: 'share'
  readonly whole: Whole
}

/** Revenue, in all or per event; of several currencies there is none. */
interface Amount {
  readonly kind: 'amount'
  readonly isMean: boolean
}

/** One row for every metric of the catalogue. */
export const METRIC_FORMULAS = {
  visitors: sum('visitors'),
  visits: sum('visits'),
  pageviews: sum('pageviews'),
  events: sum('events'),
  views_per_visit: quotient('visit_views', 'counted_visits', { times: 100, scale: 100 }),
  bounce_rate: quotient('bounces', 'counted_visits', { times: 100 }),
  visit_duration: quotient('visit_seconds', 'counted_visits', {}),
  percentage: { kind: 'share', whole: 'all' },
  conversion_rate: { kind: 'share', whole: 'unconverted' },
  group_conversion_rate: { kind: 'share', whole: 'group' },
  exit_rate: quotient('exits', 'exit_views', { times: 1_000, scale: 10 }),
  total_revenue: { kind: 'amount', isMean: false },
  average_revenue: { kind: 'amount', isMean: true },
  time_on_page: quotient('engaged_ms', 'engaged_visits', { divisorTimes: 1_000 }),
  scroll_depth: quotient('scroll_percents', 'scrolled_visits', {}),
} as const satisfies Record<Metric, Formula>

/** Every component that these metrics need, each once, in the order of the list. */
export function componentsOf(metrics: readonly Metric[]): readonly Component[] {
  const needed = new Set(metrics.flatMap(metric => componentsOfFormula(METRIC_FORMULAS[metric])))
  return COMPONENTS.filter(component => needed.has(component))
}

/** Computes a metric whose formula is a sum or a quotient; null where it is a mean of nothing. */
export function computed(formula: Sum | Quotient, sums: Readonly<Record<Component, unknown>>): number | null {
  const count = (component: Component): number => Number(sums[component])
  if (formula.kind === 'sum') return count(formula.component)
  const { dividend, times, divisor, divisorTimes, scale } = formula
  const of = divisorTimes * count(divisor)
  return of === 0 ? null : Math.floor((2 * times * count(dividend) + of) / (2 * of)) / scale
}

/** A share in percent with two decimals, rounded half up; null of nobody. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((20_000 * part + whole) / (2 * whole)) / 100
}

function componentsOfFormula(formula: Formula): readonly Component[] {
  switch (formula.kind) {
    case 'sum':
      return [formula.component]
    case 'quotient':
      return [formula.dividend, formula.divisor]
    case 'share':
      return ['visitors']
    case 'amount':
      return ['revenue', 'revenue_events', 'currency_low', 'currency_high']
  }
}

function sum(component: Component): Sum {
  return { kind: 'sum', component }
}

function quotient(
  dividend: Component,
  divisor: Component,
  { times = 1, divisorTimes = 1, scale = 1 }: Partial<Pick<Quotient, 'times' | 'divisorTimes' | 'scale'>>,
): Quotient {
  return { kind: 'quotient', dividend, times, divisor, divisorTimes, scale }
}
