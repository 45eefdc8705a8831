import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { awaitSchema } from '../../../collector/storage/await-schema.ts'
import { MIGRATIONS } from '../../../collector/storage/migrate.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'

describe('awaitSchema', () => {
  let engine: TestEngine
  beforeEach(async () => {
    engine = await openTestEngine()
  })
  afterEach(() => engine.close())

  it('is content with the tables of its own version', async () => {
    await expect(awaitSchema(engine.client, { patienceMs: 0 })).resolves.toBeUndefined()
  })

  it('refuses tables of a newer version, and says which to start', async () => {
    const values = [{ number: 9_999, name: 'later' }]
    await engine.client.insert({ table: 'migrations', values, format: 'JSONEachRow' })
    await expect(awaitSchema(engine.client, { patienceMs: 0 })).rejects.toThrow(/newer version of Hanki/)
  })

  it('refuses older tables, and makes none', async () => {
    const newest = MIGRATIONS.at(-1)?.number ?? 0
    await engine.client.command({ query: `DELETE FROM migrations WHERE number = ${newest}` })
    await expect(awaitSchema(engine.client, { patienceMs: 0 })).rejects.toThrow(
      /older version.*control collector/,
    )
    await engine.client.command({ query: 'DROP TABLE migrations' })
    await expect(awaitSchema(engine.client, { patienceMs: 0 })).rejects.toThrow(/older version.*or to none/)
    const answer = await engine.client.query({ query: 'EXISTS migrations', format: 'JSONEachRow' })
    expect(await answer.json()).toEqual([{ result: 0 }])
  })

  it('waits for the collector that makes them', async () => {
    await engine.client.command({ query: 'RENAME TABLE migrations TO hidden' })
    let waits = 0
    const ready = awaitSchema(engine.client, { patienceMs: 20_000, onWait: () => waits++ })
    await expect.poll(() => waits).toBe(1)
    await engine.client.command({ query: 'RENAME TABLE hidden TO migrations' })
    await expect(ready).resolves.toBeUndefined()
    expect(waits).toBe(1)
  })
})
