import { describe, expect, test } from 'vitest'
import type { QueryBody } from '../../collector/http/contract.ts'
import { toCurl, toFileName } from '../../dashboard/src/lib/exports.ts'

const BODY: QueryBody = {
  site_id: 'kongas.fi',
  date_range: ['2026-11-01', '2026-11-30'],
  metrics: ['visitors', 'total_revenue'],
  dimensions: ['visit:source'],
}
describe('toCurl', () => {
  test('asks the same question with a key to be filled in', () => {
    const command = toCurl({ about: 'query', body: BODY }, 'https://stats.kongas.fi/hanki')
    expect(command).toContain(`curl 'https://stats.kongas.fi/hanki/api/v2/query'`)
    expect(command).toContain('Authorization: Bearer YOUR_KEY')
    expect(JSON.parse(/--data '(.*)'$/s.exec(command)?.[1] ?? '')).toEqual(BODY)
  })

  test('asks about a funnel where funnels are asked about', () => {
    const body = { site_id: 'kongas.fi', date_range: '7d' as const, funnel: 2 }
    const command = toCurl({ about: 'funnel', body }, 'https://a.fi')
    expect(command).toContain(`curl 'https://a.fi/api/v2/funnel'`)
  })

  test('lets no filter end the quotes of the shell', () => {
    const filters: QueryBody['filters'] = [['is', 'event:page', [`/'; rm -rf ~; '`]]]
    expect(toCurl({ about: 'query', body: { ...BODY, filters } }, 'https://a.fi')).toContain(
      `/'\\''; rm -rf ~; '\\''`,
    )
  })
})

describe('toFileName', () => {
  test.each([
    { title: 'Pages: Entry', name: 'kongas.fi-Pages-Entry.csv', why: 'a colon' },
    { title: '../../etc/passwd', name: 'kongas.fi-..-..-etc-passwd.csv', why: 'a path' },
    { title: 'Käyntejä', name: 'kongas.fi-Käyntejä.csv', why: 'letters of any language' },
  ])('copes with $why', ({ title, name }) => expect(toFileName(title, 'kongas.fi', 'csv')).toBe(name))
})
