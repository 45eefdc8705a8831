import { VISIT_FACTS } from '../query/columns.ts'
import { UNKNOWN_DEPTH } from '../query/conditions.ts'
import { RECEIVED } from '../query/visit-rows.ts'
import type { SealScope } from './scope.ts'

const IS_VIEW = "events.name = 'pageview'"
const IS_CUSTOM = "events.name NOT IN ('pageview', 'engagement')"
const IS_DEPTH_KNOWN = `events.scroll_depth != ${UNKNOWN_DEPTH}`
const HAS_MONEY = "events.revenue_currency != '' AND events.name != 'engagement'"
const ONE = 'toUInt32(1)'

/** Columns of `sealed_visits`, each with what it is computed from in a row of a visit. */
const COLUMNS: Readonly<Record<string, string>> = {
  site_id: 'visits.site_id',
  day: 'visits.day',
  ...Object.fromEntries(VISIT_FACTS.map(fact => [fact, `visits.${fact}`])),
  views: 'visits.views',
  customs: 'visits.customs',
  is_bounce: 'visits.views = 1 AND visits.interactives = 0',
  seconds: "dateDiff('second', visits.first_at, visits.last_at)",
  entry_page: 'visits.entry_page',
  exit_page: 'visits.exit_page',
  entry_hostname: 'visits.entry_hostname',
  exit_hostname: 'visits.exit_hostname',
  pages: 'visits.by_page.1',
  page_views: 'visits.by_page.2',
  page_customs: 'visits.by_page.3',
  names: 'visits.by_name.1',
  name_events: 'visits.by_name.2',
  engaged_ms: 'visits.engaged_ms',
  scroll_percents: 'arraySum(visits.depth_by_page.2)',
  scrolled_pages: 'length(visits.depth_by_page.1)',
  revenue: 'visits.revenue',
  revenue_events: 'visits.revenue_events',
  currency_low: 'visits.currency_low',
  currency_high: 'visits.currency_high',
  expires_on: 'visits.expires_on',
}

/** A visit put together from its events. */
const VISITS: Readonly<Record<string, string>> = {
  site_id: 'events.site_id',
  day: 'events.day',
  visit_id: 'events.visit_id',
  visitor_id: 'any(events.visitor_id)',
  ...Object.fromEntries(VISIT_FACTS.map(fact => [fact, `any(events.${fact})`])),
  first_at: 'min(events.timestamp)',
  last_at: 'max(events.timestamp)',
  views: `countIf(${IS_VIEW})`,
  customs: `countIf(${IS_CUSTOM})`,
  interactives: `countIf(${IS_CUSTOM} AND events.interactive = 1)`,
  entry_page: `argMinIf(events.page, ${RECEIVED}, ${IS_VIEW})`,
  exit_page: `argMaxIf(events.page, ${RECEIVED}, ${IS_VIEW})`,
  entry_hostname: `argMinIf(events.hostname, ${RECEIVED}, ${IS_VIEW})`,
  exit_hostname: `argMaxIf(events.hostname, ${RECEIVED}, ${IS_VIEW})`,
  by_page: `sumMapIf([events.page], [toUInt32(${IS_VIEW})], [toUInt32(${IS_CUSTOM})], events.name != 'engagement')`,
  by_name: `sumMapIf([events.name], [${ONE}], ${IS_CUSTOM})`,
  engaged_ms: 'sum(toUInt64(events.engaged_ms))',
  depth_by_page: `maxMapIf([events.page], [toUInt32(events.scroll_depth)], ${IS_DEPTH_KNOWN} AND events.name = 'engagement')`,
  revenue: `sumIf(events.revenue_amount, ${HAS_MONEY})`,
  revenue_events: `countIf(${HAS_MONEY})`,
  currency_low: `minIf(events.revenue_currency, ${HAS_MONEY})`,
  currency_high: `maxIf(events.revenue_currency, ${HAS_MONEY})`,
  expires_on: 'max(events.expires_on)',
}

/**
 * Puts the visits of some days together and keeps them without ids: only visitors with several visits a day get a number,
 * which their visits share.
 */
export function insertSealedVisits({ rawEvents, generation, timezone, numberFrom }: SealScope): string {
  const aliased = (columns: Readonly<Record<string, string>>) =>
    Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`)
  return `INSERT INTO sealed_visits (generation, repeated, start_hour, ${Object.keys(COLUMNS).join(', ')})
SELECT
  ${generation},
  returning.number,
  toHour(visits.first_at, ${timezone}),
  ${Object.values(COLUMNS).join(',\n  ')}
FROM (
  SELECT ${aliased(VISITS).join(',\n    ')}
  FROM events
  WHERE ${rawEvents}
  GROUP BY events.site_id, events.day, events.visit_id
) AS visits
LEFT JOIN (
  SELECT site_id, day, visitor_id, toUInt32(${numberFrom} + 1 + rowNumberInAllBlocks()) AS number
  FROM (
    SELECT events.site_id AS site_id, events.day AS day, events.visitor_id AS visitor_id
    FROM events
    WHERE ${rawEvents}
    GROUP BY events.site_id, events.day, events.visitor_id
    HAVING min(events.visit_id) != max(events.visit_id)
  )
) AS returning
  ON returning.site_id = visits.site_id AND returning.day = visits.day AND returning.visitor_id = visits.visitor_id`
}
