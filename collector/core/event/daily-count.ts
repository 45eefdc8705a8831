import type { Day, SiteId } from '../ids.ts'
import type { DropReason } from './drop-reasons.ts'

/** What else is counted per site and day about events that are counted. Closed list, beside `DROP_REASONS`. */
export const DAILY_NOTES = [
  /** Personal data was taken out of a value before it was kept; the name is its kind. */
  'personal_data',
  /** A value was folded into `(other)`, since its dimension had too many; the name is the dimension. */
  'too_many_values',
  /** The day key had to be made anew within the day: visitors since then are counted again. */
  'key_restarted',
] as const
export type DailyNote = (typeof DAILY_NOTES)[number]

/** Counter of one site's day. Holds no fact about who sent anything. */
export interface DailyCount {
  readonly siteId: SiteId
  /** The site's local day. */
  readonly day: Day
  readonly reason: DropReason | DailyNote
  /** What it was about, from a closed or bounded set; empty for nothing more. */
  readonly name: string
  readonly count: number
}

/** Events of one truncated network on one day of a site. */
export interface NetworkCount {
  readonly siteId: SiteId
  readonly day: Day
  /** With its prefix length, such as `192.0.2.0/24`. */
  readonly network: string
  readonly count: number
}
