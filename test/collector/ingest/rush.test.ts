import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRush } from '../../../collector/ingest/rush.ts'

const LOOK_MS = 250

/** What is answered at each look while so many events come between two of them. */
function looks(counts: readonly number[], first = 0): boolean[] {
  let sequence = first
  let nowMs = 0
  const isRush = openRush({ latestSequence: () => sequence, nowMs: () => nowMs })
  return counts.map(count => {
    sequence += count
    nowMs += LOOK_MS
    return isRush()
  })
}

describe('openRush', () => {
  it('sees events come fast at once, and slowly again after ten seconds', () => {
    const answers = looks([12, 13, ...Array<number>(50).fill(12)])
    expect([answers.indexOf(true), answers.lastIndexOf(true)]).toEqual([1, 40])
  })

  it('counts what comes from then on, whatever was taken before', () => {
    expect(looks([0, 1], 5_000_000)).toEqual([false, false])
  })

  it('knows within a few events, without waiting for the next look', () => {
    let sequence = 0
    const isRush = openRush({ latestSequence: () => sequence, nowMs: () => sequence })
    const answers = Array.from({ length: 20 }, () => {
      sequence++
      return isRush()
    })
    expect(answers.indexOf(true)).toBe(12)
  })

  it('never sees one where fewer than 50 come in a second, and always where more do', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 })), counts => {
        expect(looks(counts)).not.toContain(true)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 13, max: 10_000 })), counts => {
        expect(looks(counts)).not.toContain(false)
      }),
    )
  })
})
