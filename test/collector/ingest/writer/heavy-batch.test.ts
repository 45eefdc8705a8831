import { describe, expect, it } from 'vitest'
import { somePages } from '../../../support/events.ts'
import { openFailingStore } from '../../../support/failing-store.ts'
import { openTestJournal } from '../../../support/journal.ts'
import { startTestWriter } from '../../../support/writer.ts'

describe('a batch that is too heavy for the database', () => {
  it('is made smaller until it fits, also over a restart, and stored once', async () => {
    const journal = await openTestJournal()
    await journal.append(somePages(2_000))
    const store = openFailingStore()
    const tried: number[] = []
    const insert: typeof store.insert = (batch, ...rest) => {
      tried.push(batch.events.length)
      // Neither lack of memory nor lack of time is a refusal of what the batch holds.
      if (batch.events.length > 600) return Promise.reject(new Error('MEMORY_LIMIT_EXCEEDED'))
      return store.insert(batch, ...rest)
    }
    const first = await startTestWriter(journal, { ...store, insert })
    while (tried.length < 4) await new Promise(resolve => setTimeout(resolve, 1))
    await first.writer.close()
    const { writer } = await startTestWriter(journal, { ...store, insert })
    await writer.drain(5_000)
    await writer.close()
    expect(tried.slice(0, 4)).toEqual([2_000, 2_000, 2_000, 1_000])
    expect(Math.max(...tried.slice(8))).toBeLessThan(1_200)
    expect(somePages(2_000).filter(({ page }) => store.copiesOf(page) !== 1)).toEqual([])
  })

  it('is not made smaller by a database that is away', async () => {
    const journal = await openTestJournal()
    await journal.append(somePages(100))
    const store = openFailingStore()
    const tried: number[] = []
    const insert: typeof store.insert = (batch, ...rest) => {
      tried.push(batch.events.length)
      return store.insert(batch, ...rest)
    }
    const { writer } = await startTestWriter(journal, { ...store, insert, settle: () => settle() })
    let silences = 20
    const settle = (): Promise<void> =>
      silences-- > 0 ? Promise.reject(new Error('no answer')) : store.settle(journal.id)
    await writer.drain(5_000)
    await writer.close()
    expect(tried).toEqual([100])
  })
})
