import * as v from 'valibot'

/** Least and greatest number of visitors that a row may be made to need. */
export const LEAST_MINIMUM = 2
export const MOST_MINIMUM = 100

/** What is shown of a site's statistics to whoever looks through a link, whatever is asked. */
export interface ShareLimits {
  /** Only what these filters keep; undefined: everything. */
  readonly segment: FixedSegment | undefined
  /** Visitors that a row needs on a day to be counted; 0: none. See large-rows.ts. */
  readonly minimum: number
}

/** A segment as it was when the link was made: whoever changes or removes it later changes no link. */
export interface FixedSegment {
  readonly name: string
  /** As in the API, at least one, of which all must hold; they name neither goals nor other segments. */
  readonly filters: readonly unknown[]
}

export const NO_LIMITS: ShareLimits = { segment: undefined, minimum: 0 }

/** Whether anything is held back at all. */
export function isLimited({ segment, minimum }: ShareLimits): boolean {
  return segment !== undefined || minimum > 0
}

/** A segment as the database keeps it. */
export const FIXED_SEGMENT_SCHEMA = v.object({
  name: v.string(),
  filters: v.pipe(v.array(v.unknown()), v.minLength(1)),
})
