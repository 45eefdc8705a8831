import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Journal } from '../../../../collector/ingest/journal/journal.ts'
import { afterCrash, eventsOf, openTestJournal, pagesIn, segmentsOf } from '../../../support/journal.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'
import { beforeEvery } from './disk.ts'

/** Enough of them for a segment that is given room. */
const MANY = 2_000
/** Zeros in a row that no record has. */
const ROOM = Buffer.alloc(4_096)

const pages = (count: number) => Array.from({ length: count }, (_, index) => `/${index}`)

async function fill(journal: Journal, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += 100) await journal.append(eventsOf(100, first))
}

function endsInRoom(file: string): boolean {
  return readFileSync(file).subarray(-ROOM.length).equals(ROOM)
}

describe('room behind the records of a segment', () => {
  it('is made once there are many, and is not left behind by an orderly stop', async () => {
    const directory = tempDirectory()
    const journal = await openTestJournal(directory)
    await journal.append(eventsOf(1))
    const [file = ''] = segmentsOf(directory)
    expect(endsInRoom(file)).toBe(false)
    await fill(journal, 1, MANY)
    expect(endsInRoom(file)).toBe(true)
    await journal.close()
    expect(endsInRoom(file)).toBe(false)
  })

  it('makes the file no longer while it lasts', async () => {
    const directory = tempDirectory()
    const journal = await openTestJournal(directory)
    await fill(journal, 0, MANY)
    const [file = ''] = segmentsOf(directory)
    const { size } = statSync(file)
    await fill(journal, MANY, MANY + 500)
    expect(statSync(file).size).toBe(size)
    expect(await pagesIn(journal)).toEqual(pages(MANY + 500))
    await journal.close()
  })

  it('is neither torn nor damaged for the next process after a crash, which goes on behind the last record', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory)
    await fill(before, 0, MANY)
    const crashed = afterCrash(directory)
    await before.close()
    const journal = await openTestJournal(crashed)
    expect(journal.findings).toMatchObject({ mended: 0, tornBytes: 0 })
    expect(segmentsOf(crashed).map(endsInRoom)).toEqual([false])
    await fill(journal, MANY, MANY + 100)
    expect(await pagesIn(journal)).toEqual(pages(MANY + 100))
    await journal.close()
  })

  it('hides no request that a crash has torn', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory)
    await fill(before, 0, MANY)
    const whole = afterCrash(directory)
    await before.append(eventsOf(50, MANY))
    const crashed = afterCrash(directory)
    await before.close()
    const [file = ''] = segmentsOf(crashed)
    const bytes = readFileSync(file)
    const end = readFileSync(segmentsOf(whole)[0] ?? '').findLastIndex(byte => byte !== 0) + 1
    writeFileSync(file, bytes.fill(0, end + 1_000))
    const journal = await openTestJournal(crashed)
    // But for the zeros that the last number of the record ended with.
    expect(journal.findings.tornBytes).toBeGreaterThan(990)
    expect(journal.findings.tornBytes).toBeLessThanOrEqual(1_000)
    expect(await pagesIn(journal)).toEqual(pages(MANY))
    await journal.close()
  })

  it('is missed where acknowledged records were and zeros are: that is damage', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory)
    await fill(before, 0, MANY)
    await before.close()
    const [file = ''] = segmentsOf(directory)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0, bytes.length - 8_192))
    const journal = await openTestJournal(directory)
    const found = await pagesIn(journal)
    expect(found).toEqual(pages(found.length))
    expect(found.length).toBeLessThan(MANY)
    // What is missing has its sequences still, so that it is reported.
    expect(journal.durableThrough()).toBe(MANY)
    await journal.close()
  })

  it('is done without on a disk that is full of it but not of records', async () => {
    const directory = tempDirectory()
    const journal = await openTestJournal(directory)
    await journal.append(eventsOf(1))
    let writes = 0
    beforeEvery('write', path => {
      // Every second one: the zeros behind the records.
      if (path.endsWith('.seg') && ++writes % 2 === 0)
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    })
    await journal.append(eventsOf(MANY - 1, 1))
    await journal.append(eventsOf(10, MANY))
    expect(await pagesIn(journal)).toEqual(pages(MANY + 10))
    expect(writes).toBe(4)
    await journal.close()
  })
})
