import {
  type ColumnDimension,
  isPropertyDimension,
  isVisitEndDimension,
  NAMED_DIMENSIONS,
  type NamedDimension,
} from '../query/dimensions.ts'

/** Dimensions that are another one by another name; what people see of a value is decided when it is read. */
const SAME_AS = { 'visit:screen': 'visit:device', 'visit:country_name': 'visit:country' } as const

export type SealedDimension = Exclude<NamedDimension, keyof typeof SAME_AS>

/** Dimensions by whose values days are sealed. */
export const SEALED_DIMENSIONS = NAMED_DIMENSIONS.filter(
  (dimension): dimension is SealedDimension => !Object.hasOwn(SAME_AS, dimension),
)

/** Under which name a dimension's figures are sealed. */
export function sealedAs(dimension: ColumnDimension): ColumnDimension {
  return dimension === 'visit:screen' || dimension === 'visit:country_name' ? SAME_AS[dimension] : dimension
}

/** Whether the reading of pages is sealed by this dimension too. */
export function hasSealedReading(dimension: ColumnDimension): boolean {
  return dimension !== 'event:name' && !isPropertyDimension(dimension) && !isVisitEndDimension(dimension)
}
