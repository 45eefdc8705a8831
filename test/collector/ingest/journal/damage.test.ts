import {
  appendFileSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeRecord } from '../../../../collector/core/event/event-record.ts'
import { openCutFile } from '../../../../collector/ingest/journal/cut-file.ts'
import { encodeFrame, framedBytes, HEADER_BYTES } from '../../../../collector/ingest/journal/format.ts'
import { type Journal, openJournal } from '../../../../collector/ingest/journal/journal.ts'
import { anEvent } from '../../../support/events.ts'
import { afterCrash, eventsOf, openTestJournal, segmentsOf } from '../../../support/journal.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'
import { breakSectors, heal } from './disk.ts'

/** Segments are a quarter of it. */
const SMALL_JOURNAL = 400_000
/** The least that an event takes here. */
const RECORD_BYTES = framedBytes(encodeRecord(anEvent({ page: '/0' })).length)
/** How often a caller, as the writer does, comes back after a read that failed. */
const TRIES = 20

/** Latest sequence that the disk knows to be acknowledged. */
async function givenOnDisk(directory: string): Promise<number | undefined> {
  const file = await openCutFile(join(afterCrash(directory), 'cut'))
  await file.close()
  return file.saved?.givenThrough
}

/** A journal of 1,000 events in several segments. */
async function longJournal(directory: string): Promise<Journal> {
  const journal = await openTestJournal(directory, SMALL_JOURNAL)
  for (let first = 0; first < 1_000; first += 10) await journal.append(eventsOf(10, first))
  expect(segmentsOf(directory).length).toBeGreaterThan(2)
  return journal
}

function change(file: string, work: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file)
  work(bytes)
  // In place: an open journal goes on with the same file.
  writeFileSync(file, bytes, { flag: 'r+' })
}

/** Sequences that the journal has not, among those it ever gave, read in pieces. */
async function missingIn(journal: Journal, limit = 10_000): Promise<number[]> {
  const found = new Set<number>()
  for (let next = 1; ; ) {
    const events = await journal.read(next, journal.durableThrough(), limit)
    const last = events.at(-1)
    if (last === undefined) break
    for (const { sequence, record } of events) {
      expect(JSON.parse(record.toString())[7]).toBe(`/${sequence - 1}`)
      expect(sequence).toBeGreaterThanOrEqual(next)
      found.add(sequence)
    }
    next = last.sequence + 1
  }
  return Array.from({ length: journal.durableThrough() }, (_, index) => index + 1).filter(
    sequence => !found.has(sequence),
  )
}

async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === TRIES) throw error
    }
  }
}

