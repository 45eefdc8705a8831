import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'

/** How much and how long of a body is read away that nobody wants, bytes and ms. */
const MOST_AWAY_BYTES = 64 * 1024 * 1024
const MOST_AWAY_MS = 2_000

/** The body, or undefined as soon as it is longer than this; the rest of it is then left unread. Never settles when the client goes away. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', function take(chunk: Buffer) {
      bytes += chunk.length
      if (bytes <= maxBytes) {
        chunks.push(chunk)
        return
      }
      request.off('data', take).pause()
      resolve(undefined)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
  })
}

/**
 * Reads away what is left of a body, for a while; settles when there is no more, or enough was read. Who closes a
 * connection while the client still writes makes it see a broken pipe in place of the answer. Source: RFC 9112, 9.6.
 */
export async function readAway(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return
  const enough = new AbortController()
  let bytes = 0
  const count = (chunk: Buffer): void => {
    bytes += chunk.length
    if (bytes > MOST_AWAY_BYTES) enough.abort()
  }
  const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(MOST_AWAY_MS)])
  request.on('data', count).resume()
  // Whether it ended, broke off or was too long: there is nothing more to wait for.
  await once(request, 'close', { signal }).catch(() => undefined)
  request.off('data', count)
}
