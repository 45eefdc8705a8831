import type { ClickHouseClient } from '@clickhouse/client'
import { CHANNELS } from '../core/acquisition/channel.ts'
import {
  type Acquisition,
  type AnalyticsEvent,
  type ClientFacts,
  DEVICES,
  type Place,
} from '../core/event/analytics-event.ts'
import type { LatestEvent } from '../core/ports.ts'
import recentVisitsSql from './queries/recent-visits.sql?raw'

/** The columns of recent-visits.sql before its texts. */
type Row = readonly [
  AnalyticsEvent['siteId'],
  AnalyticsEvent['visitorId'],
  AnalyticsEvent['visitId'],
  AnalyticsEvent['day'],
  number,
  ...string[],
]

/** Where the texts begin, by what they belong to. */
const ACQUISITION = 5
const PLACE = 13
const CLIENT = 18
const COLUMNS = 24

/** Most different facts that are shared at a time: most visits have the same few. */
const MAX_SHARED = 50_000

/**
 * The latest event of every visitor since `fromSecond`, in groups as they arrive, so that memory is needed for what is
 * made of them only. Rows of another shape are left out.
 */
export async function* recentVisits(
  client: ClickHouseClient,
  fromSecond: number,
): AsyncGenerator<readonly LatestEvent[]> {
  const toLatestEvent = openRowReader()
  const answer = await client.query({
    query: recentVisitsSql,
    query_params: { from_second: fromSecond },
    format: 'JSONCompactEachRow',
  })
  for await (const rows of answer.stream()) {
    yield rows.flatMap(row => toLatestEvent(row.json<unknown>()) ?? [])
  }
}

function openRowReader(): (values: unknown) => LatestEvent | undefined {
  const acquisition = openSharing<Acquisition>(values => ({
    source: values[0] ?? '',
    channel: CHANNELS.find(channel => channel === values[1]) ?? 'Direct',
    referrer: values[2] ?? '',
    utmSource: values[3] ?? '',
    utmMedium: values[4] ?? '',
    utmCampaign: values[5] ?? '',
    utmContent: values[6] ?? '',
    utmTerm: values[7] ?? '',
  }))
  const place = openSharing<Place>(values => ({
    country: values[0] ?? '',
    region: values[1] ?? '',
    regionName: values[2] ?? '',
    city: values[3] ?? '',
    cityName: values[4] ?? '',
  }))
  const client = openSharing<ClientFacts>(values => ({
    browser: values[0] ?? '',
    browserVersion: values[1] ?? '',
    os: values[2] ?? '',
    osVersion: values[3] ?? '',
    device: DEVICES.find(device => device === values[4]) ?? '',
    language: values[5] ?? '',
  }))
  const day = openSharing(([text = '']) => text as AnalyticsEvent['day'])
  return values => {
    if (!isRow(values)) return undefined
    const texts = values.slice(ACQUISITION).map(String)
    return {
      siteId: values[0],
      visitorId: values[1],
      visitId: values[2],
      day: day([values[3]]),
      timestampSeconds: values[4],
      acquisition: acquisition(texts.slice(0, PLACE - ACQUISITION)),
      place: place(texts.slice(PLACE - ACQUISITION, CLIENT - ACQUISITION)),
      client: client(texts.slice(CLIENT - ACQUISITION)),
    }
  }
}

function isRow(values: unknown): values is Row {
  return Array.isArray(values) && values.length === COLUMNS && typeof values[4] === 'number'
}

/** Makes one object of equal texts, however many visits have it: a million visits take a third of the memory. */
function openSharing<T>(make: (texts: readonly string[]) => T): (texts: readonly string[]) => T {
  const known = new Map<string, T>()
  return texts => {
    const key = texts.join('\0')
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= MAX_SHARED) known.clear()
    const made = make(texts)
    known.set(key, made)
    return made
  }
}
