import type { Day, SiteId } from '../ids.ts'

/** Length of a day key in bytes. */
export const DAY_KEY_BYTES = 32

/** How long a key outlives its day, in seconds, so that a visit that goes on past midnight keeps its acquisition. */
export const INHERITANCE_SECONDS = 30 * 60

/** The secret that gives visitors their ids on one site for one of its local days; random, derived from nothing. */
export interface DayKey {
  readonly siteId: SiteId
  readonly day: Day
  /** First second after the site's local day, since 1970 (UTC). */
  readonly endsAtSeconds: number
  /** Overwritten with zeros when the key is destroyed. */
  readonly secret: Uint8Array
}
