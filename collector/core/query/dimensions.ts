/** `time` picks the interval from the period's length; the others name it. */
export const TIME_DIMENSIONS = [
  'time',
  'time:minute',
  'time:hour',
  'time:day',
  'time:week',
  'time:month',
] as const
export type TimeDimension = (typeof TIME_DIMENSIONS)[number]

interface DimensionDefinition {
  readonly label: string
  /** Whether the value belongs to one event or to the whole visit. */
  readonly scope: 'event' | 'visit'
  /** What the API shows for an unknown value. */
  readonly missing: string
}

/** Dimensions with a value of their own name: adding one is a row here and its SQL in storage/query/columns.ts. */
export const DIMENSION_CATALOGUE = {
  'event:page': { label: 'Page', scope: 'event', missing: '' },
  'event:name': { label: 'Event', scope: 'event', missing: '' },
  'event:hostname': { label: 'Host name', scope: 'event', missing: '(none)' },
  'visit:source': { label: 'Source', scope: 'visit', missing: 'Direct / None' },
  'visit:channel': { label: 'Channel', scope: 'visit', missing: 'Direct' },
  'visit:referrer': { label: 'Referrer', scope: 'visit', missing: 'Direct / None' },
  'visit:utm_source': { label: 'UTM source', scope: 'visit', missing: '(not set)' },
  'visit:utm_medium': { label: 'UTM medium', scope: 'visit', missing: '(not set)' },
  'visit:utm_campaign': { label: 'Campaign', scope: 'visit', missing: '(not set)' },
  'visit:utm_content': { label: 'UTM content', scope: 'visit', missing: '(not set)' },
  'visit:utm_term': { label: 'UTM term', scope: 'visit', missing: '(not set)' },
  'visit:area': { label: 'Area', scope: 'visit', missing: 'unknown' },
  'visit:country': { label: 'Country', scope: 'visit', missing: '(not set)' },
  'visit:country_name': { label: 'Country name', scope: 'visit', missing: '(not set)' },
  'visit:region': { label: 'Region', scope: 'visit', missing: '(not set)' },
  'visit:region_name': { label: 'Region name', scope: 'visit', missing: '(not set)' },
  'visit:city': { label: 'City', scope: 'visit', missing: '(not set)' },
  'visit:city_name': { label: 'City name', scope: 'visit', missing: '(not set)' },
  'visit:language': { label: 'Language', scope: 'visit', missing: '(not set)' },
  'visit:browser': { label: 'Browser', scope: 'visit', missing: '(not set)' },
  'visit:browser_version': { label: 'Browser version', scope: 'visit', missing: '(not set)' },
  'visit:os': { label: 'System', scope: 'visit', missing: '(not set)' },
  'visit:os_version': { label: 'System version', scope: 'visit', missing: '(not set)' },
  'visit:device': { label: 'Device', scope: 'visit', missing: '(not set)' },
  // The same as the device, by the name that older clients use.
  'visit:screen': { label: 'Screen', scope: 'visit', missing: '(not set)' },
  'visit:entry_page': { label: 'Entry page', scope: 'visit', missing: '(not set)' },
  'visit:exit_page': { label: 'Exit page', scope: 'visit', missing: '(not set)' },
  'visit:entry_page_hostname': { label: 'Entry host name', scope: 'visit', missing: '(not set)' },
  'visit:exit_page_hostname': { label: 'Exit host name', scope: 'visit', missing: '(not set)' },
} as const satisfies Record<string, DimensionDefinition>

/** A dimension that has a row in the catalogue. */
export type NamedDimension = keyof typeof DIMENSION_CATALOGUE
/** One custom property of an event, by its key. */
export type PropertyDimension = `event:props:${string}`
/** A dimension whose value can be read from an event and its visit. */
export type ColumnDimension = NamedDimension | PropertyDimension
/** The goals of the site that an event reaches: none, one or several. */
export type GoalDimension = 'event:goal'
export type ValueDimension = ColumnDimension | GoalDimension
export type Dimension = TimeDimension | ValueDimension

export const NAMED_DIMENSIONS = Object.keys(DIMENSION_CATALOGUE) as readonly NamedDimension[]

export const GOAL_DIMENSION: GoalDimension = 'event:goal'

const PROPERTY_PREFIX = 'event:props:'
/** Longest key of a property, bytes of UTF-8 (wire format §1). */
const MAX_KEY_BYTES = 300

const PROPERTY: DimensionDefinition = { label: 'Property', scope: 'event', missing: '(none)' }
const GOAL: DimensionDefinition = { label: 'Goal', scope: 'event', missing: '' }

export function isTimeDimension(dimension: string): dimension is TimeDimension {
  return (TIME_DIMENSIONS as readonly string[]).includes(dimension)
}

export function isNamedDimension(dimension: string): dimension is NamedDimension {
  return Object.hasOwn(DIMENSION_CATALOGUE, dimension)
}

/** True for `event:props:` with a key that an event may have. */
export function isPropertyDimension(dimension: string): dimension is PropertyDimension {
  if (!dimension.startsWith(PROPERTY_PREFIX) || !dimension.isWellFormed()) return false
  const key = dimension.slice(PROPERTY_PREFIX.length)
  return key !== '' && new TextEncoder().encode(key).length <= MAX_KEY_BYTES
}

export function isColumnDimension(dimension: string): dimension is ColumnDimension {
  return isNamedDimension(dimension) || isPropertyDimension(dimension)
}

export function isValueDimension(dimension: string): dimension is ValueDimension {
  return dimension === GOAL_DIMENSION || isColumnDimension(dimension)
}

/** The key of a property's dimension. */
export function propertyKey(dimension: PropertyDimension): string {
  return dimension.slice(PROPERTY_PREFIX.length)
}

/** Pages and hosts that visits begin and end with: only a whole visit has them. */
export const VISIT_END_DIMENSIONS = [
  'visit:entry_page',
  'visit:exit_page',
  'visit:entry_page_hostname',
  'visit:exit_page_hostname',
] as const satisfies readonly NamedDimension[]
export type VisitEndDimension = (typeof VISIT_END_DIMENSIONS)[number]

export function isVisitEndDimension(dimension: string): dimension is VisitEndDimension {
  return VISIT_END_DIMENSIONS.some(known => known === dimension)
}

/** Label, scope and the word for an unknown value. */
export function definitionOf(dimension: ValueDimension): DimensionDefinition {
  if (dimension === GOAL_DIMENSION) return GOAL
  return isNamedDimension(dimension) ? DIMENSION_CATALOGUE[dimension] : PROPERTY
}
