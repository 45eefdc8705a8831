import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeRecord } from '../../../../collector/core/event/event-record.ts'
import { openIncidents } from '../../../../collector/ingest/incidents.ts'
import { openCutFile } from '../../../../collector/ingest/journal/cut-file.ts'
import { anEvent } from '../../../support/events.ts'
import { gate } from '../../../support/gate.ts'
import { afterCrash, eventsOf, openTestJournal, pagesIn, segmentsOf } from '../../../support/journal.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'
import { afterEvery, beforeEvery, breakSectors, eio, heal } from './disk.ts'

describe('a journal on a disk that fails', () => {
  it('says that nobody can tell when the disk neither takes an event nor forgets it', async () => {
    const journal = await openTestJournal()
    await journal.append(eventsOf(1))
    const isAskedBack = gate()
    const mayGoOn = gate()
    let failures = 0
    const fail = (path: string): void => {
      if (!path.endsWith('.seg')) return
      failures++
      throw eio()
    }
    afterEvery('write', fail)
    beforeEvery('sync', fail)
    beforeEvery('write', path => {
      // Given to the disk, and not cut back: this asks it to forget for the first time of many.
      if (!path.endsWith('.seg') || failures < 2) return
      isAskedBack.open()
      return mayGoOn.opened
    })
    const refusal = (offset: number) =>
      journal.append(eventsOf(1, offset)).catch((error: { code: string }) => error.code)
    const told = refusal(1)
    await isAskedBack.opened
    // Of others nothing was given to the disk; they need not wait.
    expect(await refusal(5)).toBe('journal_full')
    mayGoOn.open()
    expect(await told).toBe('journal_uncertain')
    heal()
    // The sequence goes to another event, which voids what may have been left.
    await journal.append(eventsOf(1, 2))
    expect(await pagesIn(journal)).toEqual(['/0', '/2'])
    await journal.close()
  })

  it('voids a refused event with a new segment when the cut-back does not reach the disk', async () => {
    const directory = tempDirectory()
    const before = await openTestJournal(directory)
    await before.append(eventsOf(1))
    const [file = ''] = segmentsOf(directory)
    let onDisk = Buffer.alloc(0)
    afterEvery('write', path => {
      if (path !== file) return
      onDisk = readFileSync(file)
      throw eio()
    })
    beforeEvery('sync', path => {
      if (path === file) throw eio()
    })
    await expect(before.append(eventsOf(1, 1))).rejects.toThrow('cannot be written')
    heal()
    for (const isGoneOn of [false, true]) {
      if (isGoneOn) await before.append(eventsOf(1, 2))
      const crashed = afterCrash(directory)
      writeFileSync(segmentsOf(crashed)[0] ?? '', onDisk)
      const journal = await openTestJournal(crashed)
      expect(await pagesIn(journal)).toEqual(isGoneOn ? ['/0', '/2'] : ['/0'])
      await journal.close()
    }
    await before.close()
  })

  it('keeps what it took and nothing that it refused, whichever calls fail, over a restart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.boolean()), async failures => {
        const directory = tempDirectory()
        const before = await openTestJournal(directory, 400_000)
        const mayFail = (path: string): void => {
          if (path.endsWith('.seg') && failures.next().value === true) throw eio()
        }
        afterEvery('write', mayFail)
        beforeEvery('truncate', mayFail)
        const taken: string[] = []
        for (let index = 0; index < 30; index++) {
          const page = `/${index}`
          await before.append([anEvent({ page })]).then(
            () => taken.push(page),
            () => undefined,
          )
        }
        heal()
        expect(await pagesIn(before)).toEqual(taken)
        const journal = await openTestJournal(afterCrash(directory), 400_000)
        expect(await pagesIn(journal)).toEqual(taken)
        await journal.close()
        await before.close()
      }),
      { numRuns: 10 },
    )
  })

  it('keeps what it took and nothing that it refused, whenever a crash comes while calls fail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.boolean()), async failures => {
        const directory = tempDirectory()
        const before = await openTestJournal(directory, 400_000)
        const taken: string[] = []
        const refused: string[] = []
        const crashes: { readonly left: string; readonly taken: string[]; readonly refused: string[] }[] = []
        const mayFail = (path: string): void => {
          if (path.endsWith('.seg') && failures.next().value === true) throw eio()
        }
        afterEvery('write', mayFail)
        beforeEvery('truncate', mayFail)
        // A segment is made, or emptied, a moment before its header is written.
        beforeEvery('write', path => {
          if (!path.endsWith('.seg')) return
          crashes.push({ left: afterCrash(directory), taken: [...taken], refused: [...refused] })
        })
        for (let index = 0; index < 12; index++) {
          const page = `/${index}`
          await before.append([anEvent({ page })]).then(
            () => taken.push(page),
            () => refused.push(page),
          )
        }
        heal()
        await before.close()
        for (const crash of crashes) {
          const journal = await openTestJournal(crash.left, 400_000)
          const pages = await pagesIn(journal)
          expect(pages).toEqual(expect.arrayContaining(crash.taken))
          expect(pages.filter(page => crash.refused.includes(String(page)))).toEqual([])
          await journal.close()
        }
      }),
      { numRuns: 10 },
    )
  })

  it('refuses events before those that wait for a disk that hangs fill the memory', async () => {
    const journal = await openTestJournal(tempDirectory(), 200_000_000)
    const disk = gate()
    beforeEvery('write', () => disk.opened)
    const props = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${i}`, 'x'.repeat(1_900)]))
    const event = anEvent({ props })
    const size = encodeRecord(event).length
    let refused = 0
    const all: Promise<void>[] = []
    while (refused === 0 && all.length * size < 100_000_000) {
      const one = journal.append([event]).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'journal_full' })
        refused++
      })
      all.push(one)
      if (all.length % 50 === 0) await new Promise(resolve => setImmediate(resolve))
    }
    expect(all.length * size).toBeLessThan(40_000_000)
    disk.open()
    await Promise.all(all)
    expect(journal.depth()).toBe(all.length - refused)
    await journal.append([event])
    expect(journal.depth()).toBe(all.length - refused + 1)
    await journal.close()
  })

  it('reads the older cut when the sector of the newer one cannot be read', async () => {
    const file = join(tempDirectory(), 'cut')
    const cuts = await openCutFile(file)
    for (const storedThrough of [1, 2]) {
      await cuts.write({ journalId: '7', givenThrough: 9, storedThrough, sending: undefined })
    }
    await cuts.close()
    // Written in turns, the second slot first.
    breakSectors(file, 0, 512)
    const after = await openCutFile(file)
    expect(after.saved).toMatchObject({ journalId: '7', storedThrough: 1 })
    await after.close()
  })
})

describe('what is promised to be on disk', () => {
  it('is in a directory that is on disk itself, before the first event is acknowledged', async () => {
    const parent = tempDirectory()
    const synced: string[] = []
    beforeEvery('sync', path => void synced.push(path))
    const journal = await openTestJournal(join(parent, 'data', 'journal'))
    expect(synced).toEqual(expect.arrayContaining([parent, join(parent, 'data')]))
    await journal.close()
  })

  it('is in a file whose name is on disk, when an event is set aside', async () => {
    const directory = tempDirectory()
    const incidents = await openIncidents(directory)
    const synced: string[] = []
    beforeEvery('sync', path => void synced.push(path))
    const record = Buffer.from(encodeRecord(anEvent()))
    await incidents.quarantine('1', { sequence: 1, record }, 'bad_row')
    expect(synced).toEqual([join(directory, 'quarantine.jsonl'), directory])
  })
})
