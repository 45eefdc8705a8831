import { DIMENSION_CATALOGUE, type ValueDimension } from '../../core/query/dimensions.ts'
import { isVisitPageDimension, type VisitPageDimension } from '../../core/query/scopes.ts'
import type { Parameters } from './parameters.ts'

/** Dimensions that each event carries in a column of its own; the rest is computed per visit. */
export type StoredDimension = Exclude<ValueDimension, VisitPageDimension>

/** Column of table `events` behind each dimension: the closed list of names that can get into SQL. */
const COLUMNS = {
  'event:page': 'page',
  'event:name': 'name',
  'event:hostname': 'hostname',
  'visit:source': 'source',
  'visit:referrer': 'referrer',
  'visit:utm_source': 'utm_source',
  'visit:utm_medium': 'utm_medium',
  'visit:utm_campaign': 'utm_campaign',
  'visit:utm_content': 'utm_content',
  'visit:utm_term': 'utm_term',
  'visit:country': 'country',
  'visit:language': 'language',
  'visit:browser': 'browser',
  'visit:browser_version': 'browser_version',
  'visit:os': 'os',
  'visit:os_version': 'os_version',
  'visit:device': 'device',
} as const satisfies Record<StoredDimension, string>

/** True for a dimension that a single event tells. */
export function isStoredDimension(dimension: ValueDimension): dimension is StoredDimension {
  return !isVisitPageDimension(dimension)
}

/** Column of the events table that holds a dimension, by its own name. */
export function columnOf(dimension: StoredDimension): string {
  return COLUMNS[dimension]
}

/** What people see of a column's value: the catalogue's word where nothing is known. */
export function displayed(column: string, dimension: ValueDimension, parameters: Parameters): string {
  const { missing } = DIMENSION_CATALOGUE[dimension]
  if (missing === '') return column
  const word = parameters.bind(`missing_${dimension.replace(':', '_')}`, 'String', missing)
  return `if(${column} = '', ${word}, ${column})`
}

/** Column of a visit row (visit-rows.ts) that holds the page a visit entered on or left from. */
export function visitPageColumn(dimension: VisitPageDimension): string {
  return dimension === 'visit:exit_page' ? 'visit_rows.exit_page' : 'visit_rows.entry_page'
}

/** Column of a visit row that holds a fact which all its events repeat. */
export function visitFactColumn(dimension: StoredDimension): string {
  return `visit_${COLUMNS[dimension]}`
}
