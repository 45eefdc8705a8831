import { readFileSync, writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { JournalFullError } from '../../../../collector/ingest/journal/journal-error.ts'
import { eventsOf, openTestJournal, pagesIn, segmentsOf } from '../../../support/journal.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'

/** Makes a segment one that a later version wrote. */
function promote(file: string): void {
  const bytes = readFileSync(file)
  bytes.writeUInt32LE(99, 12)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 32)), 32)
  writeFileSync(file, bytes)
}

describe('closing a journal', () => {
  it('ends it: a request still in flight is refused, and never empties a segment of the next process', async () => {
    const directory = tempDirectory()
    const old = await openTestJournal(directory)
    await old.append(eventsOf(2))
    await old.close()
    const next = await openTestJournal(directory)
    await next.append(eventsOf(5, 2))
    await expect(old.append(eventsOf(1, 900))).rejects.toThrow(JournalFullError)
    expect(await pagesIn(next)).toEqual(['/0', '/1', '/2', '/3', '/4', '/5', '/6'])
    await next.close()
  })

  it('leaves another process its segment also when it was never closed', async () => {
    const directory = tempDirectory()
    const old = await openTestJournal(directory)
    // Both go on at the same sequence: the lock of the data directory was lost.
    const next = await openTestJournal(directory)
    await next.append(eventsOf(5))
    await expect(old.append(eventsOf(1, 900))).rejects.toThrow(JournalFullError)
    expect(await pagesIn(next)).toEqual(['/0', '/1', '/2', '/3', '/4'])
    await next.close()
    await old.close()
  })

  it('waits for what was appended just before', async () => {
    const directory = tempDirectory()
    const journal = await openTestJournal(directory)
    const appended = Promise.all(
      [0, 1, 2].map(async page => {
        // Closes the segment alone, so that appends gather behind it.
        await Promise.all([journal.trim(), journal.append(eventsOf(1, page))])
      }),
    )
    await Promise.all([appended, journal.close()])
    const again = await openTestJournal(directory)
    expect((await pagesIn(again)).sort()).toEqual(['/0', '/1', '/2'])
    await again.close()
  })

  it('after a trim leaves no segment to a later version, though one was begun for no event', async () => {
    const directory = tempDirectory()
    const journal = await openTestJournal(directory)
    // An event that was dropped in secret waits for the disk as any other.
    await journal.append([])
    await journal.trim()
    expect(segmentsOf(directory)).toEqual([])
    await journal.append(eventsOf(1))
    expect(await pagesIn(journal)).toEqual(['/0'])
    await journal.close()
  })

  it('without a trim leaves no segment without an event that a later version would stumble over', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory)
    await before.append([])
    await before.close()
    for (const file of segmentsOf(directory)) promote(file)
    const journal = await openTestJournal(directory)
    expect(segmentsOf(directory)).toEqual([])
    await journal.close()
  })
})
