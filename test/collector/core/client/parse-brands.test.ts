import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBrands } from '../../../../collector/core/client/parse-brands.ts'

const CASES = [
  {
    why: 'as Chrome sends it',
    header: '"Google Chrome";v="141", "Not?A_Brand";v="8", "Chromium";v="141"',
    brands: ['Google Chrome 141', 'Not?A_Brand 8', 'Chromium 141'],
  },
  { why: 'without spaces', header: '"A";v="1","B";v="2"', brands: ['A 1', 'B 2'] },
  { why: 'with escapes', header: '"a \\"b\\" \\\\";v="1"', brands: ['a "b" \\ 1'] },
  {
    why: 'commas and semicolons inside a string',
    header: '"Not;A, Brand";v="99", "B";v="2"',
    brands: ['Not;A, Brand 99', 'B 2'],
  },
  { why: 'other parameters', header: '"A"; x="y"; v="3.1"', brands: ['A 3.1'] },
  { why: 'no version', header: '"A", "B";v="2"', brands: ['A ', 'B 2'] },
  { why: 'what breaks the grammar ends the list', header: '"A";v="1", B, "C";v="3"', brands: ['A 1'] },
  { why: 'an open string', header: '"A";v="1', brands: ['A '] },
  { why: 'nothing', header: '', brands: [] },
]

describe('parseBrands', () => {
  it.each(CASES)('reads a list: $why', ({ header, brands }) => {
    expect(parseBrands(header).map(({ name, version }) => `${name} ${version}`)).toEqual(brands)
  })

  it('reads any list of strings as it was written', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 10 })
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, version: text }), { maxLength: 8 }), brands => {
        const quoted = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`
        const header = brands.map(({ name, version }) => `${quoted(name)};v=${quoted(version)}`).join(', ')
        expect(parseBrands(header)).toEqual(brands)
      }),
    )
  })

  it('never throws and reads at most eight', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1_000 }), header => {
        expect(parseBrands(header).length).toBeLessThanOrEqual(8)
      }),
    )
    expect(parseBrands('"A";v="1",'.repeat(100))).toHaveLength(8)
  })
})
