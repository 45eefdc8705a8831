import type { AnalyticsEvent } from '../../core/event/analytics-event.ts'
import type { OpenVisit } from '../visits.ts'
import { addPage, addVisit, addVisitor } from './add-steps.ts'
import { type Draft, type DraftInput, type Drop, type PipelineTools, required, type Step } from './draft.ts'
import {
  dropBots,
  dropForeignHostname,
  dropHostingNetworks,
  dropObjecting,
  dropPrefetch,
  dropShieldedAddress,
  dropShieldedCountry,
  dropShieldedPage,
  dropSpamReferrers,
} from './drop-steps.ts'
import { keepHostname, keepName, keepProps, keepText } from './values.ts'

/** `visit` is the open visit that the event belongs to. */
export type PipelineResult =
  | { readonly event: AnalyticsEvent; readonly visit: OpenVisit }
  | { readonly dropped: Drop }

/** Everything that happens to an event, in order. Cheap drops come first; nothing is kept of a dropped event but its reason. */
const STEPS: readonly Step[] = [
  dropObjecting,
  dropPrefetch,
  dropBots,
  dropHostingNetworks,
  dropForeignHostname,
  addPage,
  dropShieldedPage,
  dropShieldedAddress,
  dropShieldedCountry,
  dropSpamReferrers,
  addVisitor,
  addVisit,
]

/** Turns a request into an event that holds nothing of its sender, or into the reason why it is not counted. */
export function runPipeline(input: DraftInput, tools: PipelineTools): PipelineResult {
  const draft = toDraft(input)
  for (const step of STEPS) {
    const dropped = step(draft, tools)
    if (dropped !== undefined) return { dropped }
  }
  return { event: toEvent(draft, tools), visit: required(draft, 'visit') }
}

/** Every draft has all fields from its beginning, in one order: objects of many shapes cost an event a tenth of its time. */
function toDraft(input: DraftInput): Draft {
  return {
    site: input.site,
    payload: input.payload,
    sender: input.sender,
    keys: input.keys,
    seconds: input.seconds,
    idempotencyKey: input.idempotencyKey,
    visits: input.visits,
    page: undefined,
    visitorIds: undefined,
    visit: undefined,
  }
}

function toEvent(draft: Draft, tools: PipelineTools): AnalyticsEvent {
  const visit = required(draft, 'visit')
  const { payload } = draft
  const page = keepText(draft, tools, 'page', required(draft, 'page'))
  return {
    siteId: draft.site.id,
    day: draft.keys.current.day,
    timestampSeconds: draft.seconds,
    name: keepName(draft, tools),
    visitorId: required(draft, 'visitorIds').current,
    visitId: visit.visitId,
    hostname: keepHostname(draft, tools),
    page,
    interactive: payload.interactive,
    props: keepProps(draft, tools, page),
    acquisition: visit.acquisition,
    client: visit.client,
    place: visit.place,
    revenue: payload.revenue,
    engagement: payload.engagement,
    idempotencyKey: draft.idempotencyKey,
  }
}
