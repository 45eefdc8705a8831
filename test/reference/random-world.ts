import type { AnalyticsEvent } from '../../collector/core/event/analytics-event.ts'
import type { Goal } from '../../collector/core/goals/goal.ts'
import type { Day, VisitId, VisitorId } from '../../collector/core/ids.ts'
import { METRIC_CATALOGUE, METRICS, type Metric } from '../../collector/core/metrics/catalogue.ts'
import type { Site } from '../../collector/core/ports.ts'
import { FILTER_OPERATORS } from '../../collector/core/query/condition.ts'
import {
  type ColumnDimension,
  NAMED_DIMENSIONS,
  TIME_DIMENSIONS,
} from '../../collector/core/query/dimensions.ts'
import type { Segment } from '../../collector/core/segments/segment.ts'
import { localDay } from '../../collector/core/time/zone.ts'
import { anEvent } from '../support/events.ts'

/** Random numbers that a seed decides. */
export interface Random {
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T
}

/** The generator mulberry32, good enough to vary tests. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return {
    below,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
  }
}

const PAGES = ['/', '/a', '/b', '/Äiti', '/a/b', "/it's", '/100%']
const NAMES = ['pageview', 'pageview', 'pageview', 'Signup', 'engagement', 'engagement']
const SOURCES = ['', 'Google', 'google', 'Bing', 'Direct / None']
const PROPERTY_KEYS = ['plan', 'Größe']
const PROPERTY_VALUES = ['pro', 'free', '(none)']

/** Visits of a few days around `start`: never over midnight, no gap over 30 minutes, all facts those of the start. */
export function randomEvents(random: Random, site: Site, start: string): AnalyticsEvent[] {
  const origin = Date.parse(start) / 1_000
  const events: AnalyticsEvent[] = []
  // Some sites sell in one currency, some in two, some not at all.
  const currencies = random.pick([[], ['EUR'], ['EUR', 'SEK']])
  for (let visit = 0, count = random.below(40); visit < count; visit++) {
    let second = origin + random.below(3 * 86_400)
    const day = localDay(second, site.timezone)
    const visitorId = `${visitorBase(day)}${random.below(6)}` as VisitorId
    const facts = {
      siteId: site.id,
      day,
      visitorId,
      visitId: `${origin}${visit + 1}` as VisitId,
      ...randomFacts(random),
    }
    const hostname = random.pick(['example.com', 'shop.example.com'])
    for (let index = 0, length = 1 + random.below(5); index < length; index++) {
      const name = index === 0 ? random.pick(['pageview', 'pageview', 'Signup']) : random.pick(NAMES)
      events.push(
        anEvent({
          ...facts,
          hostname: random.below(8) === 0 ? 'blog.example.com' : hostname,
          timestampSeconds: second,
          name,
          page: random.pick(PAGES),
          interactive: random.below(4) > 0,
          ...(name === 'engagement' && {
            engagement: {
              scrollDepth: [undefined, 0, 33, 100][random.below(4)],
              engagedMs: random.pick([0, 499, 3_000, 61_501]),
            },
          }),
          ...(name !== 'engagement' && random.below(3) === 0 && { props: randomProps(random) }),
          ...(name === 'Signup' &&
            currencies.length > 0 &&
            random.below(2) === 0 && {
              revenue: {
                amount: random.pick(['10', '0.999', '-12.5', '1234.5']),
                currency: random.pick(currencies),
              },
            }),
        }),
      )
      second += random.pick([0, 1, 30, 600, 1_800])
      if (localDay(second, site.timezone) !== day) break
    }
  }
  return events
}

/** What every event of a visit repeats. */
function randomFacts(random: Random): Pick<AnalyticsEvent, 'place' | 'acquisition' | 'client'> {
  const { place, acquisition, client } = anEvent()
  const source = random.pick(SOURCES)
  return {
    place: {
      ...place,
      country: random.pick(['FI', 'SE', 'US', '']),
      region: random.pick(['', 'FI-18']),
      regionName: random.pick(['', 'Uusimaa']),
      city: random.pick(['', '658225']),
      cityName: random.pick(['', 'Helsinki']),
    },
    acquisition: {
      ...acquisition,
      source,
      channel: source === '' ? 'Direct' : random.pick(['Organic Search', 'Referral']),
      referrer: random.pick(['', 'google.com']),
      utmMedium: random.pick(['', 'email']),
      utmCampaign: random.pick(['', 'Spring']),
    },
    client: {
      ...client,
      browser: random.pick(['Firefox', 'Chrome', '']),
      browserVersion: random.pick(['140', '141']),
      os: random.pick(['Linux', 'Android']),
      device: random.pick(['Desktop', 'Mobile', '']),
      language: random.pick(['fi', 'sv']),
    },
  }
}

