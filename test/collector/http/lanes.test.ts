import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLanes } from '../../../collector/http/lanes.ts'

describe('openLanes', () => {
  it('never works on more of one name than the width, loses none, and keeps their order', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('enter', 'leave'), fc.constantFrom('a', 'b')), {
      maxLength: 300,
    })
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 4 }), (list, width) => {
        const lanes = openLanes(width)
        const entered: Record<string, number> = { a: 0, b: 0 }
        const begun: Record<string, number[]> = { a: [], b: [] }
        const left: Record<string, number> = { a: 0, b: 0 }
        const running = (name: string) => (begun[name]?.length ?? 0) - (left[name] ?? 0)
        for (const [what, name] of list) {
          if (what === 'enter') {
            const number = (entered[name] ?? 0) + 1
            entered[name] = number
            lanes.enter(name, () => begun[name]?.push(number))
          } else if (running(name) > 0) {
            left[name] = (left[name] ?? 0) + 1
            lanes.leave(name)
          }
          expect(running('a')).toBe(Math.min(width, (entered['a'] ?? 0) - (left['a'] ?? 0)))
          expect(running('b')).toBe(Math.min(width, (entered['b'] ?? 0) - (left['b'] ?? 0)))
        }
        expect(begun['a']).toEqual([...(begun['a'] ?? [])].sort((x, y) => x - y))
      }),
    )
  })

  it('still knows who is at work after more names than it keeps', () => {
    const lanes = openLanes(1)
    const begun: string[] = []
    lanes.enter('busy', () => begun.push('first'))
    lanes.enter('busy', () => begun.push('second'))
    for (let number = 0; number < 5_000; number++) {
      lanes.enter(`${number}`, () => undefined)
      lanes.leave(`${number}`)
    }
    lanes.enter('busy', () => begun.push('third'))
    expect(begun).toEqual(['first'])
    lanes.leave('busy')
    lanes.leave('busy')
    expect(begun).toEqual(['first', 'second', 'third'])
  })
})
