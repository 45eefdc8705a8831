import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { METRICS } from '../../collector/core/metrics/catalogue.ts'
import { FILTER_OPERATORS } from '../../collector/core/query/condition.ts'
import { NAMED_DIMENSIONS } from '../../collector/core/query/dimensions.ts'
import { COMPARISONS } from '../../dashboard/src/lib/comparisons.ts'
import { FIGURES } from '../../dashboard/src/lib/figures.ts'
import type { Guest } from '../../dashboard/src/lib/guest.ts'
import { INTERVALS } from '../../dashboard/src/lib/intervals.ts'
import { toTabLinks } from '../../dashboard/src/lib/panel-tabs.ts'
import { PANELS, type PanelName, panelOf, type TabName } from '../../dashboard/src/lib/panels.ts'
import { PERIOD_NAMES } from '../../dashboard/src/lib/periods.ts'
import { seriesQuestion, shownColumns } from '../../dashboard/src/lib/questions.ts'
import {
  type DetailsView,
  hasFilter,
  type JourneyView,
  MOST_ALONG,
  parseView,
  toHref,
  toSearch,
  USUAL_VIEW,
  type View,
  withComparison,
  withEditing,
  withFilter,
  withOnlySegment,
  withoutConditions,
  withoutFilter,
  withoutSegment,
  withPeriod,
  withReplacedFilter,
  withToggledFilters,
  withToggledSegment,
} from '../../dashboard/src/lib/view-url.ts'

const GUEST: Guest = { path: '/share', token: 'hanki_share_x', isPublic: false, segment: '', minimum: 0 }

const dimension = fc.constantFrom(...NAMED_DIMENSIONS)
const value = fc.string({ unit: 'grapheme' })
const filter = fc.oneof(
  fc.record({
    operator: fc.constantFrom(...FILTER_OPERATORS),
    dimension,
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    without: fc.record({ dimensions: fc.tuple(dimension, dimension), values: fc.tuple(value, value) }),
  }),
)

function anyTab(panel: PanelName): fc.Arbitrary<TabName> {
  return fc.constantFrom(...panelOf(panel).tabs.map(({ name }) => name))
}

const anyDetails: fc.Arbitrary<DetailsView> = fc
  .record({
    panel: fc.constantFrom(...PANELS.map(({ name }) => name)),
    search: fc.string({ unit: 'grapheme' }),
    sort: fc.option(
      fc.record({ metric: fc.constantFrom(...METRICS), direction: fc.constantFrom('asc', 'desc') }),
      { nil: undefined },
    ),
    page: fc.nat(500),
  })
  .map(({ sort, ...details }) => ({ ...details, ...(sort === undefined ? {} : { sort }) }))

const pageOrEvent = fc.record({
  kind: fc.constantFrom('page' as const, 'event' as const),
  value: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
})
const anyJourney: fc.Arbitrary<JourneyView> = fc.record({
  start: fc.oneof(pageOrEvent, fc.constant({ kind: 'goal' as const, value: 'Order: paid' })),
  direction: fc.constantFrom('next', 'previous'),
  along: fc.array(pageOrEvent, { maxLength: MOST_ALONG }),
})

const anyView: fc.Arbitrary<View> = fc
  .record({
    period: fc.constantFrom(...PERIOD_NAMES),
    filters: fc.array(filter, { maxLength: 4 }),
    segments: fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 3 }),
    editing: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
    metric: fc.constantFrom(...FIGURES),
    interval: fc.option(fc.constantFrom(...INTERVALS), { nil: undefined }),
    until: fc.option(fc.constant('yesterday' as const), { nil: undefined }),
    compare: fc.constantFrom(...COMPARISONS),
    tabs: fc.record({
      sources: anyTab('sources'),
      pages: anyTab('pages'),
      locations: anyTab('locations'),
      devices: anyTab('devices'),
      goals: anyTab('goals'),
    }),
    property: fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })),
    details: fc.option(anyDetails, { nil: undefined }),
    funnel: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
    journey: fc.option(anyJourney, { nil: undefined }),
    isWall: fc.boolean(),
  })
  .map(({ until, interval, details, funnel, journey, isWall, editing, ...view }) => ({
    ...view,
    ...(until === undefined ? {} : { until }),
    ...(isWall ? { isWall } : {}),
    ...(funnel === undefined ? {} : { funnel }),
    ...(journey === undefined ? {} : { journey }),
    ...(editing === undefined ? {} : { editing, segments: [] }),
    ...(details === undefined ? {} : { details }),
    ...(view.compare === 'custom' ? { compareDays: { from: '2025-01-31', to: '2025-02-01' } } : {}),
    ...(interval === undefined ? {} : { interval }),
    ...(view.period === 'custom' ? { days: { from: '2026-01-31', to: '2026-02-01' } } : {}),
  }))

