import { NO_HINTS } from '../../collector/core/client/client-hints.ts'
import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import type { DailyCount } from '../../collector/core/event/daily-count.ts'
import { parsePayload } from '../../collector/core/event/payload.ts'
import type { Site } from '../../collector/core/ports.ts'
import { clientAddressReader } from '../../collector/http/client-address.ts'
import { openClientParser } from '../../collector/ingest/client-parser.ts'
import { openBoundedNames } from '../../collector/ingest/counters/bounded-names.ts'
import { openPlaces } from '../../collector/ingest/geo/places.ts'
import { type PipelineResult, runPipeline } from '../../collector/ingest/pipeline/pipeline.ts'
import type { RequestFacts } from '../../collector/ingest/request-facts.ts'
import { openKnownSender } from '../../collector/ingest/sender.ts'
import { openVisits } from '../../collector/ingest/visits.ts'
import { openTestKeys } from './day-keys.ts'
import { aSite } from './events.ts'

export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'

/** One request as a browser makes it; what a test cares about is given. */
export interface WorldRequest {
  readonly body?: object
  readonly facts?: Partial<RequestFacts>
  readonly address?: string
  readonly time?: string
}

export interface PipelineWorld {
  send(request: WorldRequest): PipelineResult
  /** The event of a request that must not be dropped. */
  event(request: WorldRequest): AnalyticsEvent
  readonly notes: Omit<DailyCount, 'count'>[]
}

const placesOpening = openPlaces(undefined)

/** A site's day as its visitors make it: requests in order, with real keys, visits and tables. */
export async function openPipelineWorld(site: Site = aSite(), maxValues = 10_000): Promise<PipelineWorld> {
  const { placeOf } = await placesOpening
  const dayKeys = openTestKeys()
  const senderTools = { parseClient: openClientParser(), placeOf }
  const notes: Omit<DailyCount, 'count'>[] = []
  const tools = {
    values: openBoundedNames(maxValues),
    note: (note: Omit<DailyCount, 'count'>) => void notes.push(note),
  }
  const visits = openVisits()
  const readAddress = clientAddressReader({ trustedProxies: [], addressHeader: undefined })

  function send({
    body = {},
    facts = {},
    address = '91.152.10.9',
    time = '2026-03-10T12:00:00+02:00',
  }: WorldRequest) {
    const parsed = parsePayload({ n: 'pageview', u: 'https://example.com/', d: 'example.com', ...body })
    if (!parsed.ok) throw new Error(`The test sent a bad payload: ${JSON.stringify(parsed.errors)}`)
    const seconds = Date.parse(time) / 1_000
    const known = {
      userAgent: FIREFOX,
      acceptLanguage: 'fi-FI,fi;q=0.9',
      hints: NO_HINTS,
      objects: false,
      prefetch: false,
      ...facts,
    }
    const sender = openKnownSender({ address: readAddress.ofRequest(address, {}), facts: known }, senderTools)
    const keys = dayKeys.keysFor(site, seconds)
    const draft = { site, payload: parsed.payload, keys, seconds, sender, visits, idempotencyKey: '0' }
    const result = runPipeline(draft, tools)
    if ('event' in result) visits.keep(result.visit, seconds)
    return result
  }

  return {
    send,
    event(request) {
      const result = send(request)
      if (!('event' in result)) throw new Error(`dropped: ${JSON.stringify(result.dropped)}`)
      return result.event
    },
    notes,
  }
}
