import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ABSENCES_FILE, MARK_FILE, openAbsences } from '../../../collector/ingest/absences.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const START = Date.parse('2026-11-24T12:00:00Z') / 1_000

describe('openAbsences', () => {
  it('knows nothing at first', async () => {
    expect((await openAbsences(tempDirectory(), () => START)).list()).toEqual([])
  })

  it('notes the time since it was last there, once, and remembers it', async () => {
    const directory = tempDirectory()
    let now = START
    const absences = await openAbsences(directory, () => now)
    now += 60
    await absences.mark()
    const away = [{ fromSecond: START + 60, untilSecond: START + 4_000 }]
    now = START + 4_000
    const back = await openAbsences(directory, () => now)
    expect(back.list()).toEqual(away)
    await back.mark()
    await back.mark()
    expect((await openAbsences(directory, () => now)).list()).toEqual(away)
  })

  it('tells of an absence that cannot be noted yet, and notes it as soon as it can', async () => {
    const directory = tempDirectory()
    let now = START
    await (await openAbsences(directory, () => now)).mark()
    // Stands in the way of the file, as a full disk would.
    mkdirSync(join(directory, ABSENCES_FILE))
    now += 500
    await expect(openAbsences(directory, () => now)).rejects.toThrow(/EISDIR/)
    rmSync(join(directory, ABSENCES_FILE), { recursive: true })
    const absences = await openAbsences(directory, () => now)
    mkdirSync(join(directory, ABSENCES_FILE))
    const away = [{ fromSecond: START, untilSecond: START + 500 }]
    expect(absences.list()).toEqual(away)
    await expect(absences.mark()).rejects.toThrow(/EISDIR/)
    rmSync(join(directory, ABSENCES_FILE), { recursive: true })
    await absences.mark()
    expect((await openAbsences(directory, () => now)).list()).toEqual(away)
  })

  it('does not take a restart for an absence', async () => {
    const directory = tempDirectory()
    await (await openAbsences(directory, () => START)).mark()
    expect((await openAbsences(directory, () => START + 119)).list()).toEqual([])
  })

  it.each([
    { mark: '', why: 'empty' },
    { mark: '2026-11-2', why: 'torn' },
    { mark: '2027-01-01T00:00:00.000Z', why: 'ahead of the clock' },
  ])('claims nothing after a mark that is $why', async ({ mark }) => {
    const directory = tempDirectory()
    writeFileSync(join(directory, MARK_FILE), mark)
    expect((await openAbsences(directory, () => START)).list()).toEqual([])
  })
})
