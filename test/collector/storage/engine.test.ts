import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'

describe('openEngine', () => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await openTestEngine()
  }, 60_000)
  afterAll(() => engine.close())

  it('answers a question over HTTP', async () => {
    const answer = await engine.client.query({ query: 'SELECT version() AS version', format: 'JSONEachRow' })
    const rows = await answer.json<{ version: string }>()
    expect(rows[0]?.version).toMatch(/^\d+\.\d+/)
  })
})
