import {
  definitionOf,
  isPropertyDimension,
  propertyKey,
  type ValueDimension,
} from '../../../collector/core/query/dimensions.ts'
import type { ListDimensions } from './panels.ts'
import type { ViewFilter } from './view-url.ts'
import { LOCALE, OPERATOR_WORDS, WORDS } from './words.ts'

const countryNames = new Intl.DisplayNames([LOCALE], { type: 'region', fallback: 'code' })
const languageNames = new Intl.DisplayNames([LOCALE], { type: 'language', fallback: 'code' })

/** A dimension's value as people read it: a country's and a language's name for their code, else the value. */
export function displayName(dimension: ValueDimension, value: string): string {
  if (dimension === 'visit:country' && /^[A-Z]{2}$/.test(value)) return countryNames.of(value) ?? value
  if (dimension === 'visit:language' && /^[a-z]{2,3}$/.test(value)) return languageNames.of(value) ?? value
  return value === '' ? WORDS.noValue : value
}

/** What a dimension is called: a property by its own key. */
export function labelOf(dimension: ValueDimension): string {
  return isPropertyDimension(dimension) ? propertyKey(dimension) : definitionOf(dimension).label
}

/** A row's values as people read them: "Helsinki" in "Finland", "Chrome 153". */
export function toName(
  dimensions: ListDimensions,
  values: readonly string[],
): { readonly name: string; readonly context: string } {
  const [first, second] = dimensions
  const name = displayName(first, values[0] ?? '')
  if (second === undefined) return { name, context: '' }
  const own = displayName(second, values[1] ?? '')
  return first === 'visit:country' ? { name: own, context: name } : { name: `${name} ${own}`, context: '' }
}

/** The same in one: "Helsinki, Finland", "Chrome 153". */
export function toWholeName(dimensions: ListDimensions, values: readonly string[]): string {
  const { name, context } = toName(dimensions, values)
  return context === '' ? name : `${name}, ${context}`
}

/** A filter in words, in two parts: "Country is" and "Finland or Sweden", "Without" and "Chrome 153". */
export function describeFilter(filter: ViewFilter): { readonly lead: string; readonly values: string } {
  if ('without' in filter) {
    const { dimensions, values } = filter.without
    return { lead: WORDS.without, values: toWholeName(dimensions, values) }
  }
  return {
    lead: `${labelOf(filter.dimension)} ${OPERATOR_WORDS[filter.operator]}`,
    values: filter.values.map(value => displayName(filter.dimension, value)).join(` ${WORDS.or} `),
  }
}
