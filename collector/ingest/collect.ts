import type { AnalyticsEvent } from '../core/event/analytics-event.ts'
import { type DropReason, isCountedReason, isSecretReason } from '../core/event/drop-reasons.ts'
import type { Payload } from '../core/event/payload.ts'
import type { Site } from '../core/ports.ts'
import type { BoundedNames } from './counters/bounded-names.ts'
import type { DailyCounter } from './counters/daily-counter.ts'
import type { NetworkCounter } from './counters/network-counter.ts'
import type { Gate } from './gate/gate.ts'
import type { DayKeys } from './identity/day-keys.ts'
import type { Imports } from './identity/imports.ts'
import type { Journal } from './journal/journal.ts'
import type { IngestObserver } from './observer.ts'
import type { PipelineTools } from './pipeline/draft.ts'
import { runPipeline } from './pipeline/pipeline.ts'
import type { Repeats } from './repeats.ts'
import { type KnownSender, openKnownSenders, type Sender, type SenderTools } from './sender.ts'
import type { OpenVisit, Visits } from './visits.ts'

export interface CollectorDeps extends SenderTools {
  readonly journal: Journal
  readonly dayKeys: DayKeys
  readonly imports: Imports
  readonly visits: Visits
  readonly gate: Gate
  readonly repeats: Repeats
  readonly counts: DailyCounter
  readonly networks: NetworkCounter
  readonly values: BoundedNames
  readonly observer: Pick<IngestObserver, 'accepted' | 'refused' | 'dropped'>
  /** A tracked site by its domain; a look-up in memory. */
  readonly siteByDomain: (domain: string) => Site | undefined
  /** Time in whole seconds since 1970 that never goes backwards. */
  readonly nowSeconds: () => number
}

/** One event and who sent it. */
export interface CollectItem {
  readonly payload: Payload
  readonly sender: Sender
}

/** What a caller with an API key may ask for besides. */
export interface CollectOptions {
  /** Public name of the API key; needed for what follows. */
  readonly apiKeyId: string
  /** The request's `Idempotency-Key`; empty for none. */
  readonly idempotencyKey: string
}

/** What became of one event; one sent to several sites is stored when any of them stored it. */
export type CollectResult =
  | { readonly status: 'stored' }
  /** The same `Idempotency-Key` was stored before; nothing was counted now. */
  | { readonly status: 'repeated' }
  | { readonly status: 'dropped'; readonly reason: DropReason; readonly count: number }
  /** The site receives more than it may; nothing of the request was taken. */
  | { readonly status: 'refused' }

/** An event that is about to become durable. */
interface Accepted {
  readonly event: AnalyticsEvent
  readonly visit: OpenVisit
  readonly visits: Visits
}

/** Takes the events of one request; settles when every stored one is durable. Rejects with `JournalFullError`. */
export type Collect = (
  items: readonly CollectItem[],
  options?: CollectOptions,
) => Promise<readonly CollectResult[]>

