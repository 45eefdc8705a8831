import type { AnalyticsEvent, Device } from '../core/event/analytics-event.ts'
import { DEVICES } from '../core/event/analytics-event.ts'
import type { Day, SiteId, VisitId, VisitorId } from '../core/ids.ts'
import type { PositionedEvent } from '../core/ports.ts'
import { addDays } from '../core/time/zone.ts'

/** Days that raw events are kept: 13 months, the default of every site. */
const RETENTION_DAYS = 396

/** One row of table `events` as ClickHouse's JSONEachRow takes it; 64-bit integers are decimal strings. */
export interface EventRow {
  site_id: number
  day: string
  timestamp: number
  name: string
  visitor_id: string
  visit_id: string
  hostname: string
  page: string
  interactive: 0 | 1
  prop_keys: string[]
  prop_values: string[]
  source: string
  referrer: string
  utm_source: string
  utm_medium: string
  utm_campaign: string
  utm_content: string
  utm_term: string
  country: string
  language: string
  browser: string
  browser_version: string
  os: string
  os_version: string
  device: string
  expires_on: string
  journal_id: string
  sequence: number
}

/** The row that stores an event. */
export function toEventRow({ event, journalId, sequence }: PositionedEvent): EventRow {
  const { acquisition, client } = event
  return {
    site_id: event.siteId,
    day: event.day,
    timestamp: event.timestampSeconds,
    name: event.name,
    visitor_id: event.visitorId,
    visit_id: event.visitId,
    hostname: event.hostname,
    page: event.page,
    interactive: event.interactive ? 1 : 0,
    prop_keys: Object.keys(event.props),
    prop_values: Object.values(event.props),
    source: acquisition.source,
    referrer: acquisition.referrer,
    utm_source: acquisition.utmSource,
    utm_medium: acquisition.utmMedium,
    utm_campaign: acquisition.utmCampaign,
    utm_content: acquisition.utmContent,
    utm_term: acquisition.utmTerm,
    country: event.country,
    language: client.language,
    browser: client.browser,
    browser_version: client.browserVersion,
    os: client.os,
    os_version: client.osVersion,
    device: client.device,
    expires_on: expiryOf(event.day),
    journal_id: journalId,
    sequence,
  }
}

/** What `recent-events.sql` returns: `timestamp` as seconds, 64-bit integers as text. */
export type StoredEventRow = Omit<EventRow, 'expires_on' | 'journal_id' | 'sequence'>

/** The event that a stored row holds. Throws when a column is missing. */
export function fromEventRow(row: StoredEventRow): AnalyticsEvent {
  const missing = STORED_COLUMNS.filter(column => row[column] === undefined)
  if (missing.length > 0) throw new Error(`Row of events lacks ${missing.join(', ')}`)
  return {
    siteId: row.site_id as SiteId,
    day: row.day as Day,
    timestampSeconds: row.timestamp,
    name: row.name,
    visitorId: row.visitor_id as VisitorId,
    visitId: row.visit_id as VisitId,
    hostname: row.hostname,
    page: row.page,
    interactive: row.interactive === 1,
    props: Object.fromEntries(row.prop_keys.map((key, index) => [key, row.prop_values[index] ?? ''])),
    acquisition: {
      source: row.source,
      referrer: row.referrer,
      utmSource: row.utm_source,
      utmMedium: row.utm_medium,
      utmCampaign: row.utm_campaign,
      utmContent: row.utm_content,
      utmTerm: row.utm_term,
    },
    client: {
      browser: row.browser,
      browserVersion: row.browser_version,
      os: row.os,
      osVersion: row.os_version,
      device: toDevice(row.device),
      language: row.language,
    },
    country: row.country,
  }
}

const STORED_COLUMNS = [
  'site_id',
  'day',
  'timestamp',
  'name',
  'visitor_id',
  'visit_id',
  'hostname',
  'page',
  'interactive',
  'prop_keys',
  'prop_values',
  'source',
  'country',
  'browser',
  'device',
] as const

const expiries = new Map<Day, string>()

/** Nearly every event of a moment shares its day, so the sum is made once per day. */
function expiryOf(day: Day): string {
  const known = expiries.get(day)
  if (known !== undefined) return known
  const expiry = addDays(day, RETENTION_DAYS)
  if (expiries.size > 1_000) expiries.clear()
  expiries.set(day, expiry)
  return expiry
}

function toDevice(value: string): Device {
  return DEVICES.find(device => device === value) ?? ''
}
