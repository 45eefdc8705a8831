import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { NAMED_DIMENSIONS } from '../../../../collector/core/query/dimensions.ts'
import { openTestEngine } from '../../../support/engine.ts'
import { askEvents, queryOf } from '../../../support/queries.ts'

test('stops a question in the database when nobody waits for its answer any more', async () => {
  const engine = await openTestEngine()
  onTestFinished(() => engine.close())
  await engine.client.command({
    query: `INSERT INTO events (site_id, day, timestamp, name, visitor_id, visit_id, page, expires_on)
      SELECT 1, '2026-03-10', '2026-03-10 10:00:00', 'pageview', number, number, toString(number), '2148-01-01'
      FROM numbers(500000)`,
  })
  const count = async (query: string): Promise<number> => {
    const answer = await engine.client.query({ query, format: 'JSONEachRow' })
    const [row] = await answer.json<{ n: unknown }>()
    return Number(row?.n)
  }
  const running = () =>
    count(
      "SELECT count() AS n FROM system.processes WHERE query LIKE '%FROM events%' AND query NOT LIKE '%processes%'",
    )
  const slow = queryOf({
    metrics: ['visitors', 'bounce_rate'],
    date_range: ['2026-03-10', '2026-03-10'],
    dimensions: ['event:page'],
    filters: NAMED_DIMENSIONS.map(dimension => [
      'contains_not',
      dimension,
      Array.from({ length: 200 }, (_, index) => `never ${index}`),
      { case_sensitive: false },
    ]),
  })
  const patience = new AbortController()
  const answer = askEvents(engine.client, slow, patience.signal).then(
    () => 'answered',
    () => 'given up',
  )
  while ((await running()) === 0) await sleep(5)
  patience.abort()
  expect(await answer).toBe('given up')
  while ((await running()) > 0) await sleep(20)
  // It did not end because it was through, or out of time.
  const cancelled = "SELECT sum(value) AS n FROM system.errors WHERE name = 'QUERY_WAS_CANCELLED'"
  await expect.poll(() => count(cancelled)).toBe(1)
})