function randomProps(random: Random): Record<string, string> {
  const keys = PROPERTY_KEYS.filter(() => random.below(2) === 0)
  return Object.fromEntries(keys.map(key => [key, random.pick(PROPERTY_VALUES)]))
}

function visitorBase(day: Day): string {
  return day.replaceAll('-', '')
}

/** Goals of every kind, with names that look alike. */
export const GOALS: readonly Goal[] = [
  { kind: 'event', displayName: 'Signup', eventName: 'Signup', currency: undefined, props: [] },
  { kind: 'event', displayName: 'Signup in euros', eventName: 'Signup', currency: 'EUR', props: [] },
  {
    kind: 'event',
    displayName: 'Signup pro',
    eventName: 'Signup',
    currency: undefined,
    props: [{ key: 'plan', value: 'pro' }],
  },
  { kind: 'page', displayName: 'Visit /a', pagePattern: '/a', props: [] },
  { kind: 'page', displayName: 'Visit /*', pagePattern: '/*', props: [] },
  { kind: 'page', displayName: 'Visit /a**', pagePattern: '/a**', props: [] },
  { kind: 'scroll', displayName: 'Read /**', pagePattern: '/**', scrollThreshold: 33, props: [] },
]

const SEGMENT_FILTERS = [
  ['is', 'visit:country', ['FI', 'SE']],
  [
    'or',
    [
      ['is', 'event:page', ['/']],
      ['is_not', 'visit:source', ['Google']],
    ],
  ],
]

/** Segments of every site. */
export const SEGMENTS: readonly Segment[] = [{ id: 7, name: 'Nordic', filters: SEGMENT_FILTERS }]

const VALUES = [
  ...PAGES,
  'Signup',
  'pageview',
  'Google',
  'direct',
  'Direct / None',
  'FI',
  'Finland',
  'EU/EEA',
  '(not set)',
  '(none)',
  'ÄITI',
  'shop',
  'pro',
]
const EXPRESSIONS = ['^/a', 'o+', '(FI|SE)$', '[^a-z]', 'i']
const VALUE_DIMENSIONS: readonly ColumnDimension[] = [
  ...NAMED_DIMENSIONS,
  ...PROPERTY_KEYS.map((key): ColumnDimension => `event:props:${key}`),
]

/** A question about the days around `start`; the parser refuses some of them. */
export function randomQuestion(random: Random, start: string): Record<string, unknown> {
  const day = (offset: number) => new Date(Date.parse(start) + offset * 86_400_000).toISOString().slice(0, 10)
  const first = random.below(3) - 1
  const last = first + random.below(4)
  const hour = () => String(random.below(24)).padStart(2, '0')
  const time = random.below(3) === 0 ? [random.pick(TIME_DIMENSIONS)] : []
  const values = Array.from({ length: random.pick([0, 1, 1, 1, 2]) }, () =>
    random.below(10) === 0 ? 'event:goal' : random.pick(VALUE_DIMENSIONS),
  )
  const dimensions = [...new Set([...time, ...values])]
  return {
    metrics: randomMetrics(random, dimensions),
    date_range:
      random.below(4) === 0
        ? [`${day(first)}T${hour()}:00:00`, `${day(last + 1)}T${hour()}:30:00`]
        : [day(first), day(last)],
    dimensions,
    filters: [
      ...Array.from({ length: random.pick([0, 0, 1, 1, 2]) }, () => randomFilter(random, 2, false)),
      ...(random.below(5) === 0 ? [randomGoalFilter(random)] : []),
      ...(random.below(12) === 0 ? [['is', 'segment', [7]]] : []),
    ],
    ...(random.below(4) === 0 && { pagination: { limit: 1 + random.below(3), offset: random.below(3) } }),
  }
}

/** Metrics that are computed of sums. */
const SUMS = METRICS.filter(
  metric => METRIC_CATALOGUE[metric].scope !== 'exit' && !/percentage|conversion/.test(metric),
)

/** A question about whole days and nothing but time, whose rows are in an order of their own. */
export function randomSums(random: Random, start: string): Record<string, unknown> {
  const day = (offset: number) => new Date(Date.parse(start) + offset * 86_400_000).toISOString().slice(0, 10)
  const first = random.below(3) - 1
  const dimensions = random.pick([[], ['time:day'], ['time:week'], ['time:month']])
  const metrics = SUMS.filter(() => random.below(3) > 0)
  return {
    metrics: metrics.length > 0 ? metrics : ['visitors'],
    date_range: [day(first), day(first + random.below(5))],
    dimensions,
    ...randomOrder(random, [...metrics, ...dimensions]),
  }
}

