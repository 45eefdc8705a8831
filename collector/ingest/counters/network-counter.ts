import type { NetworkCount } from '../../core/event/daily-count.ts'
import type { Day, SiteId, TruncatedNetwork } from '../../core/ids.ts'
import type { EventStore } from '../../core/ports.ts'
import { OTHER, openBoundedNames } from './bounded-names.ts'
import { openCounter } from './counter.ts'

/** Most networks that are told apart per site and day. */
const MAX_NETWORKS = 20_000

/** Counts events by truncated network, per site and local day: the only thing that is kept of networks. */
export interface NetworkCounter {
  add(siteId: SiteId, day: Day, network: TruncatedNetwork, events: number): void
  /** Stores what has gathered; after a failure it is tried again at the next call. */
  flush(): Promise<void>
}

export function openNetworkCounter(eventStore: Pick<EventStore, 'addNetworkCounts'>): NetworkCounter {
  const counter = openCounter<NetworkCount>('networks', eventStore.addNetworkCounts)
  const networks = openBoundedNames(MAX_NETWORKS)
  return {
    add(siteId, day, network, count) {
      const bounded = networks.bound(siteId, day, '', network)
      const name = bounded === OTHER ? OTHER : withPrefix(network)
      counter.add(`${siteId} ${day} ${name}`, { siteId, day, network: name, count })
    },
    flush: counter.flush,
  }
}

/** Networks are kept as /24 of IPv4 and /48 of IPv6. */
function withPrefix(network: TruncatedNetwork): string {
  return `${network}/${network.includes(':') ? 48 : 24}`
}
