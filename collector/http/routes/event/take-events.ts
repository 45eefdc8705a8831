import type { IncomingHttpHeaders } from 'node:http'
import type { Collect, CollectOptions } from '../../../ingest/collect.ts'
import type { Gate } from '../../../ingest/gate/gate.ts'
import { JournalFullError, JournalUncertainError } from '../../../ingest/journal/journal-error.ts'
import type { ClientAddress } from '../../../ingest/request-facts.ts'
import type { ClientAddressReader } from '../../client-address.ts'
import { headerText } from '../../header-text.ts'
import {
  accepted,
  acceptedArray,
  type EventAnswer,
  invalid,
  journalFull,
  tooLong,
  tooMany,
  unknownKey,
} from './answers.ts'
import { readEventBody } from './body.ts'
import { type EventCaller, type ItemContext, readItems } from './items.ts'
import { factsOfHeaders } from './request-facts.ts'

/** A request with one event or an array of them. */
export interface EventRequest {
  readonly headers: IncomingHttpHeaders
  readonly address: ClientAddress
  readonly body: Uint8Array
}

/**
 * Takes the events of one request; settles with the answer once what it promises is on disk. Undefined: nobody can tell
 * whether they are stored, so nothing may be said; a broken connection says just that.
 */
export type TakeEvents = (request: EventRequest) => Promise<EventAnswer | undefined>

export interface TakeEventsDeps {
  readonly readAddress: ClientAddressReader
  readonly collect: Collect
  readonly gate: Pick<Gate, 'admitsNetwork'>
  /** The program and site of an `Authorization` header; undefined for an unknown key. */
  readonly findEventCaller: (authorization: string) => EventCaller | undefined
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
}

/** What `POST /api/event` does, whoever has read the request. Source: wire format §1 and §5. */
export function openTakeEvents({
  readAddress,
  collect,
  gate,
  findEventCaller,
  nowSeconds,
}: TakeEventsDeps): TakeEvents {
  return async ({ headers, address, body: bytes }) => {
    const { authorization } = headers
    const caller = authorization === undefined ? undefined : findEventCaller(authorization)
    if (authorization !== undefined && caller === undefined) return unknownKey()

    const body = await readEventBody(bytes, headers['content-type'] ?? '')
    if (!body.ok) return body.status === 413 ? tooLong(body.error) : invalid({ request: [body.error] })
    // One was admitted already: see event-gate.ts.
    const more = body.values.length - 1
    if (caller === undefined && more > 0 && !gate.admitsNetwork(address.network, more)) return tooMany()

    const sender = { facts: factsOfHeaders(headers), address }
    const context: ItemContext = { sender, caller, readAddress, nowSeconds: nowSeconds() }
    const items = readItems(body.values, context)
    const only = items[0]
    if (!body.isArray && only !== undefined && !only.ok) return invalid(only.errors)
    const collectable = items.flatMap(item => (item.ok ? [item.item] : []))
    const results = await collect(collectable, optionsOf(headers, caller)).catch(whyNotTaken)
    if (results === 'uncertain') return undefined
    if (results === 'full') return journalFull()
    if (results[0]?.status === 'refused') return tooMany()
    return body.isArray ? acceptedArray(items, results) : accepted(results[0])
  }
}

/** A key's holder may repeat requests; anybody else's Idempotency-Key could be guessed to keep events out. */
function optionsOf(
  headers: IncomingHttpHeaders,
  caller: EventCaller | undefined,
): CollectOptions | undefined {
  if (caller === undefined) return undefined
  return { apiKeyId: caller.key.id, idempotencyKey: headerText(headers, 'idempotency-key') }
}

/** Why nothing can be stored at the moment: `uncertain` when nobody can tell whether it was. Throws what says nothing of it. */
export function whyNotTaken(error: unknown): 'full' | 'uncertain' {
  if (error instanceof JournalUncertainError) return 'uncertain'
  if (error instanceof JournalFullError) return 'full'
  throw error
}
