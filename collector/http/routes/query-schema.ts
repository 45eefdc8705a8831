import { Hono } from 'hono'
import { QUERY_SCHEMA } from '../../core/query/schema/query-schema.ts'

/** `GET /api/docs/query/schema.json`: what `POST /api/v2/query` takes, for programs and editors. Open to everybody. */
export function querySchemaRoutes(): Hono {
  const app = new Hono()
  app.get('/api/docs/query/schema.json', c => {
    c.header('cache-control', 'public, max-age=3600')
    return c.json(QUERY_SCHEMA)
  })
  return app
}
