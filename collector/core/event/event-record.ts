import { CHANNELS, type Channel } from '../acquisition/channel.ts'
import type { Day, SiteId, VisitId, VisitorId } from '../ids.ts'
import { addDays } from '../time/zone.ts'
import {
  type Acquisition,
  type AnalyticsEvent,
  type ClientFacts,
  DEVICES,
  type Device,
  type Engagement,
  type Place,
  type Revenue,
} from './analytics-event.ts'

/** Days that raw events are kept: 13 months, the default of every site. */
export const RETENTION_DAYS = 396

/**
 * The fields of a record in their order; the names are those of the columns of table `events`.
 * A change of this list is another `RECORD_VERSION`.
 */
export const RECORD_FIELDS = [
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
  'channel',
  'referrer',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_content',
  'utm_term',
  'country',
  'region',
  'region_name',
  'city',
  'city_name',
  'language',
  'browser',
  'browser_version',
  'os',
  'os_version',
  'device',
  'scroll_depth',
  'engaged_ms',
  'revenue_amount',
  'revenue_currency',
  'idempotency_key',
  'expires_on',
] as const

/** Version of the record; the journal refuses records of another one. */
export const RECORD_VERSION = 2

/** Stands for a scroll depth that is not known. */
const NO_SCROLL_DEPTH = 255

/**
 * One event as a JSON array in the order of `RECORD_FIELDS`: made once, kept in the journal and sent to the
 * database as it is. 64-bit ids are decimal strings, `timestamp` is in seconds. Put together from its parts, it takes three
 * quarters of the time of a list that is made for `JSON.stringify`.
 */
export function encodeRecord(event: AnalyticsEvent): string {
  const { siteId, day, timestampSeconds, name, visitorId, visitId } = event
  const { hostname, page, interactive, props } = event
  const ids = `${siteId},"${day}",${numeral(timestampSeconds)},${quoted(name)},"${visitorId}","${visitId}"`
  const where = `${quoted(hostname)},${quoted(page)},${interactive ? 1 : 0},${propsText(props)}`
  const visit = `${acquisitionText(event.acquisition)},${placeText(event.place)},${clientText(event.client)}`
  const amounts = `${engagementText(event.engagement)},${revenueText(event.revenue)}`
  return `[${ids},${where},${visit},${amounts},${quoted(event.idempotencyKey)},"${expiryOf(day)}"]`
}

/** Printable ASCII without `"` and `\`: JSON writes it as it is (RFC 8259 §7). */
const PLAIN = /^[ !#-[\]-~]*$/

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text)
}

/** What is no number is written as `JSON.stringify` does: the record can be read, and the database refuses its row alone. */
function numeral(value: number): string {
  return Number.isFinite(value) ? `${value}` : JSON.stringify(value)
}

function propsText(props: Readonly<Record<string, string>>): string {
  const keys = Object.keys(props)
  return keys.length === 0 ? '[],[]' : `${JSON.stringify(keys)},${JSON.stringify(Object.values(props))}`
}

function acquisitionText(acquisition: Acquisition): string {
  const { source, channel, referrer, utmSource, utmMedium, utmCampaign, utmContent, utmTerm } = acquisition
  const campaign = `${quoted(utmSource)},${quoted(utmMedium)},${quoted(utmCampaign)},${quoted(utmContent)},${quoted(utmTerm)}`
  return `${quoted(source)},"${channel}",${quoted(referrer)},${campaign}`
}

function placeText({ country, region, regionName, city, cityName }: Place): string {
  return `${quoted(country)},${quoted(region)},${quoted(regionName)},${quoted(city)},${quoted(cityName)}`
}

function engagementText(engagement: Engagement | undefined): string {
  if (engagement === undefined) return `${NO_SCROLL_DEPTH},0`
  return `${numeral(engagement.scrollDepth ?? NO_SCROLL_DEPTH)},${numeral(engagement.engagedMs)}`
}

function revenueText(revenue: Revenue | undefined): string {
  return revenue === undefined ? '"0",""' : `${quoted(revenue.amount)},${quoted(revenue.currency)}`
}

const clientTexts = new WeakMap<ClientFacts, string>()

/** Many events share one set of facts, and its text is made once. */
function clientText(client: ClientFacts): string {
  const known = clientTexts.get(client)
  if (known !== undefined) return known
  const { language, browser, browserVersion, os, osVersion, device } = client
  const text = [language, browser, browserVersion, os, osVersion, device].map(quoted).join(',')
  clientTexts.set(client, text)
  return text
}

type RecordValues = readonly [
  number,
  string,
  number,
  string,
  string,
  string,
  string,
  string,
  number,
  readonly string[],
  readonly string[],
  ...(string | number)[],
]

/** The event that a record holds. Throws when it is not one of this version. */
export function decodeRecord(record: string): AnalyticsEvent {
  const values: unknown = JSON.parse(record)
  if (!isRecord(values)) throw new Error('A record of an event has another shape than expected')
  const [siteId, day, timestampSeconds, name, visitorId, visitId, hostname, page, interactive] = values
  const [keys, propValues] = [values[9], values[10]]
  const text = (field: (typeof RECORD_FIELDS)[number]): string =>
    String(values[RECORD_FIELDS.indexOf(field)] ?? '')
  return {
    siteId: siteId as SiteId,
    day: day as Day,
    timestampSeconds,
    name,
    visitorId: visitorId as VisitorId,
    visitId: visitId as VisitId,
    hostname,
    page,
    interactive: interactive === 1,
    props: Object.fromEntries(keys.map((key, index) => [key, propValues[index] ?? ''])),
    acquisition: {
      source: text('source'),
      channel: toChannel(text('channel')),
      referrer: text('referrer'),
      utmSource: text('utm_source'),
      utmMedium: text('utm_medium'),
      utmCampaign: text('utm_campaign'),
      utmContent: text('utm_content'),
      utmTerm: text('utm_term'),
    },
    client: {
      browser: text('browser'),
      browserVersion: text('browser_version'),
      os: text('os'),
      osVersion: text('os_version'),
      device: toDevice(text('device')),
      language: text('language'),
    },
    place: {
      country: text('country'),
      region: text('region'),
      regionName: text('region_name'),
      city: text('city'),
      cityName: text('city_name'),
    },
    revenue: toRevenue(text('revenue_amount'), text('revenue_currency')),
    engagement: name === 'engagement' ? toEngagement(text('scroll_depth'), text('engaged_ms')) : undefined,
    idempotencyKey: text('idempotency_key'),
  }
}

/** The site of a record, read from its beginning; cheaper than decoding it. */
export function siteOfRecord(record: Uint8Array): SiteId {
  let id = 0
  for (let index = 1; index < record.length; index++) {
    const digit = (record[index] ?? 0) - 48
    if (digit < 0 || digit > 9) break
    id = id * 10 + digit
  }
  return id as SiteId
}

function isRecord(values: unknown): values is RecordValues {
  return Array.isArray(values) && values.length === RECORD_FIELDS.length && Array.isArray(values[9])
}

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

function toChannel(value: string): Channel {
  return CHANNELS.find(channel => channel === value) ?? 'Direct'
}

function toRevenue(amount: string, currency: string): Revenue | undefined {
  return currency === '' ? undefined : { amount, currency }
}

function toEngagement(scrollDepth: string, engagedMs: string): Engagement {
  const depth = Number(scrollDepth)
  return { scrollDepth: depth === NO_SCROLL_DEPTH ? undefined : depth, engagedMs: Number(engagedMs) }
}

function toDevice(value: string): Device {
  return DEVICES.find(device => device === value) ?? ''
}
