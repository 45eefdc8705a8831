/** A question as somebody may ask it, and its whole answer; a test asks every one of them. */
export interface QueryExample {
  readonly summary: string
  readonly path: '/api/v2/query' | '/api/v2/funnel' | '/api/v2/journey'
  readonly request: Readonly<Record<string, unknown>>
  readonly answer: Readonly<Record<string, unknown>>
}

const MARCH = { site_id: 'example.com', date_range: ['2026-03-16', '2026-03-18'] }

/** Of a shop with eight visits in three days, asked on 20 March 2026. */
export const QUERY_EXAMPLES: Readonly<Record<string, QueryExample>> = {
  figures: {
    summary: 'The figures of some days',
    path: '/api/v2/query',
    request: {
      ...MARCH,
      metrics: ['visitors', 'visits', 'pageviews', 'views_per_visit', 'bounce_rate', 'visit_duration'],
    },
    answer: {
      results: [{ dimensions: [], metrics: [8, 8, 14, 1.75, 38, 300] }],
      meta: { exact: true, read: [{ source: 'daily_stats', days: 3 }] },
      query: {
        site_id: 'example.com',
        metrics: ['visitors', 'visits', 'pageviews', 'views_per_visit', 'bounce_rate', 'visit_duration'],
        date_range: ['2026-03-16', '2026-03-18'],
        dimensions: [],
        filters: [],
        order_by: [['visitors', 'desc']],
        include: { time_labels: false, total_rows: false },
        pagination: { limit: 10000, offset: 0 },
      },
    },
  },
  timeseries: {
    summary: 'Day by day, compared with the week before',
    path: '/api/v2/query',
    request: {
      ...MARCH,
      metrics: ['visitors'],
      dimensions: ['time:day'],
      include: { time_labels: true, compare: 'previous_period', compare_match_day_of_week: true },
    },
    answer: {
      results: [
        {
          dimensions: ['2026-03-16'],
          metrics: [3],
          comparison: { dimensions: ['2026-03-09'], metrics: [0], change: [null] },
        },
        {
          dimensions: ['2026-03-17'],
          metrics: [3],
          comparison: { dimensions: ['2026-03-10'], metrics: [0], change: [null] },
        },
        {
          dimensions: ['2026-03-18'],
          metrics: [2],
          comparison: { dimensions: ['2026-03-11'], metrics: [0], change: [null] },
        },
      ],
      meta: {
        time_labels: ['2026-03-16', '2026-03-17', '2026-03-18'],
        comparison_time_labels: ['2026-03-09', '2026-03-10', '2026-03-11'],
        exact: true,
        read: [{ source: 'daily_stats', days: 3 }],
      },
      query: {
        site_id: 'example.com',
        metrics: ['visitors'],
        date_range: ['2026-03-16', '2026-03-18'],
        dimensions: ['time:day'],
        filters: [],
        order_by: [
          ['time:day', 'asc'],
          ['visitors', 'desc'],
        ],
        include: { time_labels: true, total_rows: false, compare: ['2026-03-09', '2026-03-11'] },
        pagination: { limit: 10000, offset: 0 },
      },
    },
  },
  sources: {
    summary: 'Sources and channels of one segment, the first two rows of all',
    path: '/api/v2/query',
    request: {
      ...MARCH,
      metrics: ['visitors', 'percentage', 'bounce_rate'],
      dimensions: ['visit:source', 'visit:channel'],
      filters: [['is', 'segment', [1]]],
      include: { total_rows: true },
      pagination: { limit: 2 },
    },
    answer: {
      results: [
        { dimensions: ['Google', 'Organic Search'], metrics: [3, 60, 0] },
        { dimensions: ['Newsletter', 'Email'], metrics: [2, 40, 50] },
      ],
      meta: { total_rows: 2, exact: true, read: [{ source: 'sealed_visits', days: 3 }] },
      query: {
        site_id: 'example.com',
        metrics: ['visitors', 'percentage', 'bounce_rate'],
        date_range: ['2026-03-16', '2026-03-18'],
        dimensions: ['visit:source', 'visit:channel'],
        filters: [['is', 'segment', [1]]],
        order_by: [['visitors', 'desc']],
        include: { time_labels: false, total_rows: true },
        pagination: { limit: 2, offset: 0 },
      },
    },
  },
  pages: {
    summary: 'Pages that visits saw who did not buy',
    path: '/api/v2/query',
    request: {
      ...MARCH,
      metrics: ['visitors', 'pageviews', 'exit_rate'],
      dimensions: ['event:page'],
      filters: [['has_not_done', ['is', 'event:name', ['Purchase']]]],
    },
    answer: {
      results: [
        { dimensions: ['/blog/snow'], metrics: [4, 4, 50] },
        { dimensions: ['/'], metrics: [3, 3, 33.3] },
        { dimensions: ['/prices'], metrics: [3, 3, 100] },
      ],
      meta: { exact: true, read: [{ source: 'sealed_visits', days: 3 }] },
      query: {
        site_id: 'example.com',
        metrics: ['visitors', 'pageviews', 'exit_rate'],
        date_range: ['2026-03-16', '2026-03-18'],
        dimensions: ['event:page'],
        filters: [['has_not_done', ['is', 'event:name', ['Purchase']]]],
        order_by: [['visitors', 'desc']],
        include: { time_labels: false, total_rows: false },
        pagination: { limit: 10000, offset: 0 },
      },
    },
  },
  goals: {
    summary: 'Goals, with conversion rate and revenue',
    path: '/api/v2/query',
    request: {
      ...MARCH,
      metrics: ['visitors', 'conversion_rate', 'total_revenue'],
      dimensions: ['event:goal'],
    },
    answer: {
      results: [
        { dimensions: ['Visit /blog/**'], metrics: [4, 50, null] },
        {
          dimensions: ['Purchase'],
          metrics: [2, 25, { short: '€69.4', value: 69.4, long: '€69.40', currency: 'EUR' }],
        },
      ],
      meta: { exact: true, read: [{ source: 'events', days: 3 }] },
      query: {
        site_id: 'example.com',
        metrics: ['visitors', 'conversion_rate', 'total_revenue'],
        date_range: ['2026-03-16', '2026-03-18'],
        dimensions: ['event:goal'],
        filters: [],
        order_by: [['visitors', 'desc']],
        include: { time_labels: false, total_rows: false },
        pagination: { limit: 10000, offset: 0 },
      },
    },
  },
  properties: {
    summary: 'Revenue by a property of the purchases',
    path: '/api/v2/query',
    request: {
      ...MARCH,
      metrics: ['events', 'average_revenue'],
      dimensions: ['event:props:plan'],
      filters: [['is', 'event:goal', ['Purchase']]],
      order_by: [['events', 'desc']],
    },
    answer: {
      results: [
        {
          dimensions: ['basic'],
          metrics: [1, { short: '€19.5', value: 19.5, long: '€19.50', currency: 'EUR' }],
        },
        {
          dimensions: ['pro'],
          metrics: [1, { short: '€49.9', value: 49.9, long: '€49.90', currency: 'EUR' }],
        },
      ],
      meta: { exact: true, read: [{ source: 'events', days: 3 }] },
      query: {
        site_id: 'example.com',
        metrics: ['events', 'average_revenue'],
        date_range: ['2026-03-16', '2026-03-18'],
        dimensions: ['event:props:plan'],
        filters: [['is', 'event:goal', ['Purchase']]],
        order_by: [['events', 'desc']],
        include: { time_labels: false, total_rows: false },
        pagination: { limit: 10000, offset: 0 },
      },
    },
  },
  logic: {
    summary: 'Filters put together: from Europe, or to the blog, and not from the newsletter',
    path: '/api/v2/query',
    request: {
      ...MARCH,
      metrics: ['visits'],
      dimensions: ['visit:area', 'visit:country_name'],
      filters: [
        [
          'or',
          [
            ['is', 'visit:area', ['EU/EEA']],
            ['matches', 'event:page', ['^/blog/']],
          ],
        ],
        ['not', ['contains', 'visit:source', ['news'], { case_sensitive: false }]],
      ],
    },
    answer: {
      results: [
        { dimensions: ['EU/EEA', 'Finland'], metrics: [3] },
        { dimensions: ['other', 'United States'], metrics: [2] },
      ],
      meta: { exact: true, read: [{ source: 'sealed_visits', days: 3 }] },
      query: {
        site_id: 'example.com',
        metrics: ['visits'],
        date_range: ['2026-03-16', '2026-03-18'],
        dimensions: ['visit:area', 'visit:country_name'],
        filters: [
          [
            'or',
            [
              ['is', 'visit:area', ['EU/EEA']],
              ['matches', 'event:page', ['^/blog/']],
            ],
          ],
          ['not', ['contains', 'visit:source', ['news'], { case_sensitive: false }]],
        ],
        order_by: [['visits', 'desc']],
        include: { time_labels: false, total_rows: false },
        pagination: { limit: 10000, offset: 0 },
      },
    },
  },
  funnel: {
    summary: 'How many get from the front page over the prices to a purchase, within a visit',
    path: '/api/v2/funnel',
    request: {
      ...MARCH,
      steps: [
        { name: 'Front page', filter: ['is', 'event:page', ['/']] },
        { name: 'Prices', filter: ['is', 'event:page', ['/prices']] },
        { name: 'Purchase', filter: ['is', 'event:goal', ['Purchase']] },
      ],
    },
    answer: {
      results: [
        { name: 'Front page', reached: 5, step_rate: null, conversion_rate: 100 },
        { name: 'Prices', reached: 4, step_rate: 80, conversion_rate: 80 },
        { name: 'Purchase', reached: 2, step_rate: 50, conversion_rate: 40 },
      ],
    },
  },
  journey: {
    summary: 'What visits do after the front page',
    path: '/api/v2/journey',
    request: { ...MARCH, start: ['is', 'event:page', ['/']], steps: 2 },
    answer: {
      results: [
        { steps: [{ page: '/prices' }, { event: 'Purchase' }], visits: 2 },
        { steps: [], visits: 1 },
        { steps: [{ page: '/blog/snow' }, { page: '/prices' }], visits: 1 },
        { steps: [{ page: '/prices' }], visits: 1 },
      ],
      others: { visits: 0, ways: 0 },
    },
  },
}
