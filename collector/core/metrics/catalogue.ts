/** How a metric's value is written: a count, whole seconds, a ratio with two decimals, a percentage 0–100, or money. */
export type Unit = 'count' | 'seconds' | 'ratio' | 'percent' | 'money'

/**
 * Whether a metric counts events, visits, either, reading of pages, or the ends of visits on pages; the scope decides
 * which dimensions it may be split by.
 */
export type MetricScope = 'event' | 'visit' | 'any' | 'engagement' | 'exit'

interface MetricDefinition {
  /** What people read on the dashboard. */
  readonly label: string
  readonly unit: Unit
  readonly scope: MetricScope
  /** The one definition of the metric, shown as its tooltip. */
  readonly definition: string
  readonly formula: string
  /** Which direction is good news. */
  readonly better: 'up' | 'down'
}

/** Every metric of the Stats API: adding one is a row here, its SQL in storage/query/components.ts, its reference in the tests. */
export const METRIC_CATALOGUE = {
  visitors: {
    label: 'Visitors',
    unit: 'count',
    scope: 'any',
    definition:
      'Distinct visitors of each day, added up over the days of the period. Nobody can be recognised from one day to the next.',
    formula: 'Σ over days of count(distinct visitor_id)',
    better: 'up',
  },
  visits: {
    label: 'Visits',
    unit: 'count',
    scope: 'any',
    definition:
      'Visits that started in the period. A visit ends after 30 minutes without an event, or at midnight.',
    formula: 'count(distinct visit_id)',
    better: 'up',
  },
  pageviews: {
    label: 'Page views',
    unit: 'count',
    scope: 'event',
    definition: 'Pages that were opened, reloads and navigation inside a page included.',
    formula: 'count(events named pageview)',
    better: 'up',
  },
  events: {
    label: 'Events',
    unit: 'count',
    scope: 'event',
    definition: 'Page views and custom events.',
    formula: 'count(events not named engagement)',
    better: 'up',
  },
  views_per_visit: {
    label: 'Views per visit',
    unit: 'ratio',
    scope: 'visit',
    definition: 'Page views divided by visits.',
    formula: 'pageviews ÷ visits',
    better: 'up',
  },
  bounce_rate: {
    label: 'Bounce rate',
    unit: 'percent',
    scope: 'visit',
    definition: 'Share of visits with one page view and no interactive custom event.',
    formula: '100 × bounces ÷ visits',
    better: 'down',
  },
  visit_duration: {
    label: 'Visit duration',
    unit: 'seconds',
    scope: 'visit',
    definition: 'Mean time between the first and the last activity of a visit, bounces included.',
    formula: 'mean(last activity − first event)',
    better: 'up',
  },
  percentage: {
    label: 'Share',
    unit: 'percent',
    scope: 'any',
    definition: 'Visitors of the row as a share of all visitors of the period that pass the filters.',
    formula: '100 × visitors of the row ÷ visitors of all rows together, each once a day',
    better: 'up',
  },
  conversion_rate: {
    label: 'Conversion rate',
    unit: 'percent',
    scope: 'any',
    definition: 'Visitors who reached the goal as a share of all visitors, counted without the goal.',
    formula: '100 × visitors with the goal ÷ visitors without the goal filter',
    better: 'up',
  },
  group_conversion_rate: {
    label: 'Conversion rate of the group',
    unit: 'percent',
    scope: 'any',
    definition: 'Visitors of the row who reached the goal as a share of the visitors of the same row.',
    formula: '100 × visitors of the row with the goal ÷ visitors of the row without the goal filter',
    better: 'up',
  },
  exit_rate: {
    label: 'Exit rate',
    unit: 'percent',
    scope: 'exit',
    definition: 'Visits that ended on the page as a share of the views of the page.',
    formula: '100 × visits with this exit page ÷ page views of the page',
    better: 'down',
  },
  total_revenue: {
    label: 'Revenue',
    unit: 'money',
    scope: 'event',
    definition:
      'Sum of the money that events carried. Nothing where they carried several currencies: sums are made per currency.',
    formula: 'Σ revenue',
    better: 'up',
  },
  average_revenue: {
    label: 'Average revenue',
    unit: 'money',
    scope: 'event',
    definition: 'Revenue divided by the events that carried any.',
    formula: 'Σ revenue ÷ count(events with revenue)',
    better: 'up',
  },
  time_on_page: {
    label: 'Time on page',
    unit: 'seconds',
    scope: 'engagement',
    definition:
      'Mean time for which a visit had a page in view and in focus, over the visits that looked at it. Nothing where it was not measured.',
    formula: 'Σ engaged time ÷ count(distinct visits with engaged time)',
    better: 'up',
  },
  scroll_depth: {
    label: 'Scroll depth',
    unit: 'percent',
    scope: 'engagement',
    definition:
      'How far down a page was seen, in percent of its height: the mean over visits of the deepest of each on the page.',
    formula: 'mean over visits and pages of max(scroll depth)',
    better: 'up',
  },
} as const satisfies Record<string, MetricDefinition>

export type Metric = keyof typeof METRIC_CATALOGUE

/** The metrics in the order the dashboard shows them. */
export const METRICS = Object.keys(METRIC_CATALOGUE) as readonly Metric[]