/** A question about one day, as a whole or by the hour, filtered more often than not. */
export function randomDay(random: Random, start: string): Record<string, unknown> {
  const day = new Date(Date.parse(start) + random.below(4) * 86_400_000).toISOString().slice(0, 10)
  const dimensions = random.pick([[], ['time:hour']])
  const metrics = SUMS.filter(
    metric => METRIC_CATALOGUE[metric].scope !== 'engagement' && random.below(3) > 0,
  )
  return {
    metrics: metrics.length > 0 ? metrics : ['visitors'],
    date_range: [day, day],
    dimensions,
    filters: [
      ...Array.from({ length: random.below(3) }, () => randomFilter(random, 2, false)),
      ...(random.below(5) === 0 ? [randomGoalFilter(random)] : []),
    ],
    ...randomOrder(random, [...metrics, ...dimensions]),
  }
}

/** Questions that differ in their dimension alone, as the panels of a dashboard do, half of them without a filter. */
export function randomLists(random: Random, start: string): readonly Record<string, unknown>[] {
  const { metrics, date_range, filters } = randomQuestion(random, start)
  const question = {
    metrics: random.below(2) === 0 ? ['visitors'] : metrics,
    date_range,
    ...(random.below(2) === 0 && { filters }),
    include: { total_rows: true },
  }
  const dimensions = VALUE_DIMENSIONS.filter(() => random.below(4) === 0)
  const isDown = random.below(2) === 0
  const isByValue = random.below(3) === 0
  const limit = random.pick([1, 2, 9, 100])
  return dimensions.map(dimension => ({
    ...question,
    dimensions: [dimension],
    ...(isByValue && { order_by: [[dimension, isDown ? 'desc' : 'asc']] }),
    pagination: { limit, offset: 0 },
  }))
}

function randomOrder(random: Random, keys: readonly string[]): Record<string, unknown> {
  const ordering = keys.filter(key => !key.includes('revenue') && random.below(4) === 0)
  return {
    ...(ordering.length > 0 && {
      order_by: ordering.map(key => [key, random.pick(['asc', 'desc'])]),
    }),
    ...(random.below(4) === 0 && { pagination: { limit: 1 + random.below(3), offset: random.below(2) } }),
  }
}

/** Metrics that go together more often than not: of one scope, or all. */
function randomMetrics(random: Random, dimensions: readonly string[]): readonly Metric[] {
  const isEnd = dimensions.some(dimension => /entry|exit/.test(dimension))
  const isEvent = dimensions.some(dimension => dimension.startsWith('event:') && dimension !== 'event:page')
  const fits = METRICS.filter(metric => {
    const { scope } = METRIC_CATALOGUE[metric]
    if (scope === 'exit') return isEnd && !isEvent
    if (scope === 'visit') return !isEvent
    if (scope === 'engagement') return !isEvent && !isEnd
    return scope === 'any' || !isEnd
  })
  const among = random.below(8) === 0 ? METRICS : fits
  const rare = (metric: Metric) => metric.includes('conversion') || metric === 'exit_rate'
  const picked = among.filter(metric => random.below(rare(metric) ? 6 : 3) === 0)
  return picked.length > 0 ? picked : ['visitors']
}

function randomGoalFilter(random: Random): unknown {
  const goals = [random.pick(GOALS), random.pick(GOALS)].map(({ displayName }) => displayName)
  return random.below(3) === 0 ? ['contains', 'event:goal', ['Visit']] : ['is', 'event:goal', goals]
}

/** A filter of the API, put together of others `depth` deep at most. */
export function randomFilter(random: Random, depth: number, isInDone: boolean): unknown {
  const inner = () => randomFilter(random, depth - 1, isInDone)
  switch (depth === 0 ? 9 : random.below(10)) {
    case 0:
      return ['and', [inner(), inner()]]
    case 1:
      return ['or', [inner(), inner()]]
    case 2:
      return ['not', inner()]
    case 3:
      if (isInDone) return inner()
      return [random.pick(['has_done', 'has_not_done']), randomFilter(random, depth - 1, true)]
    case 4:
      if (isInDone) return randomGoalFilter(random)
      break
  }
  const ofEvents = VALUE_DIMENSIONS.filter(dimension => dimension.startsWith('event:'))
  const operator = random.pick(FILTER_OPERATORS)
  const values = operator.startsWith('matches') ? EXPRESSIONS : VALUES
  return [
    operator,
    random.pick(isInDone || random.below(3) === 0 ? ofEvents : VALUE_DIMENSIONS),
    Array.from({ length: 1 + random.below(2) }, () => random.pick(values)),
    { case_sensitive: random.below(2) === 0 },
  ]
}
