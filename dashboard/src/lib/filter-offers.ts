import type { ValueDimension } from '../../../collector/core/query/dimensions.ts'

/** What the filter form offers to choose from, and how it says that it wants to know. */
export interface FilterOffers {
  /** Values that occur in the period, the most frequent first. */
  readonly values: readonly string[]
  /** Keys that events of the site carry as properties. */
  readonly properties: readonly string[]
  /** Called when the form is opened. */
  readonly onopen: () => void
  /** Called when values of a dimension are wanted. */
  readonly onlookup: (dimension: ValueDimension) => void
}
