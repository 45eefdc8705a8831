import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

export interface DashboardFilesDeps {
  /** Directory of the built dashboard. */
  readonly directory: string
  /** Where Hanki lies below its host, such as `/stats`; empty at the top. */
  readonly basePath: string
}

/** The dashboard's files; every path that is no file and no API route is its first page. */
export function dashboardFiles({ directory, basePath }: DashboardFilesDeps): Hono {
  const page = placedAt(basePath, readFileSync(join(directory, 'index.html'), 'utf8'))
  const app = new Hono()
  app.use(
    '/assets/*',
    serveStatic({
      root: directory,
      precompressed: true,
      // Built names carry a hash of the content: they never change.
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.use('/*', async (c, next) => {
    if (c.req.path === '/' || c.req.path === '/index.html' || c.req.path.startsWith('/api/')) return next()
    return serveStatic({ root: directory })(c, next)
  })
  app.get('*', c => {
    if (c.req.path.startsWith('/api/') || c.req.path.startsWith('/assets/')) return c.notFound()
    c.header('cache-control', 'no-cache')
    return c.html(page)
  })
  return app
}

/** The page with its files' addresses from the top, since it is shown at paths of any depth. */
function placedAt(basePath: string, page: string): string {
  return page
    .replaceAll('="./', `="${basePath}/`)
    .replace('name="base-path" content=""', `name="base-path" content="${basePath}"`)
}
