import { appendFileSync, readFileSync, truncateSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idempotencyKey } from '../../../../collector/core/event/idempotency-key.ts'
import { HEADER_BYTES } from '../../../../collector/ingest/journal/format.ts'
import { openRepeats } from '../../../../collector/ingest/repeats.ts'
import { afterCrash, eventsOf, openTestJournal, pagesIn, segmentsOf } from '../../../support/journal.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z') / 1_000

describe('a request that a crash has torn', () => {
  it('is there whole or not at all, wherever the file ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.constantFrom('', 'torn in the middle', '\0'.repeat(4_096)),
        async (sizes, where, noise) => {
          const directory = tempDirectory()
          const before = await openTestJournal(directory)
          const ends = [0]
          for (const size of sizes) {
            const first = ends.at(-1) ?? 0
            await before.append(eventsOf(size, first))
            ends.push(first + size)
          }
          const crashed = afterCrash(directory)
          await before.close()
          const [file = ''] = segmentsOf(crashed)
          const length = readFileSync(file).length
          truncateSync(file, HEADER_BYTES + (where % (length - HEADER_BYTES + 1)))
          appendFileSync(file, noise)
          const journal = await openTestJournal(crashed)
          const pages = await pagesIn(journal)
          expect(ends).toContain(pages.length)
          expect(journal.durableThrough()).toBe(pages.length)
          await journal.append(eventsOf(2, pages.length))
          await journal.close()
          const again = await openTestJournal(crashed)
          expect(await pagesIn(again)).toEqual(
            Array.from({ length: pages.length + 2 }, (_, index) => `/${index}`),
          )
          await again.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is taken again under its Idempotency-Key', async () => {
    const directory = tempDirectory()
    const key = idempotencyKey('k', 'import-1', NOW)
    const before = await openTestJournal(directory)
    await before.append(eventsOf(1))
    await before.append(eventsOf(10, 1).map(event => ({ ...event, idempotencyKey: key })))
    const crashed = afterCrash(directory)
    await before.close()
    const [file = ''] = segmentsOf(crashed)
    truncateSync(file, Math.floor(readFileSync(file).length * 0.6))
    const journal = await openTestJournal(crashed)
    const repeats = await openRepeats({ idempotencyKeys: async () => [] }, journal, () => NOW)
    expect([await pagesIn(journal), repeats.isStored(key)]).toEqual([['/0'], false])
    expect(journal.findings.tornBytes).toBeGreaterThan(0)
    await journal.close()
  })

  it('keeps what is left of it when all of it was acknowledged', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory)
    await before.append(eventsOf(10))
    await before.close()
    const [file = ''] = segmentsOf(directory)
    truncateSync(file, Math.floor(readFileSync(file).length * 0.6))
    const journal = await openTestJournal(directory)
    const pages = await pagesIn(journal)
    expect(pages.length).toBeGreaterThan(3)
    expect([journal.durableThrough(), journal.findings.tornBytes]).toEqual([10, 0])
    await journal.close()
  })
})
