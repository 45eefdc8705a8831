import { isTimeDimension, isValueDimension, VALUE_DIMENSIONS } from './dimensions.ts'
import { type Faults, isObject, quoted, refuseUnknownKeys } from './faults.ts'
import { FILTER_OPERATORS, type Filter } from './query.ts'

/** Bounds that keep a question within what the database takes as parameters. */
const MAX_FILTERS = 20
const MAX_VALUES = 200
const MAX_VALUE_LENGTH = 2_000

/** Operators of the API that this server does not have yet. */
const LATER_OPERATORS = ['and', 'or', 'not', 'matches', 'matches_not', 'has_done', 'has_not_done']

/** Reads `filters`: `[operator, dimension, [values], {"case_sensitive": false}?]`, of which all must hold. */
export function parseFilters(value: unknown, faults: Faults): readonly Filter[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    faults.add('filters', 'Give a list of filters, such as [["is", "visit:country", ["FI"]]].')
    return []
  }
  if (value.length > MAX_FILTERS) {
    faults.add('filters', `Give at most ${MAX_FILTERS} filters.`)
    return []
  }
  return value.flatMap((item: unknown, index) => parseFilter(item, `filters/${index}`, faults) ?? [])
}

function parseFilter(value: unknown, path: string, faults: Faults): Filter | undefined {
  if (!Array.isArray(value) || value.length < 2) {
    faults.add(path, `Invalid filter ${quoted(value)}. Use ["is", "visit:country", ["FI"]].`)
    return undefined
  }
  const [operatorValue, dimensionValue, values, options]: unknown[] = value
  const operator = FILTER_OPERATORS.find(known => known === operatorValue)
  if (operator === undefined) {
    faults.add(`${path}/0`, operatorFault(operatorValue))
    // What follows such an operator has another shape.
    if (LATER_OPERATORS.some(known => known === operatorValue)) return undefined
  }
  const dimension =
    typeof dimensionValue === 'string' && isValueDimension(dimensionValue) ? dimensionValue : undefined
  if (dimension === undefined) faults.add(`${path}/1`, dimensionFault(dimensionValue))
  const texts = parseValues(values, `${path}/2`, faults)
  const caseSensitive = parseOptions(options, `${path}/3`, faults)
  if (value.length > 4) faults.add(`${path}/4`, 'A filter has at most four parts. Remove this one.')
  const isContains = operator === 'contains' || operator === 'contains_not'
  if (isContains && texts?.includes('')) {
    faults.add(`${path}/2`, 'An empty text is contained in everything. Remove it.')
    return undefined
  }
  if (operator === undefined || dimension === undefined || texts === undefined) return undefined
  return { operator, dimension, values: texts, caseSensitive }
}

function operatorFault(value: unknown): string {
  const choice = `Use one of ${FILTER_OPERATORS.join(', ')}; all filters of the list must hold.`
  return LATER_OPERATORS.some(known => known === value)
    ? `Operator ${quoted(value)} is not supported. ${choice}`
    : `Invalid operator ${quoted(value)}. ${choice}`
}

function dimensionFault(value: unknown): string {
  if (typeof value === 'string' && isTimeDimension(value)) return 'Time cannot be filtered. Use date_range.'
  return `Invalid dimension ${quoted(value)}. Use one of ${VALUE_DIMENSIONS.join(', ')}.`
}

function parseValues(value: unknown, path: string, faults: Faults): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_VALUES) {
    faults.add(path, `Give a list of 1 to ${MAX_VALUES} texts.`)
    return undefined
  }
  const texts = value.flatMap((item: unknown, index) => {
    if (typeof item !== 'string') {
      faults.add(`${path}/${index}`, `Invalid value ${quoted(item)}. Use a text in quotation marks.`)
      return []
    }
    if (item.length > MAX_VALUE_LENGTH || !item.isWellFormed()) {
      faults.add(
        `${path}/${index}`,
        `Use well-formed Unicode text of at most ${MAX_VALUE_LENGTH} characters.`,
      )
      return []
    }
    return [item]
  })
  return texts.length === value.length ? texts : undefined
}

function parseOptions(value: unknown, path: string, faults: Faults): boolean {
  if (value === undefined) return true
  if (!isObject(value)) {
    faults.add(path, 'Options must be an object such as {"case_sensitive": false}.')
    return true
  }
  refuseUnknownKeys(value, ['case_sensitive'], `${path}/`, faults)
  const caseSensitive = value['case_sensitive']
  if (caseSensitive === undefined || typeof caseSensitive === 'boolean') return caseSensitive ?? true
  faults.add(`${path}/case_sensitive`, 'Use true or false.')
  return true
}
