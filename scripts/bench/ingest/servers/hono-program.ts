import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { listenForParent } from './listen.ts'

/** Baseline: the framework that the collector uses, with a route that parses the body and forgets it. */
const app = new Hono().post('/api/event', async c => {
  JSON.parse(await c.req.text())
  return c.text('ok', 202)
})

listenForParent(createServer(getRequestListener(app.fetch)))
