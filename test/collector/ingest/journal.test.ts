import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeRecord } from '../../../collector/core/event/event-record.ts'
import type { SiteId } from '../../../collector/core/ids.ts'
import {
  decodeFrames,
  encodeFrames,
  encodeHeader,
  framedBytes,
  HEADER_BYTES,
} from '../../../collector/ingest/journal/format.ts'
import type { Journal } from '../../../collector/ingest/journal/journal.ts'
import { JournalFullError } from '../../../collector/ingest/journal/journal-error.ts'
import { salvage } from '../../../collector/ingest/journal/salvage.ts'
import { anEvent } from '../../support/events.ts'
import { openTestJournal as open, segmentsOf } from '../../support/journal.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const ALL = Number.POSITIVE_INFINITY
/** Bytes that take three events of one site, and no fourth: a site may fill four times the room that is free. */
const ROOM_FOR_THREE = Math.floor(framedBytes(encodeRecord(anEvent()).length) * 3.8)

/** Sequence and page of the events from `first` on. */
async function read(journal: Journal, first = 1, limit = 10_000): Promise<[number, unknown][]> {
  const events = await journal.read(first, ALL, limit)
  return events.map(({ sequence, record }) => [sequence, JSON.parse(record.toString())[7]])
}

async function pagesOf(journal: Journal): Promise<unknown[]> {
  return (await read(journal)).map(([, page]) => page)
}

async function unstoredPagesOf(journal: Journal): Promise<string[]> {
  const pages: string[] = []
  for await (const event of journal.unstored()) pages.push(event.page)
  return pages
}

const payloadsArbitrary = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), {
  minLength: 1,
  maxLength: 12,
})

function framed(payloads: readonly Uint8Array[], firstSequence = 1): Buffer {
  return encodeFrames([payloads.map(payload => Buffer.from(payload))], firstSequence)
}

function plain(records: readonly { readonly sequence: number; readonly payload: Uint8Array }[]) {
  return records.map(({ sequence, payload }) => [sequence, [...payload]])
}

function numbered(payloads: readonly Uint8Array[]) {
  return payloads.map((payload, index) => [index + 1, [...payload]])
}

describe('journal records', () => {
  it('come back as they were written, whatever the bytes', () => {
    fc.assert(
      fc.property(payloadsArbitrary, payloads => {
        const bytes = framed(payloads)
        const decoded = decodeFrames(bytes)
        expect(decoded.soundBytes).toBe(bytes.length)
        expect(plain(decoded.records)).toEqual(numbered(payloads))
      }),
    )
  })

  it('end at the first damage: no torn or changed record is ever returned', () => {
    fc.assert(
      fc.property(payloadsArbitrary, fc.nat(), fc.integer({ min: 1, max: 255 }), (payloads, where, flip) => {
        const bytes = framed(payloads)
        const at = where % bytes.length
        bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at)
        const { records, soundBytes } = decodeFrames(bytes)
        expect(soundBytes).toBeLessThanOrEqual(at)
        expect(plain(records)).toEqual(numbered(payloads).slice(0, records.length))
      }),
    )
  })
})

describe('salvage', () => {
  it('turns back any single wrong bit', () => {
    fc.assert(
      fc.property(payloadsArbitrary, fc.nat(), fc.nat({ max: 7 }), (payloads, where, bit) => {
        const bytes = framed(payloads)
        const at = where % bytes.length
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
        const found = salvage(bytes, 1)
        expect(plain(found.records)).toEqual(numbered(payloads))
        expect(found).toMatchObject({ mended: 1, skippedBytes: 0, tornBytes: 0 })
      }),
    )
  })

  it('loses no other record to one that is damaged worse', () => {
    fc.assert(
      fc.property(payloadsArbitrary, fc.nat(), (payloads, which) => {
        const victim = which % payloads.length
        const parts = payloads.map((payload, index) => framed([payload], index + 1))
        // Three wrong bytes are more than any single bit.
        const damaged = parts[victim]
        damaged?.fill(damaged.readUInt8(4) ^ 0xff, 4, 7)
        const found = salvage(Buffer.concat(parts), 1)
        expect(plain(found.records)).toEqual(
          numbered(payloads).filter(([sequence]) => sequence !== victim + 1),
        )
        expect(found.mended).toBe(0)
      }),
    )
  })

  it('takes records of a file that was there before for torn, whole as they are', () => {
    fc.assert(
      fc.property(payloadsArbitrary, payloadsArbitrary, (payloads, older) => {
        const found = salvage(Buffer.concat([framed(payloads), framed(older.slice(0, payloads.length))]), 1)
        expect(plain(found.records)).toEqual(numbered(payloads))
        expect(found.tornBytes).toBeGreaterThan(0)
      }),
    )
  })

  it('takes what was cut off in the middle for torn, wherever the cut was', () => {
    fc.assert(
      fc.property(payloadsArbitrary, fc.nat(), (payloads, where) => {
        const bytes = framed(payloads)
        const kept = bytes.subarray(0, where % bytes.length)
        const found = salvage(kept, 1)
        expect(plain(found.records)).toEqual(numbered(payloads).slice(0, found.records.length))
        expect(found).toMatchObject({ mended: 0, skippedBytes: 0 })
      }),
    )
  })
})

