import type { NetworkCount } from '../../core/event/daily-count.ts'
import type { Day, SiteId, TruncatedNetwork } from '../../core/ids.ts'
import type { EventStore } from '../../core/ports.ts'
import { openBatches } from './batches.ts'
import { OTHER } from './bounded-names.ts'
import { type Counted, openCounter } from './counter.ts'

/** Most networks that are told apart per site and day. */
const MAX_NETWORKS = 20_000

/** Counts events by truncated network, per site and local day: the only thing that is kept of networks. */
export interface NetworkCounter {
  add(siteId: SiteId, day: Day, network: TruncatedNetwork, events: number): void
  /** Stores what has gathered; after a failure it is tried again at the next call. */
  flush(): Promise<void>
}

/** A site's latest day. */
interface SiteDay {
  readonly siteId: SiteId
  readonly day: Day
  /** Its networks by their own texts: an event from a known one makes no text, and takes one look-up. */
  readonly counts: Map<TruncatedNetwork, Counted<NetworkCount>>
  readonly others: Counted<NetworkCount>
}

export function openNetworkCounter({
  addNetworkCounts,
}: Pick<EventStore, 'addNetworkCounts'>): NetworkCounter {
  const batches = openBatches('networks', addNetworkCounts)
  /** Of days before a site's latest one, which only imports send; told apart as far as the latest day's are. */
  const past = openCounter<NetworkCount>('networks of the past', addNetworkCounts)
  const latest = new Map<SiteId, SiteDay>()
  /** Those that have counted something since the last batch. */
  let gathering: Counted<NetworkCount>[] = []

  function latestDay(siteId: SiteId, day: Day): SiteDay {
    const known = latest.get(siteId)
    if (known !== undefined && known.day >= day) return known
    const next = { siteId, day, counts: new Map(), others: { siteId, day, network: OTHER, count: 0 } }
    latest.set(siteId, next)
    return next
  }

  return {
    add(siteId, day, network, count) {
      const siteDay = latestDay(siteId, day)
      const counted = countOf(siteDay, network)
      if (siteDay.day !== day) {
        past.add(`${siteId} ${day} ${counted.network}`, { siteId, day, network: counted.network, count })
        return
      }
      if (counted.count === 0) gathering.push(counted)
      counted.count += count
    },
    async flush() {
      await batches.flush(() => {
        const taken = gathering.map(counted => ({ ...counted }))
        for (const counted of gathering) counted.count = 0
        gathering = []
        return taken
      })
      await past.flush()
    },
  }
}

function countOf({ siteId, day, counts, others }: SiteDay, network: TruncatedNetwork): Counted<NetworkCount> {
  const known = counts.get(network)
  if (known !== undefined) return known
  if (counts.size >= MAX_NETWORKS) return others
  const counted = { siteId, day, network: withPrefix(network), count: 0 }
  counts.set(network, counted)
  return counted
}

/** Networks are kept as /24 of IPv4 and /48 of IPv6. */
function withPrefix(network: TruncatedNetwork): string {
  return `${network}/${network.includes(':') ? 48 : 24}`
}
