import type { ClickHouseClient } from '@clickhouse/client'
import { yearOfDays } from './world.ts'

/**
 * The plain way: the same data as web analytics on ClickHouse usually keeps it, a table of events and one of sessions that
 * collapses by version; no sealing, default codecs.
 */
const TABLES = [
  `CREATE TABLE plain_events (
  timestamp DateTime('UTC'), name LowCardinality(String), site_id UInt32, user_id UInt64, session_id UInt64,
  hostname LowCardinality(String), pathname String, source LowCardinality(String), referrer String,
  utm_medium String, utm_source String, utm_campaign String, country LowCardinality(String), language LowCardinality(String),
  browser LowCardinality(String), browser_version LowCardinality(String), os LowCardinality(String),
  os_version LowCardinality(String), device LowCardinality(String), prop_keys Array(String), prop_values Array(String),
  scroll_depth UInt8, engaged_ms UInt32, revenue Decimal(18, 3), currency LowCardinality(String)
) ENGINE = MergeTree PARTITION BY toYYYYMM(timestamp)
ORDER BY (site_id, toDate(timestamp), name, user_id, timestamp)`,
  `CREATE TABLE plain_sessions (
  sign Int8, session_id UInt64, site_id UInt32, user_id UInt64, start DateTime('UTC'), timestamp DateTime('UTC'),
  is_bounce UInt8, duration UInt32, pageviews Int32, events Int32, entry_page String, exit_page String,
  hostname LowCardinality(String), source LowCardinality(String), referrer String,
  utm_medium String, utm_source String, utm_campaign String, country LowCardinality(String), language LowCardinality(String),
  browser LowCardinality(String), browser_version LowCardinality(String), os LowCardinality(String),
  os_version LowCardinality(String), device LowCardinality(String)
) ENGINE = VersionedCollapsingMergeTree(sign, events) PARTITION BY toYYYYMM(start)
ORDER BY (site_id, toDate(start), user_id, session_id)`,
]

const FACTS =
  'hostname, source, referrer, utm_medium, utm_source, utm_campaign, country, language, browser, browser_version, os, os_version, device'

const EVENTS_OF_DAY = `INSERT INTO plain_events SELECT timestamp, name, site_id, visitor_id, visit_id, hostname, page,
  source, referrer, utm_medium, utm_source, utm_campaign, country, language, browser, browser_version, os, os_version, device,
  prop_keys, prop_values, scroll_depth, engaged_ms, revenue_amount, revenue_currency
FROM events WHERE day = {day:Date}`

const SESSIONS_OF_DAY = `INSERT INTO plain_sessions SELECT 1, visit_id, site_id, any(visitor_id), min(timestamp) AS started, max(timestamp),
  countIf(name = 'pageview') = 1 AND countIf(name NOT IN ('pageview', 'engagement')) = 0, dateDiff('second', started, max(timestamp)),
  countIf(name = 'pageview') AS views, countIf(name != 'engagement'),
  argMinIf(page, timestamp, name = 'pageview'), argMaxIf(page, timestamp, name = 'pageview'),
  ${FACTS.split(', ')
    .map(fact => `any(${fact})`)
    .join(', ')}
FROM events WHERE day = {day:Date} GROUP BY site_id, visit_id`

/** Makes the plain tables and fills them from table `events`, day by day. */
export async function fillPlain(client: ClickHouseClient, onProgress: (text: string) => void): Promise<void> {
  for (const query of TABLES) await client.command({ query })
  let toldAt = 0
  for (const day of yearOfDays()) {
    for (const query of [EVENTS_OF_DAY, SESSIONS_OF_DAY]) {
      await client.command({
        query,
        query_params: { day },
        clickhouse_settings: { max_threads: 2, max_insert_threads: '1', max_execution_time: 3_600 },
      })
    }
    if (Date.now() - toldAt < 5_000) continue
    toldAt = Date.now()
    onProgress(`Filling the plain tables … ${day}`)
  }
}
