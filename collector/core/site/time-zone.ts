import { addDays, localDay, startOfDaySeconds } from '../time/zone.ts'

/** A site's time zone from a moment on. */
export interface ZoneChange {
  /** IANA name. */
  readonly timezone: string
  /** First second of it, since 1970; always a midnight of the zone before. */
  readonly fromSeconds: number
}

/** What a site's days are made of. */
export interface SiteZones {
  /** IANA name of the zone the site began with. */
  readonly timezone: string
  /** Later ones, oldest first. */
  readonly zoneChanges: readonly ZoneChange[]
}

/** The time zone of a site at a moment, in seconds since 1970. */
export function timezoneAt(site: SiteZones, seconds: number): string {
  return site.zoneChanges.findLast(change => change.fromSeconds <= seconds)?.timezone ?? site.timezone
}

/**
 * The zones of a site whose zone is changed now: a day that has begun ends as it was going to, so the change
 * takes effect at the next midnight. One that is still to come is replaced.
 */
export function withTimezone(site: SiteZones, timezone: string, nowSeconds: number): SiteZones {
  const begun = site.zoneChanges.filter(change => change.fromSeconds <= nowSeconds)
  const present = timezoneAt(site, nowSeconds)
  if (timezone === present) return { timezone: site.timezone, zoneChanges: begun }
  const tomorrow = addDays(localDay(nowSeconds, present), 1)
  const fromSeconds = startOfDaySeconds(tomorrow, present)
  return { timezone: site.timezone, zoneChanges: [...begun, { timezone, fromSeconds }] }
}
