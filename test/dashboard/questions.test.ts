import { describe, expect, test } from 'vitest'
import { hereNowQuestion, panelQuestion, seriesQuestion } from '../../dashboard/src/lib/questions.ts'
import { USUAL_VIEW } from '../../dashboard/src/lib/view-url.ts'

const TODAY = '2026-11-23'

describe('questions of the dashboard', () => {
  test('name the days, for the keywords of the API end yesterday', () => {
    expect(seriesQuestion('a.fi', USUAL_VIEW, TODAY).date_range).toEqual(['2026-10-25', '2026-11-23'])
  })

  test.each(['month', 'year'] as const)(
    'leave this %s to the API, which compares it with the one before',
    period => {
      expect(seriesQuestion('a.fi', { ...USUAL_VIEW, period }, TODAY).date_range).toBe(period)
    },
  )

  test('compare with the previous period, except for all time', () => {
    expect(seriesQuestion('a.fi', USUAL_VIEW, TODAY).include).toEqual({
      compare: 'previous_period',
      time_labels: true,
    })
    expect(seriesQuestion('a.fi', { ...USUAL_VIEW, period: 'all' }, TODAY)).toMatchObject({
      date_range: 'all',
      dimensions: ['time'],
      include: { time_labels: true },
    })
  })

  test('fall back to the usual interval where the chosen one does not fit', () => {
    const view = { ...USUAL_VIEW, interval: 'hour' } as const
    expect(seriesQuestion('a.fi', view, TODAY).dimensions).toEqual(['time:day'])
  })

  test('look for text without minding case, and for values exactly', () => {
    const view = {
      ...USUAL_VIEW,
      filters: [
        { operator: 'contains', dimension: 'event:page', values: ['Blog'] },
        { operator: 'is', dimension: 'visit:country', values: ['FI', 'SE'] },
      ],
    } as const
    expect(panelQuestion('a.fi', view, TODAY, 'visit:source', 9).filters).toEqual([
      ['contains', 'event:page', ['Blog'], { case_sensitive: false }],
      ['is', 'visit:country', ['FI', 'SE']],
    ])
  })

  test('count as here who had an event in the last five minutes', () => {
    expect(hereNowQuestion('a.fi', new Date('2026-11-23T12:00:00.000Z')).date_range).toEqual([
      '2026-11-23T11:55:00.000Z',
      '2026-11-23T12:00:00.000Z',
    ])
  })
})
