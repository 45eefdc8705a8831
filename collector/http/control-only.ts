import type { MiddlewareHandler } from 'hono'
import type { ErrorBody } from './contract.ts'

/** What a collector answers that only collects, besides events, the script, health and metrics: reading, and nothing that is noted. */
const ANSWERED: readonly (readonly [method: string, path: RegExp])[] = [
  ['GET', /^\/api\/sites$/],
  ['GET', /^\/api\/sites\/[^/]+$/],
  ['GET', /^\/api\/sites\/[^/]+\/(status|goals|segments|annotations|funnels)$/],
  ['POST', /^\/api\/v2\/(query|funnel|journey)$/],
]

/**
 * 403 to everything that is the control collector's: signing in, accounts, changes, the audit log, the dashboard. What is not
 * listed is refused, so that a new route must be let through by name. 421 would say it better, but makes `fetch` send a body
 * again that it has used up.
 */
export function controlOnly(): MiddlewareHandler {
  return async function controlOnlyMiddleware(c, next) {
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
    if (ANSWERED.some(([allowed, path]) => allowed === method && path.test(c.req.path))) return next()
    const body: ErrorBody = {
      error: 'This collector only takes events and answers questions. Ask the control collector for this.',
    }
    c.header('cache-control', 'no-store')
    return c.json(body, 403)
  }
}
