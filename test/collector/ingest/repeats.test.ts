import { describe, expect, it, onTestFinished } from 'vitest'
import { openRepeats } from '../../../collector/ingest/repeats.ts'
import { anEvent } from '../../support/events.ts'
import { openFailingStore } from '../../support/failing-store.ts'
import { gate } from '../../support/gate.ts'
import { openTestJournal } from '../../support/journal.ts'
import { startTestWriter } from '../../support/writer.ts'

const HOUR = 3_600
const NOON = Date.parse('2026-03-10T12:00:00Z') / 1_000

async function openHere(options: { stored?: readonly string[]; journalled?: readonly string[] } = {}) {
  const clock = { now: NOON }
  const journal = await openTestJournal()
  onTestFinished(() => journal.close())
  for (const idempotencyKey of options.journalled ?? []) await journal.append([anEvent({ idempotencyKey })])
  const asked: string[] = []
  const store = {
    async idempotencyKeys(least: string) {
      asked.push(least)
      return options.stored ?? []
    },
  }
  return { clock, asked, repeats: await openRepeats(store, journal, () => clock.now) }
}

describe('openRepeats', () => {
  it('knows a key for 24 hours, by caller', async () => {
    const { repeats, clock } = await openHere()
    const key = (caller: string) => repeats.keyOf(caller, 'order-1')
    expect(repeats.isStored(key('a'))).toBe(false)
    repeats.remember(key('a'))
    expect([repeats.isStored(key('a')), repeats.isStored(key('b'))]).toEqual([true, false])
    clock.now += 24 * HOUR
    expect(repeats.isStored(key('a'))).toBe(true)
    clock.now += HOUR
    expect(repeats.isStored(key('a'))).toBe(false)
  })

  it('knows after a restart what was stored and what is only in the journal', async () => {
    const before = await openHere()
    const stored = before.repeats.keyOf('a', 'stored')
    const journalled = before.repeats.keyOf('a', 'journalled')
    const { repeats } = await openHere({ stored: [stored], journalled: [journalled, '0'] })
    expect(['stored', 'journalled', 'new'].map(text => repeats.isStored(repeats.keyOf('a', text)))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('knows a key whose event moves from the journal to the database meanwhile', async () => {
    const journal = await openTestJournal()
    const { repeats: before } = await openHere()
    const idempotencyKey = before.keyOf('a', 'moving')
    await journal.append([anEvent({ idempotencyKey })])
    const store = openFailingStore()
    const { writer } = await startTestWriter(journal, store, { pace: { gatherMs: 50 } })
    const eventStore = {
      async idempotencyKeys() {
        // The answer is as old as the question; the event is stored while it travels.
        const stored = store.copiesOf('/') > 0 ? [idempotencyKey] : []
        await writer.drain(5_000)
        return stored
      },
    }
    const repeats = await openRepeats(eventStore, journal, () => NOON)
    expect(repeats.isStored(idempotencyKey)).toBe(true)
    await writer.close()
  })

  it('lets requests of one key wait for one another, and no others', async () => {
    const { repeats } = await openHere()
    const order: string[] = []
    const disk = gate()
    const key = repeats.keyOf('a', 'x')
    const first = repeats.alone(key, async () => {
      await disk.opened
      order.push('first')
      throw new Error('the disk is full')
    })
    const second = repeats.alone(key, async () => void order.push('second'))
    await repeats.alone(repeats.keyOf('a', 'y'), async () => void order.push('other'))
    disk.open()
    await expect(first).rejects.toThrow('the disk is full')
    await second
    expect(order).toEqual(['other', 'first', 'second'])
  })

  it('forgets what is older', async () => {
    const { repeats, clock } = await openHere()
    const key = repeats.keyOf('a', 'x')
    repeats.remember(key)
    clock.now += 26 * HOUR
    repeats.forgetOld()
    expect(repeats.isStored(key)).toBe(false)
  })
})
