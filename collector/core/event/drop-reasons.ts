/** Why an event was not counted. Closed list: the wire format, the counters and the dashboard read this array. */
export const DROP_REASONS = [
  'bot',
  'unknown_site',
  'unknown_hostname',
  'spam_referrer',
  'hosting_network',
  'shield_hostname',
  'shield_page',
  'shield_address',
  'shield_country',
  'no_visit_for_engagement',
  'prefetch',
  'objected',
] as const
export type DropReason = (typeof DROP_REASONS)[number]

/**
 * True when no answer may tell it: whether a visit is open would tell any page, through its visitor's own browser, that
 * this visitor was on another site within half an hour.
 */
export function isSecretReason(reason: DropReason): boolean {
  return reason === 'no_visit_for_engagement'
}

/** `objected` is counted nowhere: not even the number of people who object is kept (4 of CNIL's conditions). */
export function isCountedReason(reason: DropReason): boolean {
  return reason !== 'objected'
}
