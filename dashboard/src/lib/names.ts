import {
  isPropertyDimension,
  propertyKey,
  type ValueDimension,
} from '../../../collector/core/query/dimensions.ts'
import type { ListDimensions } from './panels.ts'
import type { ViewFilter } from './view-url.ts'
import {
  CHANNEL_WORDS,
  DEVICE_WORDS,
  DIMENSION_WORDS,
  LOCALE,
  MISSING_WORDS,
  OPERATOR_WORDS,
  WORDS,
} from './wording.ts'

/** Made when they are first needed: the browser reads long lists for them. */
let countryNames: Intl.DisplayNames | undefined
let languageNames: Intl.DisplayNames | undefined

function countryName(code: string): string {
  countryNames ??= new Intl.DisplayNames([LOCALE], { type: 'region', fallback: 'code' })
  return countryNames.of(code) ?? code
}

function languageName(code: string): string {
  languageNames ??= new Intl.DisplayNames([LOCALE], { type: 'language', fallback: 'code' })
  return languageNames.of(code) ?? code
}

/** A dimension's value as people read it: a country's and a language's name for their code, else the value. */
export function displayName(dimension: ValueDimension, value: string): string {
  if (dimension === 'visit:country' && /^[A-Z]{2}$/.test(value)) return countryName(value)
  if (dimension === 'visit:language' && /^[a-z]{2,3}$/.test(value)) return languageName(value)
  if (value === '') return WORDS.noValue
  return wordFor(closedWords(dimension), value) ?? wordFor(MISSING_WORDS, value) ?? value
}

/**
 * Values of a dimension whose names hold a text, for the names are the reader's and the API knows the values: codes of
 * countries, channels, devices. Undefined for any other dimension, whose values are their own names.
 */
export function valuesNamed(dimension: ValueDimension, text: string): readonly string[] | undefined {
  const wanted = text.toLocaleLowerCase(LOCALE)
  const isWanted = (name: string) => name.toLocaleLowerCase(LOCALE).includes(wanted)
  if (dimension === 'visit:country')
    return countryCodes().filter(code => code.toLowerCase() === wanted || isWanted(countryName(code)))
  const words = closedWords(dimension)
  return words === undefined ? undefined : Object.keys(words).filter(value => isWanted(words[value] ?? value))
}

/** What a dimension is called: a property by its own key. */
export function labelOf(dimension: ValueDimension): string {
  return isPropertyDimension(dimension) ? propertyKey(dimension) : DIMENSION_WORDS[dimension].label
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

/** Names that people gave, in one: “Finns”, “Readers” and “Buyers”. */
export function formatNames(names: readonly string[]): string {
  return new Intl.ListFormat(LOCALE).format(names.map(WORDS.quoted))
}

/** The words for the values of a dimension that has a closed list of them. */
function closedWords(dimension: ValueDimension): Readonly<Record<string, string>> | undefined {
  if (dimension === 'visit:channel') return CHANNEL_WORDS
  return dimension === 'visit:device' || dimension === 'visit:screen' ? DEVICE_WORDS : undefined
}

function wordFor(words: Readonly<Record<string, string>> | undefined, value: string): string | undefined {
  return words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined
}

/** Every code that has a name. */
function countryCodes(): readonly string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
  return letters
    .flatMap(first => letters.map(second => first + second))
    .filter(code => countryName(code) !== code)
}
