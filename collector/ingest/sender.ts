import type { ClientFacts } from '../core/event/analytics-event.ts'
import type { DayKey } from '../core/identity/day-key.ts'
import { visitorId } from '../core/identity/visitor-id.ts'
import type { VisitorId } from '../core/ids.ts'
import type { ClientParser, ParsedClient } from './client-parser.ts'
import type { CurrentKeys } from './day-keys.ts'
import type { AddressDigests, RequestFacts } from './request-facts.ts'

/** One sender's facts, without the address; `digests` gives it per site. */
export interface Sender {
  readonly facts: RequestFacts
  readonly digests: (keys: CurrentKeys) => AddressDigests
}

/** The visitor's ids on one site: today's, and yesterday's while a visit may still go on from it. */
export interface VisitorIds {
  readonly current: VisitorId
  readonly previous: VisitorId | undefined
}

/** One sender for the time of one request: what is found out about it is found out once, however many events it sent. */
export interface KnownSender {
  readonly facts: RequestFacts
  isBot(): boolean
  client(): ClientFacts
  visitorIds(keys: CurrentKeys): VisitorIds
}

export function openKnownSender({ facts, digests }: Sender, parseClient: ClientParser): KnownSender {
  let parsed: ParsedClient | undefined
  let client: ClientFacts | undefined
  const idsByKey = new Map<DayKey, VisitorIds>()

  function parse(): ParsedClient {
    parsed ??= parseClient(facts.userAgent)
    return parsed
  }

  const sender: KnownSender = {
    facts,
    isBot: () => parse().isBot,
    client() {
      client ??= parse().facts(facts.hints, facts.acceptLanguage)
      return client
    },
    visitorIds(keys) {
      const known = idsByKey.get(keys.current)
      if (known !== undefined) return known
      const { current, previous } = digests(keys)
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
