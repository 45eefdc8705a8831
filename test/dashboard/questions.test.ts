import { describe, expect, test } from 'vitest'
import {
  detailsQuestion,
  exportQuestion,
  figuresQuestion,
  heatQuestion,
  hereNowQuestion,
  offeredQuestion,
  panelQuestion,
  seriesQuestion,
} from '../../dashboard/src/lib/questions.ts'
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

  test.each([
    { period: '7d', days: ['2026-11-16', '2026-11-22'], compare: 'previous_period', today: TODAY },
    {
      period: 'month',
      days: ['2026-11-01', '2026-11-22'],
      compare: ['2026-10-01', '2026-10-22'],
      today: TODAY,
    },
    {
      period: 'month',
      days: ['2026-03-01', '2026-03-30'],
      compare: ['2026-02-01', '2026-02-28'],
      today: '2026-03-31',
    },
    {
      period: 'year',
      days: ['2028-01-01', '2028-02-29'],
      compare: ['2027-01-01', '2027-02-28'],
      today: '2028-03-01',
    },
    { period: 'month', days: 'month', compare: 'previous_period', today: '2026-11-01' },
  ] as const)('leave today out of $period on $today, and of what it is compared with', asked => {
    const view = { ...USUAL_VIEW, period: asked.period, until: 'yesterday' } as const
    const question = seriesQuestion('a.fi', view, asked.today)
    expect(question.date_range).toEqual(asked.days)
    expect(question.include).toEqual({ compare: asked.compare, time_labels: true })
    const byWeekday = seriesQuestion('a.fi', { ...view, compare: 'weekdays' }, asked.today)
    expect(byWeekday.include).toMatchObject({ compare_match_day_of_week: true })
  })

  test('take the hours of the week from days that are over, when today is left out', () => {
    const view = { ...USUAL_VIEW, period: '7d', until: 'yesterday' } as const
    expect(heatQuestion('a.fi', view, TODAY).date_range).toEqual(['2026-11-16', '2026-11-22'])
  })

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
    expect(panelQuestion('a.fi', view, TODAY, ['visit:source'], 9).filters).toEqual([
      ['contains', 'event:page', ['Blog'], { case_sensitive: false }],
      ['is', 'visit:country', ['FI', 'SE']],
    ])
  })

  test('ask for the segments of a view by id, beside its filters, whatever is asked', () => {
    const filters = [{ operator: 'is_not', dimension: 'visit:country', values: ['FI'] }] as const
    const view = { ...USUAL_VIEW, segments: [3, 5], filters }
    const details = { panel: 'sources', search: 'x', page: 0 } as const
    const both = [
      ['is', 'segment', [3]],
      ['is', 'segment', [5]],
      ['is_not', 'visit:country', ['FI']],
    ]
    const whole = detailsQuestion('a.fi', view, TODAY, ['visit:source'], details)
    for (const question of [
      figuresQuestion('a.fi', view, TODAY),
      seriesQuestion('a.fi', view, TODAY),
      panelQuestion('a.fi', view, TODAY, ['visit:country'], 9),
      heatQuestion('a.fi', view, TODAY),
    ])
      expect(question.filters).toEqual(both)
    expect(whole.filters?.slice(0, 3)).toEqual(both)
    expect(exportQuestion(whole).filters).toEqual(whole.filters)
    expect(offeredQuestion('a.fi', view, TODAY, 'visit:source').filters).toBeUndefined()
  })

  test('have the columns that what a segment holds can be asked for', () => {
    const details = { panel: 'pages', search: '', page: 0 } as const
    const view = { ...USUAL_VIEW, segments: [3] }
    const columns = (filters: unknown) =>
      detailsQuestion('a.fi', view, TODAY, ['visit:exit_page'], details, [{ id: 3, name: 'x', filters }])
        .metrics
    expect(columns([['is', 'visit:country', ['FI']]])).toContain('exit_rate')
    expect(columns([['or', [['not', ['is', 'event:page', ['/']]]]]])).not.toContain('exit_rate')
    expect(columns([['is', 'event:goal', ['Purchase']]])).toContain('group_conversion_rate')
  })

  test('count as here who had an event in the last five minutes', () => {
    expect(hereNowQuestion('a.fi', new Date('2026-11-23T12:00:00.000Z')).date_range).toEqual([
      '2026-11-23T11:55:00.000Z',
      '2026-11-23T12:00:00.000Z',
    ])
  })

  test.each([
    { compare: 'weekdays', include: { compare: 'previous_period', compare_match_day_of_week: true } },
    { compare: 'year', include: { compare: 'year_over_year' } },
    { compare: 'none', include: {} },
    {
      compare: 'custom',
      compareDays: { from: '2025-10-25', to: '2025-11-23' },
      include: { compare: ['2025-10-25', '2025-11-23'] },
    },
  ] as const)('compare with what is chosen: $compare', ({ include, ...compared }) => {
    expect(seriesQuestion('a.fi', { ...USUAL_VIEW, ...compared }, TODAY).include).toEqual({
      ...include,
      time_labels: true,
    })
  })

  test('ask a goal with its conversion rate', () => {
    expect(panelQuestion('a.fi', USUAL_VIEW, TODAY, ['event:goal'], 9).metrics).toEqual([
      'visitors',
      'conversion_rate',
    ])
  })

  const details = { panel: 'pages', search: '', page: 0 } as const

  test('give a whole list page by page, sorted as chosen', () => {
    const sort = { metric: 'pageviews', direction: 'asc' } as const
    const question = detailsQuestion('a.fi', USUAL_VIEW, TODAY, ['event:page'], { ...details, sort, page: 2 })
    expect(question.order_by).toEqual([['pageviews', 'asc']])
    expect(question.pagination).toEqual({ limit: 100, offset: 200 })
    expect(exportQuestion(question).pagination).toEqual({ limit: 10_000, offset: 0 })
  })

  test('sort by visitors where the list has not the chosen column', () => {
    const sort = { metric: 'scroll_depth', direction: 'asc' } as const
    expect(
      detailsQuestion('a.fi', USUAL_VIEW, TODAY, ['visit:source'], { ...details, sort }).order_by,
    ).toEqual([['visitors', 'desc']])
  })

  test('search a list by any of its dimensions, countries, channels and devices by their names', () => {
    const search = ' finl '
    const ask = (dimensions: Parameters<typeof detailsQuestion>[3]) =>
      detailsQuestion('a.fi', USUAL_VIEW, TODAY, dimensions, { ...details, search }).filters
    expect(ask(['visit:country'])).toEqual([['is', 'visit:country', ['FI']]])
    expect(ask(['visit:channel'])).toEqual([
      ['contains', 'visit:channel', ['finl'], { case_sensitive: false }],
    ])
    expect(ask(['visit:country', 'visit:city_name'])).toEqual([
      [
        'or',
        [
          ['is', 'visit:country', ['FI']],
          ['contains', 'visit:city_name', ['finl'], { case_sensitive: false }],
        ],
      ],
    ])
  })

  test('do not ask for exit rates where filters are about events', () => {
    const filters = [{ operator: 'is', dimension: 'event:page', values: ['/'] }] as const
    const ask = (view: typeof USUAL_VIEW) =>
      detailsQuestion('a.fi', view, TODAY, ['visit:exit_page'], details).metrics
    expect(ask(USUAL_VIEW)).toContain('exit_rate')
    expect(ask({ ...USUAL_VIEW, filters })).not.toContain('exit_rate')
  })

  test('take the hours of the week from 52 weeks at most', () => {
    expect(heatQuestion('a.fi', USUAL_VIEW, TODAY).date_range).toEqual(['2026-10-25', TODAY])
    expect(heatQuestion('a.fi', { ...USUAL_VIEW, period: 'all' }, TODAY).date_range).toEqual([
      '2025-11-25',
      TODAY,
    ])
  })
})
