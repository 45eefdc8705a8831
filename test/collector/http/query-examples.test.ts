import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLOSED_AUDIT_LOG } from '../../../collector/accounts/audit-log.ts'
import type { Pulse } from '../../../collector/core/ports.ts'
import { schemaFault } from '../../../collector/core/query/schema/check-schema.ts'
import { QUERY_EXAMPLES } from '../../../collector/http/openapi/query-examples.ts'
import { queryRoutes } from '../../../collector/http/routes/query.ts'
import { openSealer } from '../../../collector/sealing/sealer.ts'
import { openSealStore } from '../../../collector/storage/sealing/seal-store.ts'
import { routesFor } from '../../support/access.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'
import { openTestEventStore } from '../../support/event-store.ts'
import { EXAMPLE_EVENTS, EXAMPLE_NOW_SECONDS, EXAMPLE_SITE } from '../../support/example-world.ts'
import { insertEvents } from '../../support/insert-events.ts'

const EXAMPLES = Object.entries(QUERY_EXAMPLES).map(([name, example]) => ({ name, ...example }))
const PULSE: Pulse = { isAnswering: () => true, lifetime: () => new AbortController().signal }

describe('the examples of the API', () => {
  let engine: TestEngine
  let app: Hono
  beforeAll(async () => {
    engine = await openTestEngine()
    await insertEvents(engine.client, EXAMPLE_EVENTS)
    const seals = openSealStore(engine.client, () => performance.now())
    const nowSeconds = (): number => EXAMPLE_NOW_SECONDS
    const sealer = await openSealer({
      store: seals,
      sites: () => [EXAMPLE_SITE],
      nowSeconds,
      isStoredUntil: () => true,
    })
    await sealer.sealDue()
    const routes = queryRoutes({
      eventStore: openTestEventStore(engine, seals),
      audit: CLOSED_AUDIT_LOG,
      pulse: PULSE,
      questionsPerHour: 1_000,
      nowSeconds,
    })
    app = routesFor(routes, [EXAMPLE_SITE])
  })
  afterAll(() => engine.close())

  const ask = async (path: string, body: unknown) => {
    const answer = await app.request(path, { method: 'POST', body: JSON.stringify(body) })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }

  test.each(EXAMPLES)('$name is answered as the documentation says', async ({ path, request, answer }) => {
    expect(await ask(path, request)).toEqual({ status: 200, body: answer })
  })

  test.each(EXAMPLES.filter(({ path }) => path === '/api/v2/query'))(
    '$name: the resolved question of the answer fits the schema and has the same results',
    async ({ path, answer }) => {
      const again = answer['query']
      expect(schemaFault(again)).toBeUndefined()
      expect((await ask(path, again)).body['results']).toEqual(answer['results'])
    },
  )
})