describe('a journal that the disk damages while it is in use', () => {
  const CASES: { why: string; damage: (bytes: Buffer) => void; most: number }[] = [
    {
      why: 'one wrong bit in a record is turned back',
      damage: bytes => bytes.writeUInt8(bytes.readUInt8(HEADER_BYTES + 1_000) ^ 1, HEADER_BYTES + 1_000),
      most: 0,
    },
    {
      why: 'one wrong bit in a length is turned back',
      damage: bytes => bytes.writeUInt8(bytes.readUInt8(HEADER_BYTES + 1) ^ 1, HEADER_BYTES + 1),
      most: 0,
    },
    {
      why: 'noise takes the records that it covers',
      damage: bytes => void bytes.fill(0x5a, HEADER_BYTES + 1_000, HEADER_BYTES + 1_040),
      most: 2,
    },
    {
      why: 'an end of zeros takes what was there',
      damage: bytes => void bytes.fill(0, bytes.length - 500),
      most: 4,
    },
    {
      why: 'a segment of zeros takes no other segment with it',
      damage: bytes => void bytes.fill(0),
      most: 500,
    },
  ]

  it.each(CASES)('reads all that is sound, in every segment: $why', async ({ damage, most }) => {
    for (const which of [0, 1, -1]) {
      const directory = tempDirectory()
      const journal = await longJournal(directory)
      change(segmentsOf(directory).at(which) ?? '', damage)
      const missing = await missingIn(journal)
      expect(missing.length).toBeLessThanOrEqual(most)
      if (most > 0) expect(missing.length).toBeGreaterThan(0)
      // Asked for alone, a lost event is an empty answer; the pieces of a reader make no difference.
      for (const sequence of missing.slice(0, 5))
        expect(await journal.read(sequence, sequence, 9)).toEqual([])
      expect(await missingIn(journal, 7)).toEqual(missing)
      await journal.append(eventsOf(1, 1_000))
      expect(await missingIn(journal)).toEqual(missing)
      await journal.close()
    }
  })

  it('returns no event that was not written, wherever bytes change', async () => {
    const directory = tempDirectory()
    const journal = await openTestJournal(directory)
    await journal.append(eventsOf(30))
    const [file = ''] = segmentsOf(directory)
    const whole = readFileSync(file)
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 600 }), async (where, noise) => {
        const at = HEADER_BYTES + (where % (whole.length - HEADER_BYTES))
        change(file, bytes => void bytes.set(noise.subarray(0, bytes.length - at), at))
        const missing = await missingIn(journal)
        expect(missing.length).toBeLessThanOrEqual(4)
        writeFileSync(file, whole, { flag: 'r+' })
      }),
      { numRuns: 60 },
    )
    await journal.close()
  })

  it('keeps the damaged file beside the others when it is stored', async () => {
    const directory = tempDirectory()
    const journal = await longJournal(directory)
    const [file = ''] = segmentsOf(directory)
    change(file, bytes => void bytes.fill(0x5a, HEADER_BYTES + 1_000, HEADER_BYTES + 1_040))
    const damaged = readFileSync(file)
    await missingIn(journal)
    await journal.setCut({ storedThrough: 1_000, sending: undefined })
    await journal.trim()
    expect(readdirSync(directory).sort()).toEqual(['0000000000000001.seg.damaged', 'cut'])
    expect(readFileSync(`${file}.damaged`).equals(damaged)).toBe(true)
    await journal.close()
  })

  it('waits for a disk that cannot read, for it may come back', async () => {
    const directory = tempDirectory()
    const journal = await longJournal(directory)
    breakSectors(segmentsOf(directory)[0] ?? '', 4_096, 8_192)
    for (let tries = 0; tries < 5; tries++) await expect(journal.read(1, 10, 10)).rejects.toThrow('EIO')
    await journal.close()
  })

  it('goes on around sectors that cannot be read for good', async () => {
    const directory = tempDirectory()
    const journal = await longJournal(directory)
    breakSectors(segmentsOf(directory)[1] ?? '', 4_096, 12_288)
    const missing = await persistently(() => missingIn(journal))
    expect(missing.length).toBeGreaterThan(0)
    expect(missing.length).toBeLessThanOrEqual(8_192 / RECORD_BYTES + 2)
    await journal.close()
  })
})

