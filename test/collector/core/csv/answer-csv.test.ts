import { describe, expect, it } from 'vitest'
import { answerCsv } from '../../../../collector/core/csv/answer-csv.ts'

describe('answerCsv', () => {
  const money = { short: '€1.2k', value: 1_234.5, long: '€1,234.50', currency: 'EUR' }

  it('has a row of names, a row per result, and no formula', () => {
    const answer = {
      results: [
        { dimensions: ['=HYPERLINK("x")', 'a,b'], metrics: [3, null, money] },
        { dimensions: ['/', '"'], metrics: [0, 12, null] },
      ],
    }
    const query = {
      dimensions: ['event:page', 'visit:source'],
      metrics: ['visitors', 'time_on_page', 'total_revenue'] as const,
    }
    expect(answerCsv(answer, query)).toBe(
      [
        'event:page,visit:source,visitors,time_on_page,total_revenue',
        '"\'=HYPERLINK(""x"")","a,b",3,,1234.5',
        '/,"""",0,12,',
        '',
      ].join('\r\n'),
    )
  })

  it('has the compared metrics behind the others, empty where a row has no counterpart', () => {
    const comparison = { dimensions: ['2026-03-09'], metrics: [2], change: [50] }
    const answer = {
      results: [
        { dimensions: ['2026-03-10'], metrics: [3], comparison },
        { dimensions: ['2026-03-11'], metrics: [1] },
      ],
    }
    expect(answerCsv(answer, { dimensions: ['time:day'], metrics: ['visitors'] })).toBe(
      'time:day,visitors,compared_visitors\r\n2026-03-10,3,2\r\n2026-03-11,1,\r\n',
    )
  })

  it('is a row of names when nothing was counted', () => {
    expect(answerCsv({ results: [] }, { dimensions: [], metrics: ['visitors'] })).toBe('visitors\r\n')
  })
})
