import { acquisition } from '../core/acquisition/acquisition.ts'
import type { Acquisition, AnalyticsEvent, ClientFacts } from '../core/event/analytics-event.ts'
import type { DropReason } from '../core/event/drop-reasons.ts'
import { belongsToSite } from '../core/event/page-url.ts'
import type { Payload } from '../core/event/payload.ts'
import { visitorId } from '../core/identity/visitor-id.ts'
import type { VisitorId } from '../core/ids.ts'
import type { Site } from '../core/ports.ts'
import type { ClientParser, ParsedClient } from './client-parser.ts'
import type { CountryOf } from './countries.ts'
import type { CurrentKeys } from './day-keys.ts'
import type { AddressDigests, RequestFacts } from './request-facts.ts'
import type { OpenVisit, Visits } from './visits.ts'

/** One event on its way: what was sent, who sent it, and what the steps have found so far. */
interface Draft {
  readonly site: Site
  readonly payload: Payload
  readonly facts: RequestFacts
  readonly digests: AddressDigests
  readonly keys: CurrentKeys
  readonly nowSeconds: number
  parsed?: ParsedClient
  client?: ClientFacts
  visitorId?: VisitorId
  visit?: OpenVisit
}

export interface PipelineInput
  extends Pick<Draft, 'site' | 'payload' | 'facts' | 'digests' | 'keys' | 'nowSeconds'> {}

export interface PipelineTools {
  readonly parseClient: ClientParser
  readonly countryOf: CountryOf
  readonly visits: Visits
}

/** `visit` is the open visit that the event belongs to. */
export type PipelineResult =
  | { readonly event: AnalyticsEvent; readonly visit: OpenVisit }
  | { readonly dropped: DropReason }

/** A step adds to the draft, or names the reason to drop the event. */
type Step = (draft: Draft, tools: PipelineTools) => DropReason | undefined

/** Everything that happens to an event, in order. Cheap drops come first; nothing is kept of a dropped event but its reason. */
const STEPS: readonly Step[] = [
  dropObjecting,
  dropPrefetch,
  dropBots,
  dropForeignHostname,
  addClient,
  addVisitor,
  addVisit,
]

/** Turns a request into an event that holds nothing of its sender, or into the reason why it is not counted. */
export function runPipeline(input: PipelineInput, tools: PipelineTools): PipelineResult {
  const draft: Draft = { ...input }
  for (const step of STEPS) {
    const dropped = step(draft, tools)
    if (dropped !== undefined) return { dropped }
  }
  return { event: toEvent(draft), visit: required(draft, 'visit') }
}

function dropObjecting({ facts }: Draft): DropReason | undefined {
  return facts.objects ? 'objected' : undefined
}

function dropPrefetch({ facts }: Draft): DropReason | undefined {
  return facts.prefetch ? 'prefetch' : undefined
}

function dropBots(draft: Draft, { parseClient }: PipelineTools): DropReason | undefined {
  draft.parsed = parseClient(draft.facts.userAgent)
  return draft.parsed.isBot ? 'bot' : undefined
}

function dropForeignHostname({ payload, site }: Draft): DropReason | undefined {
  return belongsToSite(payload.url.hostname, site.domain) ? undefined : 'unknown_hostname'
}

function addClient(draft: Draft): undefined {
  const parsed = required(draft, 'parsed')
  const { hints, acceptLanguage } = draft.facts
  draft.client = parsed.facts(hints, acceptLanguage)
}

function addVisitor(draft: Draft): undefined {
  draft.visitorId = visitorId(draft.digests.current, required(draft, 'client'))
}

/** The visitor's open visit; else a new one, and only then is it asked where it comes from. Engagement alone never starts one. */
function addVisit(draft: Draft, { visits, countryOf }: PipelineTools): DropReason | undefined {
  const { site, payload, nowSeconds, keys } = draft
  const id = required(draft, 'visitorId')
  const open = visits.find(site.id, id, nowSeconds)
  if (open !== undefined) {
    draft.visit = open
    return undefined
  }
  if (payload.name === 'engagement') return 'no_visit_for_engagement'
  draft.visit = visits.start(site.id, id, {
    day: keys.current.day,
    acquisition: inheritedAcquisition(draft, visits) ?? ownAcquisition(draft),
    client: required(draft, 'client'),
    country: countryOf(draft.facts.network),
    lastSeconds: nowSeconds,
  })
  return undefined
}

/** Where the event itself says it came from; only the first one of a visit is asked. */
function ownAcquisition({ payload, site }: Draft): Acquisition {
  return acquisition(payload.url.parameters, payload.referrer, site.domain)
}

/** What continues after midnight is a new visit under a new id; only where it came from is carried over, in memory. */
function inheritedAcquisition(draft: Draft, visits: Visits): Acquisition | undefined {
  const { keys, digests, site, nowSeconds } = draft
  if (keys.previous === undefined || digests.previous === undefined) return undefined
  const previousId = visitorId(digests.previous, required(draft, 'client'))
  return visits.find(site.id, previousId, nowSeconds)?.acquisition
}

function toEvent(draft: Draft): AnalyticsEvent {
  const visit = required(draft, 'visit')
  const { payload } = draft
  return {
    siteId: draft.site.id,
    day: draft.keys.current.day,
    timestampSeconds: draft.nowSeconds,
    name: payload.name,
    visitorId: required(draft, 'visitorId'),
    visitId: visit.visitId,
    hostname: payload.url.hostname,
    page: payload.url.page,
    interactive: payload.interactive,
    props: payload.props,
    acquisition: visit.acquisition,
    client: visit.client,
    country: visit.country,
  }
}

/** What an earlier step has added. Throws when the order of the steps is wrong. */
function required<Key extends keyof Draft>(draft: Draft, key: Key): NonNullable<Draft[Key]> {
  const value = draft[key]
  if (value === undefined || value === null)
    throw new Error(`Pipeline step needs "${key}" from an earlier step`)
  return value
}
