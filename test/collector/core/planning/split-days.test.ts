import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../collector/core/ids.ts'
import { splitDays } from '../../../../collector/core/planning/split-days.ts'
import type { SealedDays } from '../../../../collector/core/sealing/sealed-days.ts'
import { addDays, secondsOfLocal } from '../../../../collector/core/time/zone.ts'
import { isSealed } from '../../../support/sealed-days.ts'

const ZONE = 'Europe/Helsinki'
const day = (text: string) => text as Day
const at = (text: string) => secondsOfLocal(text, ZONE)
const sealedThrough = (through: string | undefined, ...dirty: string[]): SealedDays => ({
  through: through as Day | undefined,
  dirty: dirty.map(day),
  generations: new Map(),
})
/** The same, where these days are known to have had events. */
const withEvents = (sealed: SealedDays, ...days: string[]): SealedDays => ({
  ...sealed,
  generations: new Map(days.map(one => [day(one), [{ id: '1', isValid: true, events: 3 }]])),
})
const range = (first: string, last = first) => ({ first, last })

describe('splitDays', () => {
  test.each([
    {
      why: 'nothing is sealed',
      sealed: sealedThrough(undefined),
      parts: { sealed: [], raw: [range('2026-03-01', '2026-03-10')] },
    },
    {
      why: 'yesterday is the last sealed day',
      sealed: sealedThrough('2026-03-09'),
      parts: { sealed: [range('2026-03-01', '2026-03-09')], raw: [range('2026-03-10')] },
    },
    {
      why: 'all is sealed',
      sealed: sealedThrough('2026-04-01'),
      parts: { sealed: [range('2026-03-01', '2026-03-10')], raw: [] },
    },
    {
      why: 'a dirty day in the middle',
      sealed: sealedThrough('2026-03-09', '2026-03-04', '2026-02-01'),
      parts: {
        sealed: [range('2026-03-01', '2026-03-03'), range('2026-03-05', '2026-03-09')],
        raw: [range('2026-03-04'), range('2026-03-10')],
      },
    },
    {
      why: 'dirty days that touch the open one are one range with it',
      sealed: sealedThrough('2026-03-09', '2026-03-08', '2026-03-09'),
      parts: { sealed: [range('2026-03-01', '2026-03-07')], raw: [range('2026-03-08', '2026-03-10')] },
    },
  ])('of ten days when $why', ({ sealed, parts }) => {
    expect(splitDays({ firstDay: day('2026-03-01'), lastDay: day('2026-03-10') }, ZONE, sealed)).toEqual(
      parts,
    )
  })

  test('reads a day of which only a part is asked for from its events', () => {
    const period = {
      firstDay: day('2026-03-01'),
      lastDay: day('2026-03-05'),
      fromSecond: at('2026-03-01 00:00:01'),
      untilSecond: at('2026-03-05 12:00:00'),
    }
    expect(
      splitDays(period, ZONE, withEvents(sealedThrough('2026-03-31'), '2026-03-01', '2026-03-05')),
    ).toEqual({
      sealed: [range('2026-03-02', '2026-03-04')],
      raw: [range('2026-03-01'), range('2026-03-05')],
    })
    // Nobody looks for the part of a day that had no events at all.
    expect(splitDays(period, ZONE, withEvents(sealedThrough('2026-03-31'), '2026-03-01'))).toEqual({
      sealed: [range('2026-03-02', '2026-03-05')],
      raw: [range('2026-03-01')],
    })
    const changed = sealedThrough('2026-03-31', '2026-03-05')
    expect(splitDays(period, ZONE, changed).raw).toEqual([range('2026-03-05')])
  })

  test('takes instants at midnight for whole days', () => {
    const period = {
      firstDay: day('2026-03-01'),
      lastDay: day('2026-03-05'),
      fromSecond: at('2026-03-01 00:00:00'),
      untilSecond: at('2026-03-06 00:00:00'),
    }
    expect(splitDays(period, ZONE, sealedThrough('2026-03-31')).raw).toEqual([])
  })

  test('has every day once, the sealed ones and the others each where they belong', () => {
    const someDay = fc.integer({ min: 0, max: 40 }).map(offset => addDays(day('2026-03-01'), offset))
    fc.assert(
      fc.property(
        someDay,
        someDay,
        fc.option(someDay, { nil: undefined }),
        fc.uniqueArray(someDay),
        (a, b, through, dirty) => {
          const [firstDay = a, lastDay = b] = [a, b].sort()
          const sealed = sealedThrough(through, ...dirty.toSorted())
          const split = splitDays({ firstDay, lastDay }, ZONE, sealed)
          const daysOf = (ranges: readonly { first: Day; last: Day }[]) =>
            ranges.flatMap(({ first, last }) => {
              const days: Day[] = []
              for (let one = first; one <= last; one = addDays(one, 1)) days.push(one)
              return days
            })
          const all = daysOf([{ first: firstDay, last: lastDay }])
          expect(daysOf(split.sealed)).toEqual(all.filter(one => isSealed(sealed, one)))
          expect(daysOf(split.raw)).toEqual(all.filter(one => !isSealed(sealed, one)))
        },
      ),
    )
  })
})
