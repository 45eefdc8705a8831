import { EU_EEA_COUNTRIES } from '../../core/geo/area.ts'
import { COMPONENTS, type Component } from '../../core/metrics/components.ts'
import { definitionOf } from '../../core/query/dimensions.ts'
import { SEALED_DIMENSIONS, type SealedDimension } from '../../core/sealing/sealed-dimensions.ts'
import { visitColumn } from '../query/columns.ts'
import { type Contribution, componentColumns } from '../query/components.ts'
import { UNKNOWN_DEPTH } from '../query/conditions.ts'
import { VISITORS } from '../query/parts/sealed-visit-part.ts'
import { HAS_EVENTS, type ItemSet, NAMES, PAGES, READ_BY_VISITS } from '../query/sealed-context.ts'
import type { SealScope } from './scope.ts'

/** Components that sealed figures have a column for, in its order. */
const STATS: readonly Component[] = COMPONENTS.filter(
  component => !['matching_events', 'exits', 'exit_views'].includes(component),
)

const KEYS = ['site_id', 'day'] as const

/** Everything that a whole visit tells; of visits without an event of their own only the reading. */
const OF_VISITS: Contribution = {
  visitors: `countIf(${HAS_EVENTS} AND sealed.repeated = 0) + ${VISITORS.repeated(HAS_EVENTS)}`,
  visits: `countIf(${HAS_EVENTS})`,
  pageviews: 'sum(sealed.views)',
  events: 'sum(sealed.views + sealed.customs)',
  counted_visits: `countIf(${HAS_EVENTS})`,
  bounces: 'sum(sealed.is_bounce)',
  visit_seconds: `sumIf(sealed.seconds, ${HAS_EVENTS})`,
  visit_views: 'sum(sealed.views)',
  ...READ_BY_VISITS,
  revenue: 'sum(sealed.revenue)',
  revenue_events: 'sum(sealed.revenue_events)',
  currency_low: "minIf(sealed.currency_low, sealed.currency_low != '')",
  currency_high: 'max(sealed.currency_high)',
}

/** What the items of visits tell, each visit having an item once. */
function ofItems({ pageviews, events }: ItemSet): Contribution {
  return {
    visitors: `${VISITORS.single} + ${VISITORS.repeated('true')}`,
    visits: 'count()',
    pageviews: `sum(${pageviews})`,
    events: `sum(${events})`,
  }
}

const HAS_MONEY = "events.revenue_currency != '' AND events.name != 'engagement'"

const MONEY: Contribution = {
  revenue: 'sum(events.revenue_amount)',
  revenue_events: 'count()',
  currency_low: 'min(events.revenue_currency)',
  currency_high: 'max(events.revenue_currency)',
}

/** Seals the figures of some days by every dimension, from the visits that were sealed just before and, where these cannot tell, from raw events. */
export function insertDailyStats(scope: SealScope): string {
  const visits = `FROM sealed_visits AS sealed WHERE ${scope.sealedVisits}`
  const events = `FROM events WHERE ${scope.rawEvents}`
  const select = (
    dimension: string,
    value: string,
    alias: string,
    contribution: Contribution,
    from: string,
  ): string => {
    const asked = STATS.filter(component => contribution[component] !== undefined)
    const columns = componentColumns(contribution, asked, STATS)
    return `SELECT ${alias}.site_id AS site_id, ${alias}.day AS day, '${dimension}' AS dimension, toString(${value}) AS value, ${columns.join(', ')}
${from}
GROUP BY site_id, day, value`
  }
  const items = (
    dimension: string,
    set: ItemSet,
    value: string,
    contribution: Contribution,
    holds: string,
  ): string => {
    const joined = Object.entries(set.arrays).map(([variable, array]) => `${array} AS ${variable}`)
    const from = `FROM (SELECT * ${visits}) AS sealed ARRAY JOIN ${joined.join(', ')} WHERE ${holds}`
    return select(dimension, value, 'sealed', contribution, from)
  }
  const visitDimensions = SEALED_DIMENSIONS.filter(dimension => dimension.startsWith('visit:'))
  const parts = [
    select('', "''", 'sealed', OF_VISITS, visits),
    ...visitDimensions.map(dimension =>
      select(dimension, sealedValue(dimension), 'sealed', OF_VISITS, visits),
    ),
    items('event:page', PAGES, 'item_page', ofItems(PAGES), PAGES.counts),
    items('event:name', NAMES, 'item_name', ofItems(NAMES), NAMES.counts),
    select('event:hostname', HOSTNAME, 'events', OF_EVENTS, `${events} AND events.name != 'engagement'`),
    select('event:hostname', 'readings.read_value', 'readings', OF_READINGS, readings(scope, HOSTNAME)),
    select('event:page', 'readings.read_value', 'readings', OF_READINGS, readings(scope, 'events.page')),
    select('event:page', 'events.page', 'events', MONEY, `${events} AND ${HAS_MONEY}`),
    select('event:name', 'events.name', 'events', MONEY, `${events} AND ${HAS_MONEY}`),
  ]
  return `INSERT INTO daily_stats (generation, ${[...KEYS, 'dimension', 'value', ...STATS].join(', ')})
SELECT ${scope.generation}, * FROM (
${parts.join('\nUNION ALL\n')}
)`
}

/** What a visit is sealed by; a value that is the very word for unknown ones is one of them, as people see it. */
function sealedValue(dimension: SealedDimension): string {
  const column = visitColumn(dimension, 'sealed')
  if (dimension !== 'visit:area') return `if(${column} = '${definitionOf(dimension).missing}', '', ${column})`
  const members = EU_EEA_COUNTRIES.map(code => `'${code}'`).join(', ')
  return `multiIf(${column} = '', '', ${column} IN (${members}), 'EU/EEA', 'other')`
}

const OF_EVENTS: Contribution = {
  visitors: 'uniqExact(events.visitor_id)',
  visits: 'uniqExact(events.visit_id)',
  pageviews: "countIf(events.name = 'pageview')",
  events: 'count()',
  revenue: `sumIf(events.revenue_amount, ${HAS_MONEY})`,
  revenue_events: `countIf(${HAS_MONEY})`,
  currency_low: `minIf(events.revenue_currency, ${HAS_MONEY})`,
  currency_high: `maxIf(events.revenue_currency, ${HAS_MONEY})`,
}

/** What each visit read of each page, by a value that an event has. */
function readings({ rawEvents }: SealScope, value: string): string {
  return `FROM (
  SELECT events.site_id AS site_id, events.day AS day, events.visit_id AS visit_id, ${value} AS read_value,
    sum(toUInt64(events.engaged_ms)) AS engaged,
    maxIf(events.scroll_depth, events.scroll_depth != ${UNKNOWN_DEPTH}) AS depth,
    max(events.scroll_depth != ${UNKNOWN_DEPTH}) AS is_depth_known
  FROM events
  WHERE ${rawEvents} AND events.name = 'engagement'
  GROUP BY site_id, day, visit_id, read_value, events.page
) AS readings
WHERE engaged > 0 OR is_depth_known`
}

/** A host that is the very word for unknown ones is one of them. */
const HOSTNAME = "if(events.hostname = '(none)', '', events.hostname)"

const OF_READINGS: Contribution = {
  engaged_ms: 'sum(readings.engaged)',
  engaged_visits: 'uniqExactIf(readings.visit_id, readings.engaged > 0)',
  scroll_percents: 'sumIf(readings.depth, readings.is_depth_known)',
  scrolled_visits: 'countIf(readings.is_depth_known)',
}
