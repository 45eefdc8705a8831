import type { AnalyticsEvent } from '../core/event/analytics-event.ts'
import { type DropReason, isCountedReason } from '../core/event/drop-reasons.ts'
import type { Payload } from '../core/event/payload.ts'
import type { Site } from '../core/ports.ts'
import type { CurrentKeys, DayKeys } from './day-keys.ts'
import type { DropCounter } from './drop-counter.ts'
import type { Journal } from './journal/journal.ts'
import type { IngestObserver } from './observer.ts'
import { type PipelineTools, runPipeline } from './pipeline.ts'
import type { AddressDigests, RequestFacts } from './request-facts.ts'

export interface CollectorDeps extends PipelineTools {
  readonly journal: Journal
  readonly dayKeys: DayKeys
  readonly drops: DropCounter
  readonly observer: Pick<IngestObserver, 'accepted' | 'refused' | 'dropped'>
  /** A tracked site by its domain; a look-up in memory. */
  readonly siteByDomain: (domain: string) => Site | undefined
  /** Time in whole seconds since 1970 that never goes backwards. */
  readonly nowSeconds: () => number
}

/** What became of one event; one sent to several sites is stored when any of them stored it. */
export type CollectResult =
  | { readonly status: 'stored' }
  | { readonly status: 'dropped'; readonly reason: DropReason; readonly count: number }

/** One sender's facts, without the address; `digests` gives it per site. */
export interface Sender {
  readonly facts: RequestFacts
  readonly digests: (keys: CurrentKeys) => AddressDigests
}

/** Takes payloads of one request; settles when every stored event is durable. Rejects with `JournalFullError`. */
export type Collect = (payloads: readonly Payload[], sender: Sender) => Promise<readonly CollectResult[]>

/** Gate, pipeline and journal in one: the way in. */
export function createCollect(deps: CollectorDeps): Collect {
  return async (payloads, sender) => {
    const accepted: AnalyticsEvent[] = []
    const results = payloads.map(payload => collectOne(payload, sender, accepted))
    if (accepted.length > 0) await makeDurable(accepted)
    return results
  }

  async function makeDurable(events: readonly AnalyticsEvent[]): Promise<void> {
    try {
      await deps.journal.append(events)
    } catch (error) {
      for (const event of events) deps.visits.forget(event)
      deps.observer.refused(events.length)
      throw error
    }
    for (const event of events) deps.visits.keep(event)
    deps.observer.accepted(events.length)
  }

  function collectOne(
    payload: Payload,
    { facts, digests }: Sender,
    accepted: AnalyticsEvent[],
  ): CollectResult {
    const reasons: DropReason[] = []
    for (const domain of payload.domains) {
      const site = deps.siteByDomain(domain)
      if (site === undefined) {
        reasons.push('unknown_site')
        deps.observer.dropped('unknown_site')
        continue
      }
      const nowSeconds = deps.nowSeconds()
      const keys = deps.dayKeys.keysFor(site, nowSeconds)
      const result = runPipeline({ site, payload, facts, digests: digests(keys), keys, nowSeconds }, deps)
      if ('event' in result) {
        accepted.push(result.event)
      } else {
        reasons.push(result.dropped)
        if (isCountedReason(result.dropped)) {
          deps.drops.add(site.id, keys.current.day, result.dropped)
          deps.observer.dropped(result.dropped)
        }
      }
    }
    const reason = reasons[0]
    if (reason === undefined || reasons.length < payload.domains.length) return { status: 'stored' }
    return { status: 'dropped', reason, count: reasons.length }
  }
}
