import { EU_EEA_COUNTRIES } from '../../core/geo/area.ts'
import { COUNTRY_NAMES } from '../../core/geo/country-name.ts'
import {
  type ColumnDimension,
  definitionOf,
  isPropertyDimension,
  isVisitEndDimension,
  type NamedDimension,
  propertyKey,
  type VisitEndDimension,
} from '../../core/query/dimensions.ts'
import type { Parameters } from './parameters.ts'

/** Dimensions that each event carries in a column of its own; the rest is computed per visit. */
export type StoredDimension = Exclude<NamedDimension, VisitEndDimension>

/** Column of table `events` behind each dimension: with the next list all names that can get into SQL. */
const COLUMNS = {
  'event:page': 'page',
  'event:name': 'name',
  'event:hostname': 'hostname',
  'visit:source': 'source',
  'visit:channel': 'channel',
  'visit:referrer': 'referrer',
  'visit:utm_source': 'utm_source',
  'visit:utm_medium': 'utm_medium',
  'visit:utm_campaign': 'utm_campaign',
  'visit:utm_content': 'utm_content',
  'visit:utm_term': 'utm_term',
  'visit:area': 'country',
  'visit:country': 'country',
  'visit:country_name': 'country',
  'visit:region': 'region',
  'visit:region_name': 'region_name',
  'visit:city': 'city',
  'visit:city_name': 'city_name',
  'visit:language': 'language',
  'visit:browser': 'browser',
  'visit:browser_version': 'browser_version',
  'visit:os': 'os',
  'visit:os_version': 'os_version',
  'visit:device': 'device',
  'visit:screen': 'device',
} as const satisfies Record<StoredDimension, string>

/** Columns of a visit, put together from events or sealed. */
const VISIT_END_COLUMNS = {
  'visit:entry_page': 'entry_page',
  'visit:exit_page': 'exit_page',
  'visit:entry_page_hostname': 'entry_hostname',
  'visit:exit_page_hostname': 'exit_hostname',
} as const satisfies Record<VisitEndDimension, string>

/** Columns that every event of a visit repeats, and a sealed visit has once. */
export const VISIT_FACTS: readonly string[] = [
  ...new Set(Object.entries(COLUMNS).flatMap(([key, column]) => (key.startsWith('visit:') ? [column] : []))),
]

/** True for a dimension that a single event tells. */
export function isStored(
  dimension: ColumnDimension,
): dimension is Exclude<ColumnDimension, VisitEndDimension> {
  return !isVisitEndDimension(dimension)
}

/** The value of a dimension of an event as it is stored; `events` is the table's alias. */
export function eventColumn(
  dimension: Exclude<ColumnDimension, VisitEndDimension>,
  parameters: Parameters,
): string {
  if (!isPropertyDimension(dimension)) return `events.${COLUMNS[dimension]}`
  const key = parameters.bind('property', 'String', propertyKey(dimension))
  // An array has an empty text at position 0, where nothing is found.
  return `events.prop_values[indexOf(events.prop_keys, ${key})]`
}

/** The value of a visit-scoped dimension in a row of one visit, of that alias. */
export function visitColumn(dimension: ColumnDimension, alias: string): string {
  if (isVisitEndDimension(dimension)) return `${alias}.${VISIT_END_COLUMNS[dimension]}`
  if (isPropertyDimension(dimension) || !dimension.startsWith('visit:')) {
    throw new Error(`A visit has no ${dimension}`)
  }
  return `${alias}.${COLUMNS[dimension]}`
}

/** The stored column behind a visit-scoped dimension that every event repeats. */
export function factOf(dimension: ColumnDimension): string | undefined {
  if (isPropertyDimension(dimension) || isVisitEndDimension(dimension)) return undefined
  return dimension.startsWith('visit:') ? COLUMNS[dimension] : undefined
}

/** What people see of a stored value: a name for a code, and the catalogue's word where nothing is known. */
export function displayed(column: string, dimension: ColumnDimension, parameters: Parameters): string {
  const { missing } = definitionOf(dimension)
  if (missing === '') return column
  const word = parameters.bind('missing', 'String', missing)
  return `if(${column} = '', ${word}, ${readable(column, dimension, parameters)})`
}

/** The same of a value that days are sealed by: areas are sealed by their own word. */
export function displayedSealed(column: string, dimension: ColumnDimension, parameters: Parameters): string {
  if (dimension !== 'visit:area') return displayed(column, dimension, parameters)
  return `if(${column} = '', ${parameters.bind('missing', 'String', definitionOf(dimension).missing)}, ${column})`
}

function readable(column: string, dimension: ColumnDimension, parameters: Parameters): string {
  if (dimension === 'visit:area') {
    const members = parameters.bind('members', 'Array(String)', EU_EEA_COUNTRIES)
    return `if(has(${members}, ${column}), 'EU/EEA', 'other')`
  }
  if (dimension === 'visit:country_name') {
    const codes = parameters.bind('country_codes', 'Array(String)', [...COUNTRY_NAMES.keys()])
    const names = parameters.bind('country_names', 'Array(String)', [...COUNTRY_NAMES.values()])
    return `transform(toString(${column}), ${codes}, ${names}, toString(${column}))`
  }
  return column
}
