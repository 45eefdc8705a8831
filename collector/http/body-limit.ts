import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit as limitWhileReading } from 'hono/body-limit'

export interface BodyLimitOptions {
  /** Longest body, bytes. */
  readonly maxSize: number
  /** The answer to a longer one. */
  readonly onError: (c: Context) => Response
}

/**
 * Refuses bodies that are too long. One whose length is told is not touched here: merely looking at it makes it a
 * stream of the web's kind, after which it is read at several times the price.
 */
export function bodyLimit({ maxSize, onError }: BodyLimitOptions): MiddlewareHandler {
  const whileReading = limitWhileReading({ maxSize, onError })
  return async function bodyLimitMiddleware(c, next) {
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return whileReading(c, next)
    // What is not as long as it says, node does not let through. Source: RFC 9112, 6.3.
    return Number(length) <= maxSize ? next() : onError(c)
  }
}
