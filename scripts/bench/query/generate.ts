import type { ClickHouseClient } from '@clickhouse/client'
import type { Day } from '../../../collector/core/ids.ts'
import { EVENTS_PER_VISIT, SMALL_SITE_EVENTS, TIMEZONE, TODAY, visitsOf, yearOfDays } from './world.ts'

export interface GenerateOptions {
  readonly client: ClickHouseClient
  /** About how many events the big site gets; its id is 1. */
  readonly events: number
  /** How many small sites there are; their ids follow. */
  readonly smallSites: number
  readonly onProgress: (text: string) => void
}

/** Fills table `events` day by day, as collectors would have: in the order of time within a day. */
export async function generateEvents({
  client,
  events,
  smallSites,
  onProgress,
}: GenerateOptions): Promise<void> {
  const days = yearOfDays()
  let toldAt = 0
  for (const [index, day] of days.entries()) {
    const big = visitsOf(day, events / EVENTS_PER_VISIT)
    const small = visitsOf(day, (smallSites * SMALL_SITE_EVENTS) / EVENTS_PER_VISIT)
    const day_ = { client, day, dayNumber: index }
    await insertDay({ ...day_, firstSite: 1, sites: 1, visits: big })
    if (smallSites > 0) await insertDay({ ...day_, firstSite: 2, sites: smallSites, visits: small })
    if (Date.now() - toldAt < 5_000) continue
    toldAt = Date.now()
    onProgress(`Inventing events … ${day}, day ${index + 1} of ${days.length}`)
  }
}

interface DayOptions {
  readonly client: ClickHouseClient
  readonly day: Day
  readonly dayNumber: number
  readonly firstSite: number
  readonly sites: number
  /** Of all these sites together. */
  readonly visits: number
}

/** One statement invents everything of a day out of hashes, so that the same day always is the same. */
async function insertDay({ client, day, dayNumber, firstSite, sites, visits }: DayOptions): Promise<void> {
  await client.command({
    query: EVENTS_OF_DAY,
    query_params: {
      day,
      day_number: dayNumber,
      first_site: firstSite,
      sites,
      visits,
      timezone: TIMEZONE,
      // Until 15:00 of today.
      last_second: day === TODAY ? 54_000 : 82_000,
    },
    clickhouse_settings: { max_threads: 2, max_insert_threads: '1', max_execution_time: 3_600 },
  })
}

const SECTIONS = "['blog', 'docs', 'shop', 'help', 'news']"
const SOURCES =
  "['', '', '', '', 'Google', 'Google', 'Google', 'Google', 'Bing', 'DuckDuckGo', 'Facebook', 'Instagram', 'LinkedIn', 'YouTube', 'ChatGPT', 'Hacker News', 'Reddit', 'Ecosia', 'WhatsApp', 'Newsletter']"
const COUNTRIES =
  "['FI', 'FI', 'FI', 'FI', 'FI', 'FI', 'SE', 'SE', 'SE', 'DE', 'DE', 'NO', 'DK', 'EE', 'NL', 'FR', 'GB', 'US', 'US', 'PL', 'ES', 'IT', 'LV', 'LT', 'CH', 'AT', 'IN', 'CA', 'AU', '']"
const BROWSERS =
  "['Chrome', 'Chrome', 'Chrome', 'Chrome', 'Chrome', 'Safari', 'Safari', 'Safari', 'Firefox', 'Firefox', 'Edge', 'Samsung Internet', 'Opera', 'Instagram']"

/** As random as any: some small numbers compress worse. */
const JOURNAL_ID = 'toUInt64(12345678901234567890)'

/** As the collector gives them: bits of its run, the second in which the visit starts, a count within it. */
const VISIT_ID = `bitOr(
    bitShiftLeft(bitOr(bitShiftLeft(toUInt64(4711 + intDiv(number, 65536)), 32),
      toUInt64(toUnixTimestamp(toDateTime({day:String} || ' 00:00:00', {timezone:String})) + start)), 16),
    toUInt64(number % 65536))`

