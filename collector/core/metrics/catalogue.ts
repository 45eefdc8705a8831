/** How a metric's value is written: a count, whole seconds, a ratio with two decimals, or a percentage 0–100. */
export type Unit = 'count' | 'seconds' | 'ratio' | 'percent'

/** Whether a metric counts events, visits, either, or reading of pages (the scope decides which dimensions it may be split by). */
export type MetricScope = 'event' | 'visit' | 'any' | 'engagement'

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
