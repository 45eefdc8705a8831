import { type Context, Hono } from 'hono'

export interface ScriptDeps {
  /** The built tracking script. */
  readonly source: string
  /** What it loads where somebody asks to be left out. */
  readonly exclude: string
}

/**
 * `GET /js/script.js` and `/js/exclude.js`. Cached for a day by plain age: an ETag would store something on the device
 * that comes back with the next request, so there is none.
 */
export function scriptRoutes({ source, exclude }: ScriptDeps): Hono {
  return new Hono()
    .get('/js/script.js', c => answer(c, source))
    .get('/js/exclude.js', c => answer(c, exclude))
}

function answer(c: Context, script: string): Response {
  c.header('content-type', 'text/javascript; charset=utf-8')
  c.header('cache-control', 'public, max-age=86400')
  c.header('access-control-allow-origin', '*')
  c.header('cross-origin-resource-policy', 'cross-origin')
  return c.body(script)
}
