import { Hono } from 'hono'
import { OPENAPI } from '../openapi/document.ts'

/** `GET /api/openapi.json`: the description of this API, open to everybody. */
export function openapiRoutes(): Hono {
  return new Hono().get('/api/openapi.json', c =>
    c.json(OPENAPI, 200, { 'access-control-allow-origin': '*' }),
  )
}
