import { describe, expect, it } from 'vitest'
import type { Observed } from '../../../../scripts/bench/dashboard/observe.ts'
import {
  dashboardReport,
  isSoonEnough,
  medianOf,
  type Round,
} from '../../../../scripts/bench/dashboard/report.ts'

function load(ms: number, answered?: number): Observed {
  return {
    painted: ms / 2,
    figures: ms,
    answered,
    everything: 2 * ms,
    shift: 0,
    blocked: ms / 4,
    scriptBytes: 90_000,
    requests: 20,
  }
}

function round(slowdown: number, answered: number): Round {
  return { slowdown, looked: [load(100 * slowdown)], pressed: [load(100 * slowdown, answered)] }
}

describe('medianOf', () => {
  it.each([
    { values: [3, 1, 2], median: 2, why: 'the middle one' },
    { values: [4, 1, 3, 2], median: 2, why: 'the lower of two' },
  ])('takes $why', ({ values, median }) => {
    expect(medianOf(values)).toBe(median)
  })
})

describe('dashboardReport', () => {
  it('tells both speeds, their ratio, and that the target is met', () => {
    const lines = dashboardReport([round(1, 150), round(4, 600)]).split('\n')
    expect(lines.find(line => line.startsWith('interactive, ms'))).toMatch(/ 150 +600 +4\.00$/)
    expect(lines.find(line => line.startsWith('scripts, bytes'))).toMatch(/ 90000 +90000 +1\.00$/)
    expect(lines.at(-1)).toBe('interactive ≤ 1,000 ms at 4×: met')
  })

  it('misses the target when the slow one answers later', () => {
    expect(isSoonEnough([round(1, 150), round(4, 1_001)])).toBe(false)
  })

  it('takes a press that was never answered for late', () => {
    const { answered: _none, ...unanswered } = load(400)
    const pressed = [{ ...unanswered, answered: undefined }]
    expect(isSoonEnough([round(1, 150), { ...round(4, 0), pressed }])).toBe(false)
  })
})
