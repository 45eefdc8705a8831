import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRecords, encodeHeader, encodeRecord } from '../../../collector/ingest/journal/format.ts'
import { type Journal, JournalFullError, openJournal } from '../../../collector/ingest/journal/journal.ts'
import { anEvent } from '../../support/events.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const MAX_BYTES = 50_000_000

function open(directory: string, maxBytes = MAX_BYTES): Promise<Journal> {
  return openJournal({ directory, maxBytes })
}

function segmentsOf(directory: string): string[] {
  return readdirSync(directory)
    .filter(name => name.endsWith('.seg'))
    .sort()
    .map(name => join(directory, name))
}

async function pagesOf(journal: Journal): Promise<string[]> {
  return (await journal.read(0, 10_000)).map(({ event }) => event.page)
}

async function unstoredPagesOf(journal: Journal): Promise<string[]> {
  const pages: string[] = []
  for await (const event of journal.unstored()) pages.push(event.page)
  return pages
}

describe('journal records', () => {
  it('come back as they were written, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 })), payloads => {
        const bytes = Buffer.concat(payloads.map(payload => encodeRecord(Buffer.from(payload))))
        const decoded = decodeRecords(bytes)
        expect(decoded.soundBytes).toBe(bytes.length)
        expect(decoded.payloads.map(payload => [...payload])).toEqual(payloads.map(payload => [...payload]))
      }),
    )
  })

  it('end at the first damage: no torn or flipped record is ever returned', () => {
    const payloads = fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(payloads, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, where, flip) => {
        const bytes = Buffer.concat(written.map(payload => encodeRecord(Buffer.from(payload))))
        const at = where % bytes.length
        bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at)
        const { payloads: read, soundBytes } = decodeRecords(bytes)
        expect(soundBytes).toBeLessThanOrEqual(at)
        expect(read.map(payload => [...payload])).toEqual(
          written.slice(0, read.length).map(payload => [...payload]),
        )
      }),
    )
  })
})

describe('openJournal', () => {
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
    const events = await second.read(3, 10)
    expect(events.map(({ sequence, event }) => [sequence, event.page])).toEqual([[4, '/4']])
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
    const { crc32 } = await import('node:zlib')
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 32)), 32)
    writeFileSync(file, bytes)
    await expect(open(directory)).rejects.toThrow(/format 99.*Start that version once/)
  })

  it('refuses damage that is not at the tail', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent()])
    await journal.close()
    const [file = ''] = segmentsOf(directory)
    writeFileSync(
      join(directory, '0000000000000002.seg'),
      encodeHeader({ journalId: journal.id, firstSequence: 2 }),
    )
    appendFileSync(file, 'rubbish')
    await expect(open(directory)).rejects.toThrow(/damaged in the middle/)
  })

  it('takes nothing more at its limit', async () => {
    const journal = await open(tempDirectory(), 1_000)
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
    expect((await third.read(2, 10)).map(({ sequence }) => sequence)).toEqual([3])
    expect(third.id).toBe(first.id)
    await third.close()
  })

  it('refuses damage in the last segment when a sound record follows: it was acknowledged', async () => {
    const directory = tempDirectory()
    const journal = await open(directory)
    await journal.append([anEvent(), anEvent(), anEvent()])
    await journal.close()
    const [file = ''] = segmentsOf(directory)
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60)
    writeFileSync(file, bytes)
    await expect(open(directory)).rejects.toThrow(/damaged in the middle/)
  })

  it('takes events again once a full journal has been stored, also over a restart', async () => {
    const directory = tempDirectory()
    const first = await open(directory, 1_000)
    await first.append([anEvent(), anEvent(), anEvent()])
    await expect(first.append([anEvent()])).rejects.toThrow(JournalFullError)
    await first.setCut({ storedThrough: 3, sending: undefined })
    await first.append([anEvent({ page: '/4' })])
    expect((await first.read(3, 10)).map(({ sequence }) => sequence)).toEqual([4])
    await first.close()
    const second = await open(directory, 1_000)
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
    expect((await second.read(2, 10)).map(({ sequence }) => sequence)).toEqual([3])
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
    expect((await journal.read(6, 2)).map(({ event }) => event.page)).toEqual(['/7', '/8'])
    await journal.close()
  })
})