describe('parseView and toSearch', () => {
  test('give back every view', () => {
    fc.assert(
      fc.property(anyView, view => {
        expect(parseView(toSearch(view))).toEqual(view)
      }),
    )
  })

  test('never throw on any query string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => void parseView(`?filters=${text}&from=${text}`)),
    )
  })

  test('stay within a link to the statistics, whose token comes last', () => {
    const view = parseView('?period=7d', GUEST)
    expect(toHref('example.com', withPeriod(view, 'today'))).toBe('/share?period=today#hanki_share_x')
    const framed = { ...GUEST, path: '/embed/example.com', token: '', theme: 'dark' }
    expect(toHref('example.com', parseView('?period=7d', framed))).toBe(
      '/embed/example.com?period=7d&theme=dark',
    )
    expect(toHref('example.com', parseView('?period=7d'))).toBe('/sites/example.com?period=7d')
  })

  test('ask for nothing that a link refuses which tells of rows of several visitors only', () => {
    const search =
      '?period=today&filters=[["is","visit:country",["FI"]]]&tab.locations=cities&details=pages&search=x&interval=hour&until=yesterday'
    const view = parseView(search, { ...GUEST, minimum: 5 })
    expect(view).toMatchObject({ period: '30d', filters: [], tabs: { locations: 'countries' } })
    expect(view.details?.search).toBe('')
    expect(view.until).toBeUndefined()
    const { dimensions } = seriesQuestion('example.com', { ...view, period: '7d' }, '2026-03-11')
    expect(dimensions).toEqual(['time:day'])
    expect(toTabLinks(panelOf('devices'), view, 'example.com').first.map(({ name }) => name)).toEqual([
      'browsers',
      'systems',
      'devices',
    ])
    expect(shownColumns(['visit:exit_page'], view)).toEqual(['visitors', 'visits'])
  })

  test('ask for no segments through a link, which tells nothing of them', () => {
    expect(parseView('?segments=1,2&editing=3', GUEST)).toEqual({ ...USUAL_VIEW, guest: GUEST })
  })

  test('write nothing for the usual view', () => expect(toSearch(USUAL_VIEW)).toBe(''))

  test.each([
    { search: '?period=fortnight', why: 'an unknown period' },
    { search: '?period=custom&from=2026-02-01&to=2026-01-01', why: 'days in the wrong order' },
    { search: '?period=custom&from=2026-02-30&to=2026-03-01', why: 'a day that does not exist' },
    { search: '?metric=revenue&interval=decade', why: 'unknown metric and interval' },
    { search: '?compare=custom&compare_from=2026-02-01', why: 'a comparison without its days' },
    { search: '?details=shoes&page=2', why: 'a list that there is not' },
    { search: '?filters=[[', why: 'broken JSON' },
    { search: '?segments=0,-1,1.5,x,1e3&editing=,', why: 'what is no id of a segment' },
    { search: '?filters={"a":1}', why: 'no list' },
    { search: '?filters=[["is","visit:shoe_size",["42"]]]', why: 'an unknown dimension' },
    { search: '?filters=[["resembles","event:page",["/"]]]', why: 'an unknown operator' },
    { search: '?filters=[["toString","event:page",["/"]]]', why: 'a name every object has' },
    { search: '?filters=[["is","event:page",[1]]]', why: 'a value that is no text' },
    { search: '?funnel=-1', why: 'a funnel that there cannot be' },
    { search: '?funnel=first', why: 'a funnel that is no number' },
    { search: '?journey=/prices', why: 'a way that begins nowhere' },
    { search: '?journey=shoe:42&step=page:/', why: 'a way from what there is not' },
    { search: '?filters=[["not",["and",[["is","visit:os",["Linux"]]]]]]', why: 'half of a pair' },
    { search: '?filters=[["not",["is","visit:os",["Linux"]]]]', why: 'another tree of filters' },
    {
      search: '?filters=[["not",["and",[["is","visit:os",["Linux"]],["is_not","visit:os_version",["6"]]]]]]',
      why: 'a pair that is not plain',
    },
    { search: '?tab.pages=browsers', why: 'another panel’s tab' },
  ])('show the usual view for $why', ({ search }) => {
    expect(parseView(search)).toEqual(USUAL_VIEW)
  })
})

