import type { ClientHints } from '../core/client/client-hints.ts'
import type { AddressDigest, TruncatedNetwork } from '../core/ids.ts'
import type { Precision } from '../core/site/site-settings.ts'
import type { CurrentKeys } from './identity/day-keys.ts'

/** What one request says about its sender; ends in pipeline.ts and is in no log, error or row. */
export interface RequestFacts {
  /** The raw header; read by the bot and client steps only. */
  readonly userAgent: string
  readonly acceptLanguage: string
  readonly hints: ClientHints
  /** Sec-GPC or DNT: the sender objects to being counted. */
  readonly objects: boolean
  /** Sec-Purpose or Purpose say that nobody is looking at the page yet. */
  readonly prefetch: boolean
}

/** What may be known of a sender's address: the only things that leave http/client-address.ts. */
export interface ClientAddress {
  readonly network: TruncatedNetwork
  /** Digests of the address, or of its network, under a site's day keys. */
  digests(keys: CurrentKeys, precision: Precision): AddressDigests
  /** True when the whole address lies in one of these networks (CIDR). */
  isWithin(networks: readonly string[]): boolean
}

/** The address as digests: under today's key, and for 30 minutes after midnight under yesterday's too. */
export interface AddressDigests {
  readonly current: AddressDigest
  readonly previous: AddressDigest | undefined
}
