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
  /** ISO 3166-1 alpha-2, upper case; empty when unknown. */
  readonly country: string
}

/** The facts that say where a visit came from; inherited by every event of the visit. */
export interface Acquisition {
  /** Name of the source; empty for a direct visit. */
  readonly source: string
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
  /** Major version, or major.minor where the field counts by it (macOS 10.15). */
  readonly osVersion: string
  readonly device: Device
  /** Primary language subtag in lower case, such as `fi`; empty when unknown. */
  readonly language: string
}

/** Classes of device; the empty string is "(not set)". */
export const DEVICES = ['Desktop', 'Mobile', 'Tablet', 'TV', 'Console', 'Wearable', ''] as const
export type Device = (typeof DEVICES)[number]
