/** Through what somebody looks who has no account: a link, or what is public of a site. */
export interface Guest {
  /** The address without query string and fragment, such as `/share` or `/embed/example.com`. */
  readonly path: string
  /** What stands behind the `#` of the address; empty: nothing. */
  readonly token: string
  /** Of a frame in another site's page; it stays in the address. */
  readonly theme?: string
  /** True where anybody may look. */
  readonly isPublic: boolean
  /** Name of the segment that every answer is limited to; empty: none. */
  readonly segment: string
  /** Visitors that a row needs on a day to be counted; 0: none. */
  readonly minimum: number
}

/**
 * Whether only rows of several visitors are told of. Then there are whole days that are over, one dimension at a time, and
 * no filters: the collector refuses everything else.
 */
export function isCoarse(guest: Guest | undefined): boolean {
  return guest !== undefined && guest.minimum > 0
}
