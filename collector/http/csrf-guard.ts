import type { Context, MiddlewareHandler } from 'hono'
import { parseUrl } from '../core/parse-url.ts'
import type { ErrorBody } from './contract.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])

/**
 * Refuses changes that another site makes a browser send: 403 for a foreign or missing origin, 415 for a body
 * that is not JSON. Programs with a key pass, since no browser adds an Authorization header by itself.
 */
export function csrfGuard(): MiddlewareHandler {
  return async function csrfGuardMiddleware(c, next) {
    if (SAFE_METHODS.has(c.req.method) || c.req.header('authorization') !== undefined) return next()
    if (isForeign(c)) {
      const error =
        'This request came from another site. Open the dashboard at its own address and try again.'
      return c.json({ error } satisfies ErrorBody, 403)
    }
    if (
      METHODS_WITH_BODY.has(c.req.method) &&
      !/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')
    ) {
      return c.json(
        { error: 'Send the request as JSON, with content-type application/json.' } satisfies ErrorBody,
        415,
      )
    }
    return next()
  }
}

/** Browsers say where a request comes from; without a word and without a cookie it is no browser of a user. */
function isForeign(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin'
  const origin = c.req.header('origin')
  if (origin === undefined) return c.req.header('cookie') !== undefined
  // The scheme is left out: behind a proxy that ends TLS, only the browser knows it.
  return parseUrl(origin)?.host !== hostOf(c)
}

function hostOf(c: Context): string {
  return (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
}