describe('openJournal', () => {
  it('reads records of every length, however much of the file that takes', async () => {
    const journal = await open(tempDirectory())
    const lengths = [10, 300_000, 20, 900_000, 250_000, 30]
    const pages = lengths.map((length, index) => `/${index}`.padEnd(length, 'x'))
    for (const page of pages) await journal.append([anEvent({ page })])
    expect(await pagesOf(journal)).toEqual(pages)
    await journal.close()
  })

  it('keeps events over a restart, in order, with their sequence', async () => {
    const directory = tempDirectory()
    const first = await open(directory)
    await Promise.all([
      first.append([anEvent({ page: '/1' })]),
      first.append([anEvent({ page: '/2' }), anEvent({ page: '/3' })]),
    ])
    await first.close()
    const second = await open(directory)
    expect(second.id).toBe(first.id)
    expect(await pagesOf(second)).toEqual(['/1', '/2', '/3'])
    await second.append([anEvent({ page: '/4' })])
    expect(await read(second, 4)).toEqual([[4, '/4']])
    await second.close()
  })

  it('cuts off a tail that a crash has torn, and goes on after it', async () => {
    const directory = tempDirectory()
    const before = await open(directory)
    await before.append([anEvent({ page: '/kept' })])
    await before.append([anEvent({ page: '/torn' })])
    await before.close()
    const [file = ''] = segmentsOf(directory)
    truncateSync(file, readFileSync(file).length - 7)
    const after = await open(directory)
    expect(await pagesOf(after)).toEqual(['/kept'])
    await after.append([anEvent({ page: '/next' })])
    expect(await unstoredPagesOf(after)).toEqual(['/kept', '/next'])
    await after.close()
  })

  it('removes a segment whose creation a crash has torn', async () => {
    const directory = tempDirectory()
    const before = await open(directory)
    await before.append([anEvent({ page: '/kept' })])
    await before.close()
    writeFileSync(
      join(directory, '0000000000000002.seg'),
      encodeHeader({ journalId: before.id, firstSequence: 2 }).subarray(0, 20),
    )
    const after = await open(directory)
    await after.append([anEvent({ page: '/next' })])
    expect(await unstoredPagesOf(after)).toEqual(['/kept', '/next'])
    await after.close()
  })

  it('refuses a journal that another version wrote, and says what to do', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent()])
    await journal.close()
    const [file = ''] = segmentsOf(directory)
    const bytes = readFileSync(file)
    bytes.writeUInt32LE(99, 8)
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 32)), 32)
    writeFileSync(file, bytes)
    await expect(open(directory)).rejects.toThrow(/format 99.*Start that version once/)
  })

  it('refuses a journal whose records another version wrote, unless it has none', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent()])
    await journal.close()
    const [file = ''] = segmentsOf(directory)
    const bytes = readFileSync(file)
    bytes.writeUInt32LE(7, 12)
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 32)), 32)
    writeFileSync(file, bytes)
    await expect(open(directory)).rejects.toThrow(/format 3\.7.*Start that version once/)
  })

  it('mends a wrong bit, keeps the file as it was, and counts it', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent({ page: '/1' }), anEvent({ page: '/2' }), anEvent({ page: '/3' })])
    await journal.close()
    const [file = ''] = segmentsOf(directory)
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(HEADER_BYTES + 60) ^ 4, HEADER_BYTES + 60)
    writeFileSync(file, bytes)
    const after = await open(directory)
    expect(await pagesOf(after)).toEqual(['/1', '/2', '/3'])
    expect(after.findings.mended).toBe(1)
    expect(readFileSync(`${file}.damaged`).equals(bytes)).toBe(true)
    await after.close()
    const again = await open(directory)
    expect(again.findings.mended).toBe(0)
    await again.close()
  })

  it('goes on around a record that is damaged for good: its sequence is missing, and given to no other', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent({ page: '/1' }), anEvent({ page: '/2' }), anEvent({ page: '/3' })])
    await journal.close()
    const [file = ''] = segmentsOf(directory)
    const bytes = readFileSync(file)
    bytes.fill(0, HEADER_BYTES + 40, HEADER_BYTES + 80)
    writeFileSync(file, bytes)
    const after = await open(directory)
    await after.append([anEvent({ page: '/4' })])
    expect(await read(after)).toEqual([
      [2, '/2'],
      [3, '/3'],
      [4, '/4'],
    ])
    await after.close()
  })

  it('mends a segment whose header is damaged: the cut knows the journal, the name the first sequence', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent({ page: '/1' })])
    await journal.close()
    const [file = ''] = segmentsOf(directory)
    const bytes = readFileSync(file)
    bytes.fill(0, 0, 30)
    writeFileSync(file, bytes)
    const after = await open(directory)
    expect(after.id).toBe(journal.id)
    expect(await read(after)).toEqual([[1, '/1']])
    await after.close()
  })

  it('begins before the first record when the cut is gone, and says so', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent({ page: '/1' }), anEvent({ page: '/2' })])
    await journal.setCut({ storedThrough: 1, sending: undefined })
    await journal.close()
    rmSync(join(directory, 'cut'))
    const after = await open(directory)
    expect(after.id).toBe(journal.id)
    expect(after.cut().storedThrough).toBe(0)
    expect(after.findings.cutWasMissing).toBe(true)
    await after.close()
  })

  it('keeps the cut whatever byte of the file of cuts is torn', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent(), anEvent(), anEvent()])
    await journal.setCut({ storedThrough: 1, sending: undefined })
    await journal.setCut({ storedThrough: 1, sending: { first: 2, last: 3 } })
    await journal.close()
    const file = join(directory, 'cut')
    const sound = readFileSync(file)
    for (let at = 0; at < sound.length; at += 37) {
      const torn = Buffer.from(sound)
      torn.writeUInt8(torn.readUInt8(at) ^ 0x55, at)
      writeFileSync(file, torn)
      const after = await open(directory)
      expect(after.cut().storedThrough).toBe(1)
      await after.close()
    }
  })

  it('ignores what a refused append left behind once its sequences were given again', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent({ page: '/1' })])
    await journal.close()
    const [file = ''] = segmentsOf(directory)
    const record = (await journalRecord(directory)).payload
    // The failed append could not be cut off the first segment; the next one began another.
    appendFileSync(file, encodeFrames([[record]], 2))
    const second = Buffer.concat([
      encodeHeader({ journalId: journal.id, firstSequence: 2 }),
      encodeFrames([[Buffer.from(record.toString().replace('"/1"', '"/2"'))]], 2),
    ])
    writeFileSync(join(directory, '0000000000000002.seg'), second)
    const after = await open(directory)
    expect(await read(after)).toEqual([
      [1, '/1'],
      [2, '/2'],
    ])
    await after.close()
  })

  it('leaves room for other sites while one floods it', async () => {
    const journal = await open(tempDirectory(), 100_000)
    const flood = anEvent({ siteId: 1 as SiteId })
    const other = anEvent({ siteId: 2 as SiteId })
    let flooded = 0
    for (; flooded < 1_000; flooded++) {
      const isTaken = await journal.append([flood]).then(
        () => true,
        () => false,
      )
      if (!isTaken) break
    }
    expect(flooded).toBeLessThan(1_000)
    await expect(journal.append([flood])).rejects.toThrow(JournalFullError)
    for (let index = 0; index < 20; index++) await journal.append([other])
    expect(journal.depth()).toBe(flooded + 20)
    await journal.close()
  })

  it('commits requests that wait together in one go', async () => {
    const directory = tempDirectory()
    const { openJournal } = await import('../../../collector/ingest/journal/journal.ts')
    let commits = 0
    const journal = await openJournal({
      directory,
      maxBytes: 50_000_000,
      observer: { committed: () => commits++ },
    })
    await Promise.all(Array.from({ length: 500 }, () => journal.append([anEvent()])))
    expect(journal.depth()).toBe(500)
    expect(commits).toBeLessThan(10)
    await journal.close()
  })

  it('takes nothing more at its limit', async () => {
    const journal = await open(tempDirectory(), ROOM_FOR_THREE)
    await journal.append([anEvent(), anEvent(), anEvent()])
    await expect(journal.append([anEvent()])).rejects.toThrow(JournalFullError)
    expect(journal.depth()).toBe(3)
    await journal.close()
  })

  it('removes segments once they are stored whole, and never gives a sequence twice', async () => {
    const directory = tempDirectory()
    const first = await open(directory)
    await first.append([anEvent(), anEvent()])
    await first.close()
    const second = await open(directory)
    await second.setCut({ storedThrough: 2, sending: undefined })
    expect(segmentsOf(directory)).toEqual([])
    await second.close()
    const third = await open(directory)
    await third.append([anEvent({ page: '/third' })])
    expect(await read(third, 3)).toEqual([[3, '/third']])
    expect(third.id).toBe(first.id)
    await third.close()
  })

  it('takes events again once a full journal has been stored, also over a restart', async () => {
    const directory = tempDirectory()
    const first = await open(directory, ROOM_FOR_THREE)
    await first.append([anEvent(), anEvent(), anEvent()])
    await expect(first.append([anEvent()])).rejects.toThrow(JournalFullError)
    await first.setCut({ storedThrough: 3, sending: undefined })
    await first.append([anEvent({ page: '/4' })])
    expect(await read(first, 4)).toEqual([[4, '/4']])
    await first.close()
    const second = await open(directory, ROOM_FOR_THREE)
    await second.setCut({ storedThrough: 4, sending: undefined })
    await second.append([anEvent()])
    expect(second.depth()).toBe(1)
    await second.close()
  })

  it('keeps what is appended while stored segments are removed', async () => {
    for (let round = 0; round < 30; round++) {
      const directory = tempDirectory()
      const torn = await open(directory)
      await torn.append([anEvent(), anEvent()])
      await torn.close()
      const header = encodeHeader({ journalId: torn.id, firstSequence: 3 })
      writeFileSync(join(directory, '0000000000000003.seg'), header)
      const journal = await open(directory)
      await Promise.all([
        journal.setCut({ storedThrough: 2, sending: undefined }),
        journal.append([anEvent({ page: '/kept' })]),
      ])
      expect(await unstoredPagesOf(journal)).toEqual(['/kept'])
      await journal.close()
      const reopened = await open(directory)
      expect(await unstoredPagesOf(reopened)).toEqual(['/kept'])
      await reopened.close()
    }
  })

  it('gives no sequence again that was ever being sent', async () => {
    const directory = tempDirectory()
    const first = await open(directory)
    await first.append([anEvent(), anEvent()])
    await first.setCut({ storedThrough: 0, sending: { first: 1, last: 2 } })
    await first.close()
    const [file = ''] = segmentsOf(directory)
    truncateSync(file, readFileSync(file).length - 3)
    const second = await open(directory)
    await second.append([anEvent({ page: '/new' })])
    expect(await read(second, 3)).toEqual([[3, '/new']])
    await second.close()
  })

  it('reads across segments and from the middle of one', async () => {
    const directory = tempDirectory()
    for (let round = 0; round < 3; round++) {
      const journal = await open(directory)
      await journal.append(
        Array.from({ length: 5 }, (_, index) => anEvent({ page: `/${round * 5 + index + 1}` })),
      )
      await journal.close()
    }
    const journal = await open(directory)
    expect(await unstoredPagesOf(journal)).toEqual(Array.from({ length: 15 }, (_, index) => `/${index + 1}`))
    expect(await read(journal, 5, 7)).toEqual([5, 6, 7, 8, 9, 10, 11].map(n => [n, `/${n}`]))
    await journal.close()
  })
})

/** The first record of the first segment. */
async function journalRecord(directory: string) {
  const [file = ''] = segmentsOf(directory)
  const [record] = decodeFrames(readFileSync(file).subarray(HEADER_BYTES)).records
  if (record === undefined) throw new Error('The segment has no record')
  return record
}
