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

/** Dimensions with a value: adding one is a row here and its column in storage/query/columns.ts. */
export const DIMENSION_CATALOGUE = {
  'event:page': { label: 'Page', scope: 'event', missing: '' },
  'event:name': { label: 'Event', scope: 'event', missing: '' },
  'event:hostname': { label: 'Host name', scope: 'event', missing: '(none)' },
  'visit:source': { label: 'Source', scope: 'visit', missing: 'Direct / None' },
  'visit:referrer': { label: 'Referrer', scope: 'visit', missing: 'Direct / None' },
  'visit:utm_source': { label: 'UTM source', scope: 'visit', missing: '(not set)' },
  'visit:utm_medium': { label: 'UTM medium', scope: 'visit', missing: '(not set)' },
  'visit:utm_campaign': { label: 'Campaign', scope: 'visit', missing: '(not set)' },
  'visit:utm_content': { label: 'UTM content', scope: 'visit', missing: '(not set)' },
  'visit:utm_term': { label: 'UTM term', scope: 'visit', missing: '(not set)' },
  'visit:country': { label: 'Country', scope: 'visit', missing: '(not set)' },
  'visit:language': { label: 'Language', scope: 'visit', missing: '(not set)' },
  'visit:browser': { label: 'Browser', scope: 'visit', missing: '(not set)' },
  'visit:browser_version': { label: 'Browser version', scope: 'visit', missing: '(not set)' },
  'visit:os': { label: 'System', scope: 'visit', missing: '(not set)' },
  'visit:os_version': { label: 'System version', scope: 'visit', missing: '(not set)' },
  'visit:device': { label: 'Device', scope: 'visit', missing: '(not set)' },
  'visit:entry_page': { label: 'Entry page', scope: 'visit', missing: '(not set)' },
  'visit:exit_page': { label: 'Exit page', scope: 'visit', missing: '(not set)' },
} as const satisfies Record<string, DimensionDefinition>

export type ValueDimension = keyof typeof DIMENSION_CATALOGUE
export type Dimension = TimeDimension | ValueDimension

export const VALUE_DIMENSIONS = Object.keys(DIMENSION_CATALOGUE) as readonly ValueDimension[]

export function isTimeDimension(dimension: string): dimension is TimeDimension {
  return (TIME_DIMENSIONS as readonly string[]).includes(dimension)
}

export function isValueDimension(dimension: string): dimension is ValueDimension {
  return Object.hasOwn(DIMENSION_CATALOGUE, dimension)
}
