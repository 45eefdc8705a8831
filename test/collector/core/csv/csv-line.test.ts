import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../../collector/core/csv/csv-line.ts'

describe('csvLine', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://evil.example";"x")', `"'=HYPERLINK(""http://evil.example"";""x"")"`],
    ['+358 40', "'+358 40"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('writes %j so that a spreadsheet shows it and runs nothing', (text, written) => {
    expect(csvLine([text])).toBe(written)
  })

  it('leaves numbers as they are', () => {
    expect(csvLine([1, -2, 'x'])).toBe('1,-2,x')
  })

  it('gives back every cell to whoever reads CSV, and begins none with a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), cells => {
        const read = cellsOf(csvLine(cells))
        expect(read.map((cell, index) => (cell === cells[index] ? cell : cell.slice(1)))).toEqual(cells)
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

/** Cells of one line, as RFC 4180 says. */
function cellsOf(line: string): string[] {
  return [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,"]*),/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )
}
