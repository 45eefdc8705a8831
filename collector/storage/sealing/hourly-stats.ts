import { COMPONENTS, type Component } from '../../core/metrics/components.ts'
import { type Contribution, componentColumns } from '../query/components.ts'
import { HAS_EVENTS } from '../query/sealed-context.ts'
import type { SealScope } from './scope.ts'

const OF_EVENTS: Contribution = {
  visitors: 'uniqExact(events.visitor_id)',
  pageviews: "countIf(events.name = 'pageview')",
  events: 'count()',
  revenue: 'sum(events.revenue_amount)',
  revenue_events: "countIf(events.revenue_currency != '')",
  currency_low: "minIf(events.revenue_currency, events.revenue_currency != '')",
  currency_high: 'max(events.revenue_currency)',
}

const OF_VISITS: Contribution = {
  visits: 'count()',
  counted_visits: 'count()',
  bounces: 'sum(sealed.is_bounce)',
  visit_seconds: 'sum(sealed.seconds)',
  visit_views: 'sum(sealed.views)',
}

const ALL = { ...OF_EVENTS, ...OF_VISITS }

/** Components that sealed hours have a column for, in its order. */
const STATS: readonly Component[] = COMPONENTS.filter(component => Object.hasOwn(ALL, component))

/** Seals the figures of the hours of some days: events by their own hour, visits by that of their start. */
export function insertHourlyStats(scope: SealScope): string {
  const select = (alias: string, hour: string, contribution: Contribution, from: string): string => {
    const asked = STATS.filter(component => contribution[component] !== undefined)
    return `SELECT ${alias}.site_id AS site_id, ${alias}.day AS day, ${hour} AS hour, ${componentColumns(contribution, asked, STATS).join(', ')}
FROM ${from}
GROUP BY site_id, day, hour`
  }
  const hourOfEvent = `toHour(events.timestamp, ${scope.timezone})`
  return `INSERT INTO hourly_stats (generation, site_id, day, hour, ${STATS.join(', ')})
SELECT ${scope.generation}, * FROM (
${select('events', hourOfEvent, OF_EVENTS, `events WHERE ${scope.rawEvents} AND events.name != 'engagement'`)}
UNION ALL
${select('sealed', 'sealed.start_hour', OF_VISITS, `sealed_visits AS sealed WHERE ${scope.sealedVisits} AND ${HAS_EVENTS}`)}
)`
}
