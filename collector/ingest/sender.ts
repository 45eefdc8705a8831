import type { Bot } from '../core/bots/bot-name.ts'
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

/** What was found out is kept in fields: closures and tables for it would cost each event of a lone sender more than the work. */
class FoundSender implements KnownSender {
  readonly facts: RequestFacts
  readonly network: TruncatedNetwork
  readonly #address: ClientAddress
  readonly #tools: SenderTools
  #parsed: ParsedClient | undefined
  #place: Place | undefined
  #idsKey: DayKey | undefined
  #ids: VisitorIds | undefined

  constructor({ facts, address }: Sender, tools: SenderTools) {
    this.facts = facts
    this.network = address.network
    this.#address = address
    this.#tools = tools
  }

  bot(): Bot | undefined {
    return this.#parse().bot
  }

  client(): ClientFacts {
    return this.#parse().facts
  }

  place(): Place {
    this.#place ??= this.#tools.placeOf(this.network)
    return this.#place
  }

  isWithin(networks: readonly string[]): boolean {
    return this.#address.isWithin(networks)
  }

  visitorIds(keys: CurrentKeys, precision: Precision): VisitorIds {
    if (this.#ids !== undefined && this.#idsKey === keys.current) return this.#ids
    const { current, previous } = this.#address.digests(keys, precision)
    const client = this.client()
    this.#ids = { current: visitorId(current, client), previous: previous && visitorId(previous, client) }
    this.#idsKey = keys.current
    return this.#ids
  }

  #parse(): ParsedClient {
    this.#parsed ??= this.#tools.parseClient(this.facts)
    return this.#parsed
  }
}

export function openKnownSender(sender: Sender, tools: SenderTools): KnownSender {
  return new FoundSender(sender, tools)
}

/** The senders of one request with so many events, each found out about once. */
export function openKnownSenders(events: number, tools: SenderTools): (sender: Sender) => KnownSender {
  if (events === 1) return sender => new FoundSender(sender, tools)
  const senders = new Map<Sender, KnownSender>()
  return sender => {
    const known = senders.get(sender) ?? new FoundSender(sender, tools)
    senders.set(sender, known)
    return known
  }
}
