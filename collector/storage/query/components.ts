import type { Metric } from '../../core/metrics/catalogue.ts'
import type { Component } from '../../core/metrics/components.ts'
import { type Formula, METRIC_FORMULAS, type Whole } from '../../core/metrics/formulas.ts'

/** The columns of one part of an answer: SQL for the components that it contributes to. */
export type Contribution = Partial<Record<Component, string>>

/** The select list of a part: `used` are the columns of all parts, of which it gives only those it is asked for. */
export function componentColumns(
  contribution: Contribution,
  asked: readonly Component[],
  used: readonly Component[],
): readonly string[] {
  return used.map(component => {
    if (!asked.includes(component)) return `${NOTHING[kindOf(component)]} AS ${component}`
    const sql = contribution[component]
    if (sql === undefined) throw new Error(`A part of an answer cannot tell ${component}`)
    return `${TYPED[kindOf(component)](sql)} AS ${component}`
  })
}

/** SQL of the sum of a component over all parts. */
export function summed(component: Component): string {
  if (component === 'currency_low') return "minIf(parts.currency_low, parts.currency_low != '')"
  return component === 'currency_high' ? 'max(parts.currency_high)' : `sum(parts.${component})`
}

type Kind = 'count' | 'money' | 'currency'

function kindOf(component: Component): Kind {
  if (component === 'revenue') return 'money'
  return component === 'currency_low' || component === 'currency_high' ? 'currency' : 'count'
}

const NOTHING: Record<Kind, string> = { count: 'toUInt64(0)', money: 'toDecimal128(0, 3)', currency: "''" }

const TYPED: Record<Kind, (sql: string) => string> = {
  count: sql => `toUInt64(${sql})`,
  money: sql => `toDecimal128(${sql}, 3)`,
  currency: sql => `toString(${sql})`,
}

/** Where the visitors are that shares are taken of: see `joins` in select.ts. */
export const WHOLES: Record<Whole, string> = {
  all: 'all_visitors',
  unconverted: 'unconverted_visitors',
  group: 'group_visitors',
}

/** SQL of a metric; `sumOf` gives that of a component's sum. Means of nothing are NULL. */
export function metricSql(metric: Metric, sumOf: (component: Component) => string): string {
  const formula: Formula = METRIC_FORMULAS[metric]
  switch (formula.kind) {
    case 'sum':
      return sumOf(formula.component)
    case 'quotient': {
      const { dividend, times, divisor, divisorTimes, scale } = formula
      const rounded = roundedQuotient(times, sumOf(dividend), divisorTimes, sumOf(divisor))
      return scale === 1 ? rounded : `${rounded} / ${scale}`
    }
    case 'share':
      return `${roundedQuotient(10_000, sumOf('visitors'), 1, `${WHOLES[formula.whole]}.visitors`)} / 100`
    case 'amount':
      return amountSql(formula.isMean, sumOf)
  }
}

/** Quotient, rounded half up in whole numbers, since floating point would round to even. */
function roundedQuotient(times: number, dividend: string, divisorTimes: number, divisor: string): string {
  const twice = `${2 * divisorTimes} * ${divisor}`
  return `intDiv(${2 * times} * ${dividend} + ${divisorTimes} * ${divisor}, nullIf(${twice}, 0))`
}

/** The number is for ordering; what is shown is computed from the components. */
function amountSql(isMean: boolean, sumOf: (component: Component) => string): string {
  const events = sumOf('revenue_events')
  const total = `toFloat64(${sumOf('revenue')})`
  const isMixed = `${sumOf('currency_low')} != ${sumOf('currency_high')}`
  return `if(${events} = 0 OR ${isMixed}, NULL, ${isMean ? `${total} / ${events}` : total})`
}