describe('a journal that the disk damaged before it is opened', () => {
  it('starts around sectors that cannot be read', async () => {
    const directory = tempDirectory()
    const before = await longJournal(directory)
    await before.close()
    breakSectors(segmentsOf(directory)[1] ?? '', 4_096, 8_192)
    const journal = await openTestJournal(directory, SMALL_JOURNAL)
    // What could be read is in another file now.
    heal()
    const missing = await missingIn(journal)
    expect(missing.length).toBeGreaterThan(0)
    expect(missing.length).toBeLessThanOrEqual(4_096 / RECORD_BYTES + 2)
    await journal.close()
  })

  it('takes missing events at the end for damage after an orderly stop: they were acknowledged', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory)
    for (let page = 0; page < 3; page++) await before.append(eventsOf(1, page))
    await before.close()
    const [file = ''] = segmentsOf(directory)
    change(file, bytes => void bytes.fill(0, bytes.length - 60))
    const journal = await openTestJournal(directory)
    expect(journal.findings.tornBytes).toBe(0)
    expect(await missingIn(journal)).toEqual([3])
    expect(readdirSync(directory)).toContain('0000000000000001.seg.damaged')
    await journal.close()
  })

  it('knows soon after an append that it was acknowledged, though nothing is stored and a crash comes', async () => {
    const directory = tempDirectory()
    const before = await openJournal({
      directory,
      maxBytes: SMALL_JOURNAL,
      observer: { committed: () => undefined },
      noteMs: 5,
    })
    await before.append(eventsOf(2))
    await expect.poll(() => givenOnDisk(directory)).toBe(2)
    const crashed = afterCrash(directory)
    await before.close()
    const [file = ''] = segmentsOf(crashed)
    change(file, bytes => void bytes.fill(0, bytes.length - 60))
    const journal = await openTestJournal(crashed)
    expect(journal.findings.tornBytes).toBe(0)
    expect(await missingIn(journal)).toEqual([2])
    await journal.close()
  })

  it('keeps the file as it was when the end of an earlier segment is damaged', async () => {
    const directory = tempDirectory()
    for (const first of [0, 3]) {
      const journal = await openTestJournal(directory)
      await journal.append(eventsOf(3, first))
      await journal.close()
    }
    const [file = ''] = segmentsOf(directory)
    change(file, bytes => void bytes.fill(0, bytes.length - 60))
    const journal = await openTestJournal(directory)
    expect(journal.findings.tornBytes).toBe(0)
    expect(await missingIn(journal)).toEqual([3])
    expect(readdirSync(directory)).toContain('0000000000000001.seg.damaged')
    await journal.close()
  })

  it('ends a mending that a crash has cut short, wherever that was', async () => {
    const STEPS: { why: string; crash: (file: string, mended: Buffer) => void }[] = [
      {
        why: 'the new file was torn',
        crash: (file, mended) => writeFileSync(`${file}.new`, mended.subarray(0, 100)),
      },
      { why: 'the new file was whole', crash: (file, mended) => writeFileSync(`${file}.new`, mended) },
      {
        why: 'the old file had its second name',
        crash(file, mended) {
          writeFileSync(`${file}.new`, mended)
          linkSync(file, `${file}.damaged`)
        },
      },
      {
        why: 'only the new file was there',
        crash(file, mended) {
          writeFileSync(`${file}.new`, mended)
          renameSync(file, `${file}.damaged`)
        },
      },
    ]
    for (const { why, crash } of STEPS) {
      const directory = tempDirectory()
      const before = await openTestJournal(directory)
      await before.append(eventsOf(10))
      await before.close()
      const [file = ''] = segmentsOf(directory)
      const mended = readFileSync(file)
      change(file, bytes => bytes.writeUInt8(bytes.readUInt8(HEADER_BYTES + 60) ^ 4, HEADER_BYTES + 60))
      crash(file, mended)
      const journal = await openTestJournal(directory)
      expect(await missingIn(journal), why).toEqual([])
      expect(readdirSync(directory).sort(), why).toEqual([
        '0000000000000001.seg',
        '0000000000000001.seg.damaged',
        'cut',
      ])
      await journal.close()
    }
  })

  it('leaves a sound record that holds no event to the database to refuse', async () => {
    const directory = tempDirectory()
    const journal = await openTestJournal(directory)
    await journal.append(eventsOf(2))
    const [file = ''] = segmentsOf(directory)
    const payload = Buffer.from('[7,"not an event"]')
    appendFileSync(file, encodeFrame({ sequence: 3, payload, isContinued: false }))
    await journal.close()
    const after = await openTestJournal(directory)
    const pages: string[] = []
    for await (const { page } of after.unstored()) pages.push(page)
    expect(pages).toEqual(['/0', '/1'])
    expect((await after.read(3, 3, 1)).map(({ record }) => record.toString())).toEqual([payload.toString()])
    await after.close()
  })

  it('opens a long journal one segment at a time', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory, 1_000_000_000)
    const props = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${i}`, 'x'.repeat(2_000)]))
    for (let round = 0; round < 50; round++) {
      await before.append(Array.from({ length: 40 }, () => anEvent({ props })))
    }
    await before.close()
    const size = segmentsOf(directory).reduce((sum, file) => sum + statSync(file).size, 0)
    const atFirst = process.memoryUsage().arrayBuffers
    let most = atFirst
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers)
    }, 1)
    const journal = await openTestJournal(directory, 1_000_000_000)
    clearInterval(watch)
    expect(most - atFirst).toBeLessThan(size / 2)
    // Nor does an answer hold more than a few segments, however large the events are.
    const answer = await journal.read(1, Number.POSITIVE_INFINITY, 10_000)
    expect(answer.reduce((sum, { record }) => sum + record.length, 0)).toBeLessThan(9_000_000)
    expect(answer.length).toBeGreaterThan(100)
    await journal.close()
  })
})