/** Gate, pipeline and journal in one: the way in. */
export function createCollect(deps: CollectorDeps): Collect {
  return (items, options) => {
    if (options === undefined || options.idempotencyKey === '') {
      return collectAll(items, openRequest(options?.apiKeyId ?? '', '0'))
    }
    const key = deps.repeats.keyOf(options.apiKeyId, options.idempotencyKey)
    return deps.repeats.alone(key, async () => {
      if (deps.repeats.isStored(key)) return items.map(() => ({ status: 'repeated' }))
      return collectAll(items, openRequest(options.apiKeyId, key))
    })
  }

  function openRequest(apiKeyId: string, key: string): Request {
    const counts: (() => void)[] = []
    const tools: PipelineTools = {
      values: deps.values,
      note: ({ siteId, day, reason, name }) => counts.push(() => deps.counts.add(siteId, day, reason, name)),
    }
    return { apiKeyId, key, tools, counts, hasSecret: false }
  }

  async function collectAll(
    items: readonly CollectItem[],
    request: Request,
  ): Promise<readonly CollectResult[]> {
    if (!areSitesOpen(items)) return items.map(() => ({ status: 'refused' }))
    const accepted: Accepted[] = []
    const knownOf = openKnownSenders(items.length, deps)
    const results = items.map(({ payload, sender }) =>
      collectOne(payload, knownOf(sender), request, accepted),
    )
    // Without events too, when a reason is secret: how long the answer takes must not tell it either.
    if (accepted.length > 0 || request.hasSecret) {
      await deps.journal.append(accepted.map(({ event }) => event)).catch(error => giveUp(accepted, error))
      for (const { event, visit, visits } of accepted) visits.keep(visit, event.timestampSeconds)
      deps.observer.accepted(accepted.length)
    }
    // Not before: a request that the journal refuses is sent again, and counted then.
    for (const count of request.counts) count()
    if (accepted.length > 0 && request.key !== '0') deps.repeats.remember(request.key)
    return results
  }

  /** Every site of a request must have room for its part: half an array would be answered like a whole one. */
  function areSitesOpen(items: readonly CollectItem[]): boolean {
    const only = items.length === 1 ? items[0]?.payload.domains : undefined
    if (only?.length === 1) {
      const site = deps.siteByDomain(only[0] ?? '')
      return site === undefined || deps.gate.admitsSite(site.id, 1)
    }
    const events = new Map<Site, number>()
    for (const { payload } of items) {
      for (const domain of payload.domains) {
        const site = deps.siteByDomain(domain)
        if (site !== undefined) events.set(site, (events.get(site) ?? 0) + 1)
      }
    }
    for (const [site, count] of events) if (!deps.gate.admitsSite(site.id, count)) return false
    return true
  }

  /** The journal did not take them. */
  function giveUp(accepted: readonly Accepted[], error: unknown): never {
    for (const { event, visit, visits } of accepted) visits.forget(event.siteId, event.visitorId, visit)
    deps.observer.refused(accepted.length)
    throw error
  }

  function collectOne(
    payload: Payload,
    sender: KnownSender,
    request: Request,
    accepted: Accepted[],
  ): CollectResult {
    const reasons: DropReason[] = []
    for (const domain of payload.domains) {
      const site = deps.siteByDomain(domain)
      if (site === undefined) {
        reasons.push('unknown_site')
        request.counts.push(() => deps.observer.dropped('unknown_site'))
        continue
      }
      const reason = collectForSite(site, payload, sender, request, accepted)
      if (reason !== undefined) reasons.push(reason)
    }
    const reason = reasons[0]
    if (reason === undefined || reasons.length < payload.domains.length) return { status: 'stored' }
    return { status: 'dropped', reason, count: reasons.length }
  }

  /** The reason why it is not counted for this site, if it is not. */
  function collectForSite(
    site: Site,
    payload: Payload,
    sender: KnownSender,
    request: Request,
    accepted: Accepted[],
  ): DropReason | undefined {
    const { seconds, keys, visits } = timeOf(site, payload, request)
    const { key: idempotencyKey } = request
    const input = { site, payload, sender, keys, seconds, idempotencyKey, visits }
    const result = runPipeline(input, request.tools)
    const { day } = keys.current
    if ('event' in result) {
      accepted.push({ event: result.event, visit: result.visit, visits })
      request.counts.push(() => deps.networks.add(site.id, day, sender.network, 1))
      return undefined
    }
    const { reason, name } = result.dropped
    if (isCountedReason(reason)) {
      request.counts.push(() => {
        deps.counts.add(site.id, day, reason, name)
        deps.observer.dropped(reason)
      })
    }
    if (!isSecretReason(reason)) return reason
    request.hasSecret = true
    return undefined
  }

  /** Now, with the live day's keys and visits; or the past of an import, with its own. */
  function timeOf(site: Site, { happenedAtSeconds }: Payload, { apiKeyId }: Request) {
    const seconds = happenedAtSeconds ?? deps.nowSeconds()
    if (happenedAtSeconds === undefined) {
      return { seconds, keys: deps.dayKeys.keysFor(site, seconds), visits: deps.visits }
    }
    const { keys, visits } = deps.imports.timeOf(apiKeyId, site, seconds, deps.nowSeconds())
    return { seconds, keys, visits }
  }
}

/** What all events of a request share. */
interface Request {
  readonly apiKeyId: string
  /** What is kept of its `Idempotency-Key`; `0` for none. */
  readonly key: string
  readonly tools: PipelineTools
  /** What is counted of it once its events are durable. */
  readonly counts: (() => void)[]
  /** True once an event was dropped for a reason that the answer must not tell. */
  hasSecret: boolean
}
