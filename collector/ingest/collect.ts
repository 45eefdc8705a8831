import { type DropReason, isCountedReason } from '../core/event/drop-reasons.ts'
import type { Payload } from '../core/event/payload.ts'
import type { Site } from '../core/ports.ts'
import type { ClientParser } from './client-parser.ts'
import type { DayKeys } from './day-keys.ts'
import type { DropCounter } from './drop-counter.ts'
import type { Journal } from './journal/journal.ts'
import type { IngestObserver } from './observer.ts'
import { type PipelineResult, type PipelineTools, runPipeline } from './pipeline.ts'
import { type KnownSender, openKnownSender, type Sender } from './sender.ts'

export interface CollectorDeps extends PipelineTools {
  readonly parseClient: ClientParser
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

/** An event that is about to become durable. */
type Accepted = Extract<PipelineResult, { readonly event: unknown }>

/** Takes payloads of one request; settles when every stored event is durable. Rejects with `JournalFullError`. */
export type Collect = (payloads: readonly Payload[], sender: Sender) => Promise<readonly CollectResult[]>

/** Gate, pipeline and journal in one: the way in. */
export function createCollect(deps: CollectorDeps): Collect {
  return async (payloads, sender) => {
    const accepted: Accepted[] = []
    const known = openKnownSender(sender, deps.parseClient)
    const results = payloads.map(payload => collectOne(payload, known, accepted))
    if (accepted.length > 0) await makeDurable(accepted)
    return results
  }

  async function makeDurable(accepted: readonly Accepted[]): Promise<void> {
    try {
      await deps.journal.append(accepted.map(({ event }) => event))
    } catch (error) {
      for (const { event, visit } of accepted) deps.visits.forget(event.siteId, event.visitorId, visit)
      deps.observer.refused(accepted.length)
      throw error
    }
    for (const { event, visit } of accepted) deps.visits.keep(visit, event.timestampSeconds)
    deps.observer.accepted(accepted.length)
  }

  function collectOne(payload: Payload, sender: KnownSender, accepted: Accepted[]): CollectResult {
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
      const result = runPipeline({ site, payload, sender, keys, nowSeconds }, deps)
      if ('event' in result) {
        accepted.push(result)
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
