import type { Channel } from '../acquisition/channel.ts'
import type { Day, SiteId, VisitId, VisitorId } from '../ids.ts'

/**
 * One accepted event as it is journalled and stored.
 * It has no field that could hold an address, a User-Agent, a query string or a referrer's path.
 * Unknown text values are the empty string; every visit-scoped value is the one the visit started with.
 */
export interface AnalyticsEvent {
  readonly siteId: SiteId
  /** The site's local day on which the event was received. */
  readonly day: Day
  /** Time of receipt in whole seconds since 1970 (UTC). */
  readonly timestampSeconds: number
  /** `pageview`, `engagement` or a custom name of at most 120 characters. */
  readonly name: string
  readonly visitorId: VisitorId
  readonly visitId: VisitId
  /** Host of the page without `www.`; `(none)` when the URL has no host. */
  readonly hostname: string
  /** Percent-decoded path without query and fragment, beginning with `/`. */
  readonly page: string
  /** False when the event must not turn a bounce into a non-bounce. */
  readonly interactive: boolean
  /** Custom properties: at most 30 pairs of text. */
  readonly props: Readonly<Record<string, string>>
  /** Where the visit came from. */
  readonly acquisition: Acquisition
  /** What the visit was made with. */
  readonly client: ClientFacts
  /** Where the visit came from on the map. */
  readonly place: Place
  /** Money that the event is about; undefined for none. */
  readonly revenue: Revenue | undefined
  /** What an `engagement` event tells; undefined for all others. */
  readonly engagement: Engagement | undefined
  /** What is kept of the request's `Idempotency-Key`, see idempotency-key.ts; `0` for none. */
  readonly idempotencyKey: string
}

/** Where a truncated network is. Empty text is unknown; regions and cities only where the owner's file has them. */
export interface Place {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  /** ISO 3166-2 such as `FI-18`, or the region's name where the file has no code. */
  readonly region: string
  readonly regionName: string
  /** GeoNames id in decimal, or the city's name where the file has no id. */
  readonly city: string
  readonly cityName: string
}

/** Money as it was sent; sums are made per currency. */
export interface Revenue {
  /** Decimal number of at most 15 digits before and 3 after the point, such as `-12.5`. */
  readonly amount: string
  /** ISO 4217, three capitals. */
  readonly currency: string
}

/** How far a page was read and for how long, since the last such event. */
export interface Engagement {
  /** Greatest scroll depth in percent of the page's height, 0–100; undefined when it is not known. */
  readonly scrollDepth: number | undefined
  /** Time with the page in view and in focus, ms, below 30 days. */
  readonly engagedMs: number
}

/** The facts that say where a visit came from; inherited by every event of the visit. */
export interface Acquisition {
  /** Name of the source; empty for a direct visit. */
  readonly source: string
  /** Class of the source, such as `Organic Search`; `Direct` for a direct visit. */
  readonly channel: Channel
  /** Host the visit came from, without `www.`; empty for none. */
  readonly referrer: string
  readonly utmSource: string
  readonly utmMedium: string
  readonly utmCampaign: string
  readonly utmContent: string
  readonly utmTerm: string
}

/** What is kept of the User-Agent and Accept-Language headers. */
export interface ClientFacts {
  readonly browser: string
  /** Major version only. */
  readonly browserVersion: string
  readonly os: string
  /** Major version; `10+` where the maker has frozen it at 10; Windows' names; the generation of a console. */
  readonly osVersion: string
  readonly device: Device
  /** Primary language subtag in lower case, such as `fi`; empty when unknown. */
  readonly language: string
}

/** Classes of device; the empty string is "(not set)". */
export const DEVICES = ['Desktop', 'Mobile', 'Tablet', 'TV', 'Console', 'Wearable', ''] as const
export type Device = (typeof DEVICES)[number]
