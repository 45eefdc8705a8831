import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../scripts/accessibility/page-check.ts'
import { toTable } from '../../../scripts/accessibility/report.ts'

const OVERFLOW: Finding = { kind: 'width', words: '12 px too wide' }

describe('toTable', () => {
  it('has a line for each view and a column for each look, and tells below what was found', () => {
    const table = toTable([
      { view: 'help', look: 'light', findings: [] },
      { view: 'help', look: 'narrow', findings: [OVERFLOW, OVERFLOW] },
      { view: 'wall display', look: 'light', findings: [] },
    ])
    expect(table.split('\n').map(line => line.trimEnd())).toEqual([
      'view             light  narrow',
      'help                 0       2',
      'wall display         0',
      '',
      'help, narrow: width: 12 px too wide',
      'help, narrow: width: 12 px too wide',
      '2 findings in 3 pages',
    ])
  })
})
