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

/** `objected` is counted nowhere: not even the number of people who object is kept (4 of CNIL's conditions). */
export function isCountedReason(reason: DropReason): boolean {
  return reason !== 'objected'
}