/** A visit is a number of its day; views, and what happens on each, are joined to it. */
const EVENTS_OF_DAY = `INSERT INTO events (site_id, day, timestamp, name, visitor_id, visit_id, hostname, page, interactive,
  prop_keys, prop_values, source, channel, referrer, utm_source, utm_medium, utm_campaign, country, language, browser,
  browser_version, os, os_version, device, scroll_depth, engaged_ms, revenue_amount, revenue_currency, expires_on,
  journal_id, sequence)
SELECT
  site, toDate({day:String}),
  toDateTime(toUnixTimestamp(toDateTime({day:String} || ' 00:00:00', {timezone:String})) + start + view * gap + kind * 3, 'UTC') AS at,
  arrayElement(['pageview', if(e % 3 = 0, 'Signup', if(e % 3 = 1, 'Purchase', 'Outbound Link: Click')), 'engagement'], kind + 1) AS event,
  cityHash64('visitor', site, {day_number:UInt32}, person),
  ${VISIT_ID},
  'www' || toString(site), page, 1,
  if(event = 'Outbound Link: Click', ['url'], []),
  if(event = 'Outbound Link: Click', ['https://partner-' || toString(e % 50) || '.example/'], []),
  arrayElement(${SOURCES}, 1 + a % 20) AS from_source,
  multiIf(from_source = '', 'Direct', from_source IN ('Google', 'Bing', 'DuckDuckGo', 'Ecosia'), 'Organic Search', from_source = 'ChatGPT', 'AI Assistants', from_source = 'Newsletter', 'Email', from_source IN ('Hacker News'), 'Referral', 'Organic Social'),
  if(from_source = '', '', lower(replaceAll(from_source, ' ', '')) || '.com'),
  if(from_source = 'Newsletter', 'newsletter', ''), if(from_source = 'Newsletter', 'email', ''),
  if(from_source = 'Newsletter', 'week-' || toString(intDiv({day_number:UInt32}, 7)), ''),
  arrayElement(${COUNTRIES}, 1 + c % 30), arrayElement(['fi', 'sv', 'en', 'de', 'fr'], 1 + intDiv(c, 30) % 5),
  arrayElement(${BROWSERS}, 1 + b % 14), toString(120 + intDiv({day_number:UInt32}, 30) + b % 3),
  arrayElement(['Windows', 'Windows', 'Android', 'Android', 'iOS', 'iOS', 'macOS', 'Linux'], 1 + intDiv(b, 14) % 8),
  toString(10 + b % 6), arrayElement(['Desktop', 'Desktop', 'Desktop', 'Mobile', 'Mobile', 'Mobile', 'Tablet'], 1 + intDiv(b, 112) % 7),
  if(kind = 2, e % 101, 255), if(kind = 2, 500 + e % 90000, 0),
  if(event = 'Purchase', toDecimal64(5 + e % 20000 / 100, 3), 0), if(event = 'Purchase', 'EUR', ''),
  toDate('2148-01-01'), ${JOURNAL_ID}, toUInt64({day_number:UInt32}) * 4000000 + rowNumberInAllBlocks()
FROM (
  SELECT *, arrayJoin(arrayFilter(one -> one = 0 OR (one = 1 AND e % 16 = 0) OR (one = 2 AND e % 2 = 0), [0, 1, 2])) AS kind
  FROM (
    SELECT *,
      arrayJoin(range(views)) AS view,
      cityHash64('event', v, view) AS e,
      toUInt32(exp(((cityHash64('page', v, view) % 1000000) / 1000000) * 8)) AS rank,
      if(rank = 1, '/', '/' || arrayElement(${SECTIONS}, 1 + rank % 5) || '/' || toString(rank + if(rank > 300, {day_number:UInt32} * 3, 0))) AS page
    FROM (
      SELECT
        number,
        {first_site:UInt32} + number % {sites:UInt32} AS site,
        intDiv(number, {sites:UInt32}) AS place,
        cityHash64(site, {day_number:UInt32}, number) AS v,
        if(place > 0 AND v % 100 < 17, place - 1 - intDiv(v, 100) % least(place, 300), place) AS person,
        cityHash64('a', v) AS a,
        cityHash64('b', site, {day_number:UInt32}, person) AS b,
        cityHash64('c', site, {day_number:UInt32}, person) AS c,
        if(cityHash64('n', v) % 100 < 45, 1, least(30, 2 + toUInt32(log((1 + cityHash64('m', v) % 1000000) / 1000001) / log(0.65)))) AS views,
        5 + cityHash64('g', v) % 170 AS gap,
        toUInt32(({last_second:UInt32} - 5400) * ((cityHash64('s', v) % 100000 + cityHash64('t', v) % 100000) / 200000)) AS start
      FROM numbers({visits:UInt32})
    )
  )
)
ORDER BY at`
