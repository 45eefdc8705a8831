import type { Bot } from '../core/bots/bot-name.ts'
import { botOfBrands } from '../core/bots/headless-brand.ts'
import type { ClientFacts, Place } from '../core/event/analytics-event.ts'
import type { DayKey } from '../core/identity/day-key.ts'
import { visitorId } from '../core/identity/visitor-id.ts'
import type { TruncatedNetwork, VisitorId } from '../core/ids.ts'
import type { Precision } from '../core/site/site-settings.ts'
import type { ClientParser, ParsedClient } from './client-parser.ts'
import type { PlaceOf } from './geo/places.ts'
import type { CurrentKeys } from './identity/day-keys.ts'
import type { ClientAddress, RequestFacts } from './request-facts.ts'

/** One sender's facts, without the address. */
export interface Sender {
  readonly facts: RequestFacts
  readonly address: ClientAddress
}

/** The visitor's ids on one site: today's, and yesterday's while a visit may still go on from it. */
export interface VisitorIds {
  readonly current: VisitorId
  readonly previous: VisitorId | undefined
}

/** One sender for the time of one request: what is found out about it is found out once, however many events it sent. */
export interface KnownSender {
  readonly facts: RequestFacts
  readonly network: TruncatedNetwork
  bot(): Bot | undefined
  client(): ClientFacts
  place(): Place
  /** True when the whole address lies in one of these networks (CIDR). */
  isWithin(networks: readonly string[]): boolean
  visitorIds(keys: CurrentKeys, precision: Precision): VisitorIds
}

export interface SenderTools {
  readonly parseClient: ClientParser
  readonly placeOf: PlaceOf
}

export function openKnownSender(
  { facts, address }: Sender,
  { parseClient, placeOf }: SenderTools,
): KnownSender {
  let parsed: ParsedClient | undefined
  let client: ClientFacts | undefined
  let place: Place | undefined
  const idsByKey = new Map<DayKey, VisitorIds>()

  function parse(): ParsedClient {
    parsed ??= parseClient(facts.userAgent)
    return parsed
  }

  const sender: KnownSender = {
    facts,
    network: address.network,
    bot: () => parse().bot ?? botOfBrands(facts.hints.brands ?? ''),
    client() {
      client ??= parse().facts(facts.hints, facts.acceptLanguage)
      return client
    },
    place() {
      place ??= placeOf(address.network)
      return place
    },
    isWithin: address.isWithin,
    visitorIds(keys, precision) {
      const known = idsByKey.get(keys.current)
      if (known !== undefined) return known
      const { current, previous } = address.digests(keys, precision)
      const ids = {
        current: visitorId(current, sender.client()),
        previous: previous && visitorId(previous, sender.client()),
      }
      idsByKey.set(keys.current, ids)
      return ids
    },
  }
  return sender
}
