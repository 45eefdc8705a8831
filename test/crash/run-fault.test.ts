import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../collector/storage/engine.ts'
import { ENGINE_PROGRAM, TEST_MEMORY_BYTES } from '../support/engine.ts'
import type { Fault, FaultContext } from './fault.ts'
import { isSound, type Row } from './row.ts'
import { runFault } from './run-fault.ts'
import { type CrashServer, openCrashServer } from './server.ts'

const OPTIONS = { length: 'short', seed: 1, scale: 1, progress: () => undefined } as const

/** Number of the event that is tampered with; clients were told that it is accepted. */
const VICTIM = 3

/** Does something to what is stored behind the collector's back. */
async function change({ server, ledger }: FaultContext, sql: string): Promise<void> {
  const engine = await openEngine({
    dataDirectory: server.dataDirectory,
    program: ENGINE_PROGRAM,
    maxMemoryBytes: TEST_MEMORY_BYTES,
    mode: 'attach-or-start',
  })
  try {
    const page = ledger.page(VICTIM)
    const query = 'SELECT count() AS stored FROM events WHERE page = {page:String}'
    const stored = async (): Promise<unknown> => {
      const answer = await engine.client.query({ query, query_params: { page }, format: 'JSONEachRow' })
      return answer.json()
    }
    await expect.poll(stored, { timeout: 10_000 }).toEqual([{ stored: 1 }])
    await engine.client.command({ query: sql, query_params: { page } })
  } finally {
    await engine.close()
  }
}

describe('runFault', () => {
  let server: CrashServer
  beforeAll(async () => {
    server = await openCrashServer()
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
  })

  const run = (name: string, work: Fault['run']): Promise<Row> =>
    runFault({ name, words: 'A control.', run: work }, server, OPTIONS)

  it('finds nothing wrong when nothing happens', async () => {
    const row = await run('nothing', async () => undefined)
    expect(row).toMatchObject({ lost: 0, doubled: 0, refused: 0, unanswered: 0, complaints: [] })
    expect(row.stored).toBe(row.acknowledged)
    expect(isSound(row)).toBe(true)
  })

  it('finds an event that the collector accepted and that is gone', async () => {
    const row = await run('planted-loss', context =>
      change(context, 'DELETE FROM events WHERE page = {page:String}'),
    )
    expect(row).toMatchObject({ lost: 1, doubled: 0 })
    expect(isSound(row)).toBe(false)
  })

  it('finds an event that is stored twice', async () => {
    const row = await run('planted-double', context =>
      change(context, 'INSERT INTO events SELECT * FROM events WHERE page = {page:String}'),
    )
    expect(row).toMatchObject({ lost: 0, doubled: 1 })
    expect(isSound(row)).toBe(false)
  })
})
