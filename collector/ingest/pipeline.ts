import { acquisition } from '../core/acquisition/acquisition.ts'
import type { Acquisition, AnalyticsEvent } from '../core/event/analytics-event.ts'
import type { DropReason } from '../core/event/drop-reasons.ts'
import { belongsToSite } from '../core/event/page-url.ts'
import type { Payload } from '../core/event/payload.ts'
import type { Site } from '../core/ports.ts'
import type { CountryOf } from './countries.ts'
import type { CurrentKeys } from './day-keys.ts'
import type { KnownSender, VisitorIds } from './sender.ts'
import type { OpenVisit, Visits } from './visits.ts'

/** One event on its way: what was sent, who sent it, and what the steps have found so far. */
interface Draft {
  readonly site: Site
  readonly payload: Payload
  readonly sender: KnownSender
  readonly keys: CurrentKeys
  readonly nowSeconds: number
  visitorIds?: VisitorIds
  visit?: OpenVisit | undefined
}

export interface PipelineInput extends Pick<Draft, 'site' | 'payload' | 'sender' | 'keys' | 'nowSeconds'> {}

export interface PipelineTools {
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

function dropObjecting({ sender }: Draft): DropReason | undefined {
  return sender.facts.objects ? 'objected' : undefined
}

function dropPrefetch({ sender }: Draft): DropReason | undefined {
  return sender.facts.prefetch ? 'prefetch' : undefined
}

function dropBots({ sender }: Draft): DropReason | undefined {
  return sender.isBot() ? 'bot' : undefined
}

function dropForeignHostname({ payload, site }: Draft): DropReason | undefined {
  return belongsToSite(payload.url.hostname, site.domain) ? undefined : 'unknown_hostname'
}

function addVisitor(draft: Draft): undefined {
  draft.visitorIds = draft.sender.visitorIds(draft.keys)
}

/** The visitor's open visit; else a new one, and only then is it asked where it comes from. Engagement alone never starts one. */
function addVisit(draft: Draft, { visits, countryOf }: PipelineTools): DropReason | undefined {
  const { site, payload, nowSeconds, keys, sender } = draft
  const { current } = required(draft, 'visitorIds')
  draft.visit = visits.find(site.id, current, nowSeconds)
  if (draft.visit !== undefined) return undefined
  if (payload.name === 'engagement') return 'no_visit_for_engagement'
  draft.visit = visits.start(site.id, current, {
    day: keys.current.day,
    acquisition: inheritedAcquisition(draft, visits) ?? ownAcquisition(draft),
    client: sender.client(),
    country: countryOf(sender.facts.network),
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
  const { previous } = required(draft, 'visitorIds')
  return previous && visits.find(draft.site.id, previous, draft.nowSeconds)?.acquisition
}

function toEvent(draft: Draft): AnalyticsEvent {
  const visit = required(draft, 'visit')
  const { payload } = draft
  return {
    siteId: draft.site.id,
    day: draft.keys.current.day,
    timestampSeconds: draft.nowSeconds,
    name: payload.name,
    visitorId: required(draft, 'visitorIds').current,
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
