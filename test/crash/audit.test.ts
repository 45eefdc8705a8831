import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestEngine, type TestEngine } from '../support/engine.ts'
import { anEvent } from '../support/events.ts'
import { insertEvents } from '../support/insert-events.ts'
import { audit } from './audit.ts'
import { type Ledger, openLedger } from './ledger.ts'

describe('audit', () => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await openTestEngine()
  })
  afterAll(() => engine.close())

  const store = (...pages: string[]) =>
    insertEvents(
      engine.client,
      pages.map(page => anEvent({ page })),
    )
  /** A ledger of acknowledged events. */
  const acknowledged = (run: string, events: number): Ledger => {
    const ledger = openLedger(run)
    for (let count = 0; count < events; count++) ledger.answer(ledger.add(), 'acknowledged')
    return ledger
  }

  it('finds nothing wrong when every event is stored once', async () => {
    const ledger = acknowledged('sound', 3)
    await store(ledger.page(0), ledger.page(1), ledger.page(2))
    expect(await audit(engine.client, ledger)).toMatchObject({ stored: 3, lost: 0, doubled: 0 })
  })

  it('finds a planted loss', async () => {
    const ledger = acknowledged('loss', 3)
    await store(ledger.page(0), ledger.page(2))
    expect(await audit(engine.client, ledger)).toMatchObject({ stored: 2, lost: 1, examples: { lost: [1] } })
  })

  it('finds a planted double', async () => {
    const ledger = acknowledged('double', 3)
    await store(ledger.page(0), ledger.page(1), ledger.page(2))
    await store(ledger.page(1))
    const found = { stored: 3, doubled: 1, examples: { doubled: [1] } }
    expect(await audit(engine.client, ledger)).toMatchObject(found)
  })

  it('finds an event that was refused and is stored', async () => {
    const ledger = acknowledged('refused', 2)
    ledger.answer(0, 'refused')
    await store(ledger.page(0), ledger.page(1))
    expect(await audit(engine.client, ledger)).toMatchObject({ lost: 0, refusedButStored: 1 })
  })

  it('lets an event without an answer be stored or not, but not twice', async () => {
    const ledger = openLedger('unanswered')
    for (let count = 0; count < 3; count++) ledger.add()
    await store(ledger.page(1), ledger.page(2), ledger.page(2))
    expect(await audit(engine.client, ledger)).toMatchObject({ stored: 2, lost: 0, doubled: 1 })
  })

  it('tells what the fault destroyed from what the collector lost', async () => {
    const ledger = acknowledged('destroyed', 3)
    ledger.destroy(0)
    ledger.destroy(1)
    await store(ledger.page(1), ledger.page(2))
    expect(await audit(engine.client, ledger)).toMatchObject({ stored: 2, lost: 0, destroyed: 1 })
  })

  it('finds rows that nobody sent', async () => {
    const ledger = acknowledged('stray', 1)
    const before = (await audit(engine.client, ledger)).strays
    await store(ledger.page(0), ledger.page(7), '/k/stray-')
    expect((await audit(engine.client, ledger)).strays - before).toBe(2)
  })
})
