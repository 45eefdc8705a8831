import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import { foldSeals, type SealKind, type SealRow } from '../../../../collector/core/sealing/fold-seals.ts'
import { validRows } from '../../../../collector/core/sealing/sealed-days.ts'
import { isSealed } from '../../../support/sealed-days.ts'

const row = (day: string, kind: SealKind, generation: number, events = 1): SealRow => ({
  day: day as Day,
  kind,
  generation: String(generation),
  events,
})
const day = (text: string) => text as Day
const everyDay = () => true

describe('foldSeals', () => {
  test('knows nothing from no rows', () => {
    expect(foldSeals([])).toEqual({ through: undefined, dirty: [], generations: new Map() })
  })

  test.each([
    {
      why: 'a day up to the latest mark is sealed, a later one is not, whatever was sealed of it',
      rows: [row('2026-03-01', 'full', 1), row('2026-03-02', 'full', 2), row('2026-03-01', 'through', 3)],
      sealed: ['2026-02-28', '2026-03-01'],
      open: ['2026-03-02'],
    },
    {
      why: 'a change after the sealing makes the day dirty',
      rows: [row('2026-03-01', 'full', 1), row('2026-03-01', 'through', 2), row('2026-03-01', 'dirty', 3)],
      sealed: [],
      open: ['2026-03-01'],
    },
    {
      why: 'a change while it was being sealed does, too: its number is greater',
      rows: [row('2026-03-01', 'dirty', 2), row('2026-03-01', 'full', 1), row('2026-03-01', 'through', 3)],
      sealed: [],
      open: ['2026-03-01'],
    },
    {
      why: 'sealing it again mends that',
      rows: [
        row('2026-03-01', 'full', 1),
        row('2026-03-01', 'through', 2),
        row('2026-03-01', 'dirty', 3),
        row('2026-03-01', 'full', 4),
      ],
      sealed: ['2026-03-01'],
      open: [],
    },
    {
      why: 'an empty day becomes dirty by its first event',
      rows: [row('2026-03-05', 'through', 1), row('2026-03-03', 'dirty', 2)],
      sealed: ['2026-03-02', '2026-03-04'],
      open: ['2026-03-03'],
    },
  ])('$why', ({ rows, sealed, open }) => {
    const days = foldSeals(rows)
    expect(sealed.filter(one => isSealed(days, day(one)))).toEqual(sealed)
    expect(open.filter(one => isSealed(days, day(one)))).toEqual([])
  })

  test('takes rows in any order', () => {
    const rows = [
      row('2026-03-01', 'full', 1),
      row('2026-03-01', 'dirty', 3),
      row('2026-03-01', 'full', 10),
      row('2026-03-02', 'through', 20),
    ]
    expect(foldSeals(rows.toReversed())).toEqual(foldSeals(rows))
  })
})

describe('validRows', () => {
  test('reads the latest sealing of each day, and names what an older one of the same generation left', () => {
    const sealed = foldSeals([
      row('2026-03-01', 'full', 1),
      row('2026-03-02', 'full', 1),
      row('2026-03-01', 'full', 5),
      row('2026-03-02', 'through', 6),
    ])
    expect(validRows(sealed, everyDay)).toEqual({ generations: ['5', '1'], except: [['2026-03-01', '1']] })
    expect(validRows(sealed, one => one === '2026-03-01')).toEqual({ generations: ['5'], except: [] })
  })

  test('reads what came later besides, and forgets rows that are gone', () => {
    const sealed = foldSeals([
      row('2026-03-01', 'full', 1),
      row('2026-03-01', 'full', 2),
      row('2026-03-01', 'delta', 3),
      row('2026-03-01', 'removed', 1),
    ])
    expect(validRows(sealed, everyDay)).toEqual({ generations: ['2', '3'], except: [] })
    expect(sealed.generations.get(day('2026-03-01'))).toHaveLength(2)
  })
})
