import type { Context } from 'hono'
import { PAGE_VIEW, parsePayload } from '../../../core/event/payload.ts'
import type { Collect, CollectResult } from '../../../ingest/collect.ts'
import type { ClientAddressReader } from '../../client-address.ts'
import { headerText } from '../../header-text.ts'
import { droppedHeaders, OPEN } from './answers.ts'
import type { EventEnv } from './event.ts'
import { factsOfHeaders } from './request-facts.ts'
import { whyNotTaken } from './take-events.ts'

/** One transparent pixel, GIF89a. */
export const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
/** Nothing may be kept on the device, so that it cannot be known again by what it kept. */
export const PIXEL_HEADERS = { ...OPEN, 'content-type': 'image/gif', 'cache-control': 'no-store' }

export interface PixelDeps {
  readonly collect: Collect
  readonly readAddress: ClientAddressReader
}

/**
 * A page view by an image, for pages without JavaScript: `?u=`, `d=`, `r=` as in the body of an event; without `u` the
 * page is the request's referrer. Always answers the picture, so that no page shows a broken one; the status tells.
 */
export async function answerPixel(c: Context<EventEnv>, deps: PixelDeps): Promise<Response> {
  const { headers, socket, method } = c.env.incoming
  // Programs ask whether the picture is there; nobody has seen a page.
  if (method === 'HEAD') return picture(200)
  const address = deps.readAddress.ofRequest(socket.remoteAddress, headers)
  const parsed = parsePayload({
    name: PAGE_VIEW,
    url: headerText(headers, 'referer'),
    ...withoutPast(c.req.query()),
  })
  if (!parsed.ok) return picture(400)
  const sender = { facts: factsOfHeaders(headers), address }
  const results = await deps.collect([{ payload: parsed.payload, sender }]).catch(whyNotTaken)
  if (results === 'uncertain') c.env.incoming.socket.destroy()
  if (results === 'uncertain' || results === 'full') return picture(503)
  return results[0]?.status === 'refused' ? picture(429) : picture(200, results[0])
}

/** An address in a page's HTML is no API key: it cannot tell another time. */
function withoutPast(query: Record<string, string>): Record<string, string> {
  const { timestamp: _, ...fields } = query
  return fields
}

function picture(status: number, result?: CollectResult): Response {
  return new Response(PIXEL, { status, headers: { ...PIXEL_HEADERS, ...droppedHeaders(result) } })
}
