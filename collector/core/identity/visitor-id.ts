import type { ClientFacts } from '../event/analytics-event.ts'
import type { AddressDigest, VisitorId } from '../ids.ts'
import type { DayKey } from './day-key.ts'
import { hmacSha256 } from './hmac.ts'

/**
 * The visitor's id on one site on one day: HMAC-SHA-256 under the day key, cut to 64 bits, as a decimal string.
 * Inputs are length-prefixed, so that no two lists of facts can look alike (RFC 2104 for HMAC).
 */
export function visitorId(dayKey: DayKey, address: AddressDigest, client: ClientFacts): VisitorId {
  const facts = [address, client.browser, client.browserVersion, client.os, client.osVersion, client.device]
  return keyedHash(dayKey, 'visitor', facts).readBigUInt64BE(0).toString() as VisitorId
}

/** What is left of a client address once its own function has ended: a keyed digest, useless without the day key. */
export function addressDigest(dayKey: DayKey, address: Uint8Array): AddressDigest {
  return keyedHash(dayKey, 'address', [Buffer.from(address).toString('hex')]).toString(
    'base64url',
  ) as AddressDigest
}

/** `purpose` keeps the two uses of one key apart. */
function keyedHash(dayKey: DayKey, purpose: string, facts: readonly string[]): Buffer {
  let message = prefixed(purpose)
  for (const fact of facts) message += prefixed(fact)
  return hmacSha256(dayKey.secret, message)
}

/** Length in bytes, then the fact, so that no two lists of facts can look alike. */
function prefixed(fact: string): string {
  return `${Buffer.byteLength(fact)}:${fact}`
}
