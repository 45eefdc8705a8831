/** Filters that an owner has given a name to, so that they can be used as one. */
export interface Segment {
  /** Unique within a site, never given again. */
  readonly id: number
  /** 1–120 characters. */
  readonly name: string
  /** As in the API: a list of filters, of which all must hold. */
  readonly filters: unknown
}
