import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeRecord } from '../../../collector/core/event/event-record.ts'
import { encodeFrames, encodeHeader } from '../../../collector/ingest/journal/format.ts'
import { openRepeats } from '../../../collector/ingest/repeats.ts'
import { openVisits } from '../../../collector/ingest/visits.ts'
import { anEvent } from '../../support/events.ts'
import { openFailingStore } from '../../support/failing-store.ts'
import { openTestJournal } from '../../support/journal.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { startTestWriter } from '../../support/writer.ts'

describe('a record that nobody understands', () => {
  it('keeps neither visits nor keys from being read, and goes to the store, which says what to do with it', async () => {
    const directory = tempDirectory()
    const records = ['[1,"another shape"]', 'no JSON at all', encodeRecord(anEvent({ idempotencyKey: '9' }))]
    const bytes = [
      encodeHeader({ journalId: '7', firstSequence: 1 }),
      encodeFrames(
        records.map(record => [Buffer.from(record)]),
        1,
      ),
    ]
    writeFileSync(join(directory, '0000000000000001.seg'), Buffer.concat(bytes))
    const journal = await openTestJournal(directory)
    const visits = openVisits()
    for await (const event of journal.unstored()) visits.restore([event])
    expect(visits.size()).toBe(1)
    const repeats = await openRepeats({ idempotencyKeys: async () => [] }, journal, () => 0)
    expect(repeats.isStored('9')).toBe(true)

    const sent: number[] = []
    const store = { ...openFailingStore(), insert: async () => void sent.push(1) }
    const { writer } = await startTestWriter(journal, store)
    while (sent.length === 0) await new Promise(resolve => setTimeout(resolve, 1))
    await writer.close()
  })
})
