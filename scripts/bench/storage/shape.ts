import type { ClickHouseClient } from '@clickhouse/client'

/** What the measured rows are like: how hard they are to compress. */
export interface Shape {
  readonly sites: number
  readonly days: number
  readonly events: number
  readonly eventsPerVisit: number
  readonly eventsPerVisitorDay: number
  /** Share of visits with one event, 0–1. */
  readonly oneEventVisits: number
  /** Different pages, counted per site. */
  readonly pages: number
  readonly referrers: number
  readonly countries: number
  readonly languages: number
  /** Different combinations of browser, system, their versions and device. */
  readonly clients: number
  /** Share of events with custom properties, 0–1. */
  readonly withProps: number
}

/** Counts what is in table `events`. */
export async function countShape(client: ClickHouseClient): Promise<Shape> {
  const answer = await client.query({
    query: `SELECT
    toFloat64(uniqExact(site_id)) AS sites,
    toFloat64(uniqExact(day)) AS days,
    toFloat64(count()) AS events,
    count() / uniqExact(visit_id) AS eventsPerVisit,
    count() / uniqExact(visitor_id) AS eventsPerVisitorDay,
    toFloat64(uniqExact(site_id, page)) AS pages,
    toFloat64(uniqExact(referrer)) AS referrers,
    toFloat64(uniqExact(country)) AS countries,
    toFloat64(uniqExact(language)) AS languages,
    toFloat64(uniqExact(browser, browser_version, os, os_version, device)) AS clients,
    countIf(notEmpty(prop_keys)) / count() AS withProps,
    (
        SELECT countIf(visit_events = 1) / count()
        FROM (SELECT count() AS visit_events FROM events GROUP BY visit_id)
    ) AS oneEventVisits
FROM events`,
    format: 'JSONEachRow',
  })
  const [shape] = await answer.json<Shape>()
  if (shape === undefined) throw new Error('Counting the events returned no row')
  return shape
}
