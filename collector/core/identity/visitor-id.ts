import { hash } from 'node:crypto'
import type { ClientFacts } from '../event/analytics-event.ts'
import type { AddressDigest, VisitorId } from '../ids.ts'
import type { DayKey } from './day-key.ts'
import { hmacSha256 } from './hmac.ts'

/** Hexadecimal digits of 64 bits. */
const ID_DIGITS = 16

/**
 * The visitor's id on one site on one day, a decimal string: SHA-256 of the address digest and what is kept of the
 * User-Agent, cut to 64 bits. The digest is the secret in it: without the day key nobody can make it, for
 * no address. Inputs are length-prefixed, so that no two lists of facts can look alike.
 */
export function visitorId(address: AddressDigest, client: ClientFacts): VisitorId {
  const message = prefixed(address) + clientText(client)
  return BigInt(`0x${hash('sha256', message, 'hex').slice(0, ID_DIGITS)}`).toString() as VisitorId
}

const clientTexts = new WeakMap<ClientFacts, string>()

/** Many visitors share one set of facts, and its text is made once. */
function clientText(client: ClientFacts): string {
  const known = clientTexts.get(client)
  if (known !== undefined) return known
  const { browser, browserVersion, os, osVersion, device } = client
  const text = [browser, browserVersion, os, osVersion, device].map(prefixed).join('')
  clientTexts.set(client, text)
  return text
}

function prefixed(fact: string): string {
  return `${Buffer.byteLength(fact)}:${fact}`
}

/** What is left of a client address once its own function has ended: a digest under the day key (RFC 2104), useless without it. */
export function addressDigest(dayKey: DayKey, address: readonly number[]): AddressDigest {
  return hmacSha256(dayKey.secret, `address:${Buffer.from(address).toString('hex')}`) as AddressDigest
}
