import { randomBytes } from 'node:crypto'
import type { SiteId, TruncatedNetwork } from '../../core/ids.ts'
import { openTokenBuckets } from './token-buckets.ts'

/** Keeps any one network, and any one site, from taking the server from the others. */
export interface Gate {
  /** False when a network sends more than it may. Asked before its events are read. */
  admitsNetwork(network: TruncatedNetwork, events: number): boolean
  /** False when a site receives more than it may. */
  admitsSite(siteId: SiteId, events: number): boolean
}

export interface GateOptions {
  /** Events per second that one network may send for long. */
  readonly networkRate: number
  /** Events per second that one site may receive for long. */
  readonly siteRate: number
  /** Milliseconds of a clock that does not go backwards. */
  readonly nowMs: () => number
}

/** How much may come at once: so many seconds of the rate. An array of 1,000 events must fit. */
const NETWORK_BURST_SECONDS = 10
const SITE_BURST_SECONDS = 20
const LEAST_BURST = 1_000

export function openGate({ networkRate, siteRate, nowMs }: GateOptions): Gate {
  const networks = openTokenBuckets(networkRate, burst(networkRate, NETWORK_BURST_SECONDS), randomSeed())
  const sites = openTokenBuckets(siteRate, burst(siteRate, SITE_BURST_SECONDS), randomSeed())
  return {
    admitsNetwork: (network, events) => networks.take(network, events, nowMs()),
    admitsSite: (siteId, events) => sites.take(String(siteId), events, nowMs()),
  }
}

function burst(rate: number, seconds: number): number {
  return Math.max(LEAST_BURST, rate * seconds)
}

function randomSeed(): number {
  return randomBytes(4).readUInt32LE(0)
}
