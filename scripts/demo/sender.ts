import { NO_HINTS } from '../../collector/core/client/client-hints.ts'
import { parsePayload } from '../../collector/core/event/payload.ts'
import { clientAddressReader } from '../../collector/http/client-address.ts'
import type { Collect } from '../../collector/ingest/collect.ts'
import type { DemoRequest } from './traffic.ts'

/** Sends requests through the collector's own way in; they take effect in the order of the calls. */
export interface DemoSender {
  (request: DemoRequest): void
  /** Settles when everything sent so far is durable. Throws when something was not accepted. */
  settled(): Promise<void>
}

export function openDemoSender(collect: Collect): DemoSender {
  const readAddress = clientAddressReader({ trustedProxies: [], addressHeader: undefined })
  let pending: Promise<unknown>[] = []

  function send({ address, userAgent, acceptLanguage, body }: DemoRequest): void {
    const parsed = parsePayload(body)
    if (!parsed.ok)
      throw new Error(`The demo made a request that the collector refuses: ${JSON.stringify(parsed.errors)}`)
    const hints = NO_HINTS
    const facts = { userAgent, acceptLanguage, hints, objects: false, prefetch: false }
    const sender = { facts, address: readAddress.ofRequest(address, {}) }
    pending.push(collect([{ payload: parsed.payload, sender }]))
  }

  return Object.assign(send, {
    async settled() {
      const waiting = pending
      pending = []
      await Promise.all(waiting)
    },
  })
}