describe('toHref', () => {
  test('names the site in the path and the view in the query string', () => {
    expect(toHref('kongaamo.fi', { ...USUAL_VIEW, period: '7d' })).toBe('/sites/kongaamo.fi?period=7d')
  })
})

describe('withFilter, withoutFilter and withPeriod', () => {
  const finland = { operator: 'is', dimension: 'visit:country', values: ['FI'] } as const

  test('add a filter once', () => {
    const view = withFilter(withFilter(USUAL_VIEW, finland), finland)
    expect(view.filters).toEqual([finland])
    expect(hasFilter(view, finland)).toBe(true)
  })

  test('remove that filter and no other', () => {
    const sweden = { ...finland, values: ['SE'] }
    const view = withFilter(withFilter(USUAL_VIEW, finland), sweden)
    expect(withoutFilter(view, finland).filters).toEqual([sweden])
  })

  test('change a filter in its place, and into another one that is there already', () => {
    const sweden = { ...finland, values: ['SE'] }
    const view = withFilter(withFilter(USUAL_VIEW, finland), sweden)
    const not = { ...finland, operator: 'is_not' } as const
    expect(withReplacedFilter(view, finland, not).filters).toEqual([not, sweden])
    expect(withReplacedFilter(view, finland, sweden).filters).toEqual([sweden])
    expect(withReplacedFilter(view, finland, finland)).toEqual(view)
  })

  test('toggle the filters of a row together', () => {
    const city = { operator: 'is', dimension: 'visit:city_name', values: ['Tampere'] } as const
    const view = withToggledFilters(withFilter(USUAL_VIEW, finland), [finland, city])
    expect(view.filters).toEqual([finland, city])
    expect(withToggledFilters(view, [finland, city]).filters).toEqual([])
  })

  test('compare a new period with the one before, where days of their own were compared', () => {
    const view = withComparison(USUAL_VIEW, 'custom', { from: '2025-01-01', to: '2025-01-30' })
    expect(withPeriod(view, '7d')).toEqual({ ...USUAL_VIEW, period: '7d' })
  })

  test('let the interval follow a new period', () => {
    expect(withPeriod({ ...USUAL_VIEW, interval: 'hour' }, '12mo')).toEqual({ ...USUAL_VIEW, period: '12mo' })
  })
})

describe('the segments of a view', () => {
  const FINNS = { operator: 'is', dimension: 'visit:country', values: ['FI'] } as const

  test('are applied beside filters, and taken away again', () => {
    const view = withToggledSegment(withToggledSegment(withFilter(USUAL_VIEW, FINNS), 3), 5)
    expect(view).toMatchObject({ segments: [3, 5], filters: [FINNS] })
    expect(toSearch(view)).toContain('segments=3%2C5')
    expect(withToggledSegment(view, 3)).toEqual(withoutSegment(view, 3))
    expect(withoutSegment(withoutSegment(view, 3), 5)).toEqual(withFilter(USUAL_VIEW, FINNS))
  })

  test('give way to the filters of the one that is being changed, and stand for them when that is over', () => {
    const view = withEditing({ ...USUAL_VIEW, segments: [3, 5] }, 3, [FINNS])
    expect(view).toMatchObject({ segments: [], filters: [FINNS], editing: 3 })
    expect(withOnlySegment(view, 3)).toEqual({ ...USUAL_VIEW, segments: [3] })
    expect(withToggledSegment(view, 5)).toEqual({ ...USUAL_VIEW, segments: [5], filters: [FINNS] })
    expect(withoutSegment(view, 5)).toEqual(view)
  })

  test('do not go along to another site', () => {
    expect(withoutConditions({ ...USUAL_VIEW, segments: [3], filters: [FINNS] })).toEqual(USUAL_VIEW)
    expect(withoutConditions(withEditing(USUAL_VIEW, 3, [FINNS]))).toEqual(USUAL_VIEW)
  })
})
