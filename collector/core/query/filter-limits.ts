/** Bounds that keep a question within what the database takes as parameters. */
export const FILTER_LIMITS = {
  /** Filters of one dimension, however they are put together, those of segments included. */
  leaves: 100,
  /** How deep filters may be put into one another. */
  depth: 6,
  values: 200,
  /** Characters of a value. */
  valueLength: 2_000,
  /** Characters of a regular expression. */
  expressionLength: 500,
} as const
