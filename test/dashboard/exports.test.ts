import { describe, expect, test } from 'vitest'
import type { QueryBody, QueryResultBody } from '../../collector/http/contract.ts'
import { toCsv, toCurl, toFileName, toJson } from '../../dashboard/src/lib/exports.ts'

const QUESTION: QueryBody = {
  site_id: 'kongas.fi',
  date_range: ['2026-11-01', '2026-11-30'],
  metrics: ['visitors', 'total_revenue'],
  dimensions: ['visit:source'],
}
const MONEY = { short: '€1.2K', value: 1234.5, long: '€1,234.50', currency: 'EUR' }

function answer(...rows: readonly [string, number, typeof MONEY | null][]): QueryResultBody {
  return {
    results: rows.map(([source, ...metrics]) => ({ dimensions: [source], metrics })),
    meta: { exact: true, read: [] },
    query: {},
  }
}

describe('toCsv', () => {
  test('names the columns as the API does and ends every line', () => {
    expect(toCsv(QUESTION, answer(['Google', 3, MONEY], ['Bing', 0, null]))).toBe(
      'visit:source,visitors,total_revenue\r\nGoogle,3,1234.5\r\nBing,0,\r\n',
    )
  })

  test.each([
    {
      value: '=HYPERLINK("https://evil.example")',
      cell: `"'=HYPERLINK(""https://evil.example"")"`,
      why: 'a formula',
    },
    { value: '+358 40', cell: `'+358 40`, why: 'a plus' },
    { value: '-2+3', cell: `'-2+3`, why: 'a minus' },
    { value: '@SUM(A1)', cell: `'@SUM(A1)`, why: 'an at sign' },
    { value: '\t=1', cell: `'\t=1`, why: 'a tab before a formula' },
    { value: '\r=1', cell: `"'\r=1"`, why: 'a carriage return before a formula' },
    { value: 'a,b', cell: '"a,b"', why: 'a comma' },
    { value: 'say "hi"', cell: '"say ""hi"""', why: 'quotes' },
    { value: 'two\nlines', cell: '"two\nlines"', why: 'a line break' },
    { value: 'a=b', cell: 'a=b', why: 'a sign that is not the first' },
  ])('keeps $why a text', ({ value, cell }) => {
    expect(toCsv(QUESTION, answer([value, 1, null]))).toBe(
      `visit:source,visitors,total_revenue\r\n${cell},1,\r\n`,
    )
  })
})

describe('toJson', () => {
  test('gives an object per row with the names and values of the API', () => {
    expect(JSON.parse(toJson(QUESTION, answer(['=1', 3, MONEY])))).toEqual([
      { 'visit:source': '=1', visitors: 3, total_revenue: MONEY },
    ])
  })
})

describe('toCurl', () => {
  test('asks the same question with a key to be filled in', () => {
    const command = toCurl(QUESTION, 'https://stats.kongas.fi/hanki')
    expect(command).toContain(`curl 'https://stats.kongas.fi/hanki/api/v2/query'`)
    expect(command).toContain('Authorization: Bearer YOUR_KEY')
    expect(JSON.parse(/--data '(.*)'$/s.exec(command)?.[1] ?? '')).toEqual(QUESTION)
  })

  test('lets no filter end the quotes of the shell', () => {
    const filters: QueryBody['filters'] = [['is', 'event:page', [`/'; rm -rf ~; '`]]]
    expect(toCurl({ ...QUESTION, filters }, 'https://a.fi')).toContain(`/'\\''; rm -rf ~; '\\''`)
  })
})

describe('toFileName', () => {
  test.each([
    { title: 'Pages: Entry', name: 'kongas.fi-Pages-Entry.csv', why: 'a colon' },
    { title: '../../etc/passwd', name: 'kongas.fi-..-..-etc-passwd.csv', why: 'a path' },
    { title: 'Käyntejä', name: 'kongas.fi-Käyntejä.csv', why: 'letters of any language' },
  ])('copes with $why', ({ title, name }) => expect(toFileName(title, 'kongas.fi', 'csv')).toBe(name))
})
