/** The time zone of this device, an IANA name. */
export const OWN_TIMEZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Every time zone that the browser knows. Its list lacks UTC and old names that a device may still report. */
export const TIMEZONES: readonly string[] = [
  ...new Set([OWN_TIMEZONE, ...Intl.supportedValuesOf('timeZone'), 'UTC']),
]
