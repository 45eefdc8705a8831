import { METRICS, type Metric } from '../../../collector/core/metrics/catalogue.ts'
import type { FilterOperator } from '../../../collector/core/query/condition.ts'
import {
  isPropertyDimension,
  isValueDimension,
  type ValueDimension,
} from '../../../collector/core/query/dimensions.ts'
import type { FilterBody } from '../../../collector/http/contract.ts'
import { COMPARISONS, type Comparison } from './comparisons.ts'
import { FIGURES } from './figures.ts'
import { type Guest, isCoarse } from './guest.ts'
import { INTERVALS, type Interval } from './intervals.ts'
import { PANELS, type PanelName, panelOf, propertyDimension, type TabName, tabsFor } from './panels.ts'
import {
  type DayRange,
  isDay,
  type LocalDay,
  PERIOD_NAMES,
  type PeriodEnd,
  type PeriodName,
  periodDays,
} from './periods.ts'
import { OPERATOR_WORDS } from './wording.ts'

/** A condition on one dimension; its values are alternatives, at least one. */
export interface ViewCondition {
  readonly operator: FilterOperator
  readonly dimension: ValueDimension
  readonly values: readonly string[]
}

/** Leaves out what two values are together and neither is alone, such as one version of one browser. */
export interface ViewExclusion {
  readonly without: {
    readonly dimensions: readonly [ValueDimension, ValueDimension]
    readonly values: readonly [string, string]
  }
}

/** What is kept, or left out. */
export type ViewFilter = ViewCondition | ViewExclusion

/** What a whole list, opened over the screen, shows. */
export interface DetailsView {
  readonly panel: PanelName
  /** Rows that contain this text; empty: all. */
  readonly search: string
  /** Absent: by visitors, the most first. */
  readonly sort?: { readonly metric: Metric; readonly direction: 'asc' | 'desc' }
  /** From 0 on. */
  readonly page: number
}

/** A page that is viewed, an event that happens, or a goal that is reached; pages may be patterns where that is said. */
export interface PathStep {
  readonly kind: 'page' | 'event' | 'goal'
  readonly value: string
}

/** The ways of visits that are followed. */
export interface JourneyView {
  readonly start: PathStep
  readonly direction: 'next' | 'previous'
  /** Pages and events that were followed from there, at most `MOST_ALONG`. */
  readonly along: readonly PathStep[]
}

/** Steps that a journey can be followed along: as many as the API takes. */
export const MOST_ALONG = 5

/** Everything a first screen shows, as its address says it. */
export interface View {
  readonly period: PeriodName
  /** Only with the period `custom`. */
  readonly days?: DayRange
  /** Present: periods that would end today end earlier. It stays while other periods are looked at. */
  readonly until?: PeriodEnd
  readonly compare: Comparison
  /** Only with the comparison `custom`. */
  readonly compareDays?: DayRange
  readonly filters: readonly ViewFilter[]
  /** Ids of segments of the site, each once, that must hold besides. */
  readonly segments: readonly number[]
  /** Id of the segment whose filters are being changed; the view then has no other. */
  readonly editing?: number
  /** The figure that is drawn. */
  readonly metric: Metric
  /** Absent: the period's usual one. */
  readonly interval?: Interval
  /** The open tab of each panel. */
  readonly tabs: Readonly<Record<PanelName, TabName>>
  /** Key of the property whose values are listed; empty: none is chosen. */
  readonly property: string
  /** Id of the funnel that is shown; absent: the first one. */
  readonly funnel?: number
  /** Absent: nobody has chosen where it begins. */
  readonly journey?: JourneyView
  /** The list that is open over the screen. */
  readonly details?: DetailsView
  /** Shown for a screen on a wall. */
  readonly isWall?: true
  /** Absent for whoever has an account. */
  readonly guest?: Guest
}

/** What is shown when the address says nothing. */
export const USUAL_VIEW: View = {
  period: '30d',
  compare: 'previous',
  filters: [],
  segments: [],
  metric: 'visitors',
  tabs: {
    sources: 'sources',
    pages: 'top',
    locations: 'countries',
    devices: 'browsers',
    goals: 'goals',
  },
  property: '',
}

/** Reads the query string of an address; whatever is unknown or malformed becomes the usual. Never throws. */
export function parseView(search: string, guest?: Guest): View {
  const params = new URLSearchParams(search)
  const days = parseDays(params.get('from'), params.get('to'))
  const period = oneOf(periodsFor(guest), params.get('period')) ?? USUAL_VIEW.period
  const isCustom = period === 'custom'
  const interval = oneOf(INTERVALS, params.get('interval'))
  const property = params.get('property') ?? ''
  const funnel = Number(params.get('funnel') ?? Number.NaN)
  const journey = parseJourney(params)
  const details = parseDetails(params)
  // Segments are for whoever has an account.
  const editing = guest === undefined ? parseIds(params.get('editing'))[0] : undefined
  const parseTab = (panel: PanelName): TabName => toTab(panel, params, guest)
  return {
    period: isCustom && days === undefined ? USUAL_VIEW.period : period,
    ...(isCustom && days !== undefined ? { days } : {}),
    ...(params.get('until') === 'yesterday' && !isCoarse(guest) ? { until: 'yesterday' } : {}),
    ...parseComparison(params),
    filters: isCoarse(guest) ? [] : parseFilters(params.get('filters')),
    segments: guest === undefined && editing === undefined ? parseIds(params.get('segments')) : [],
    ...(editing === undefined ? {} : { editing }),
    metric: oneOf(FIGURES, params.get('metric')) ?? USUAL_VIEW.metric,
    ...(interval === undefined ? {} : { interval }),
    tabs: {
      sources: parseTab('sources'),
      pages: parseTab('pages'),
      locations: parseTab('locations'),
      devices: parseTab('devices'),
      goals: parseTab('goals'),
    },
    property: isPropertyDimension(propertyDimension(property)) ? property : '',
    ...(Number.isSafeInteger(funnel) && funnel > 0 ? { funnel } : {}),
    ...(journey === undefined ? {} : { journey }),
    ...(details === undefined ? {} : { details: isCoarse(guest) ? { ...details, search: '' } : details }),
    ...(params.get('wall') === '1' ? { isWall: true } : {}),
    ...(guest === undefined ? {} : { guest }),
  }
}

/** The query string of a view, with its `?`, or empty for the usual view: only what differs is written. */
export function toSearch(view: View): string {
  const params = new URLSearchParams()
  if (view.period !== USUAL_VIEW.period) params.set('period', view.period)
  if (view.period === 'custom' && view.days !== undefined) {
    params.set('from', view.days.from)
    params.set('to', view.days.to)
  }
  if (view.until !== undefined) params.set('until', view.until)
  if (view.compare !== USUAL_VIEW.compare) params.set('compare', view.compare)
  if (view.compare === 'custom' && view.compareDays !== undefined) {
    params.set('compare_from', view.compareDays.from)
    params.set('compare_to', view.compareDays.to)
  }
  if (view.filters.length > 0) {
    params.set('filters', JSON.stringify(view.filters.map(toFilterBody)))
  }
  if (view.segments.length > 0) params.set('segments', view.segments.join(','))
  if (view.editing !== undefined) params.set('editing', String(view.editing))
  if (view.metric !== USUAL_VIEW.metric) params.set('metric', view.metric)
  if (view.interval !== undefined) params.set('interval', view.interval)
  for (const panel of PANELS) {
    const tab = view.tabs[panel.name]
    if (tab !== USUAL_VIEW.tabs[panel.name]) params.set(`tab.${panel.name}`, tab)
  }
  if (view.property !== '') params.set('property', view.property)
  if (view.funnel !== undefined) params.set('funnel', String(view.funnel))
  if (view.journey !== undefined) writeJourney(view.journey, params)
  if (view.isWall === true) params.set('wall', '1')
  if (view.details !== undefined) writeDetails(view.details, params)
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** The days that a view shows when `today` is today; undefined for all time, whose days only the collector knows. */
export function daysOf({ period, days, until }: View, today: LocalDay): DayRange | undefined {
  return periodDays(period, today, days, until)
}

/** The periods that may be looked at: through some links only days that are over. */
export function periodsFor(guest: Guest | undefined): readonly PeriodName[] {
  return isCoarse(guest)
    ? PERIOD_NAMES.filter(name => name !== 'today' && name !== 'yesterday')
    : PERIOD_NAMES
}

/** The address of a site's first screen; of a guest's, with the token where there is one. */
export function toHref(domain: string, view: View): string {
  const { guest } = view
  if (guest !== undefined)
    return `${guest.path}${withTheme(toSearch(view), guest)}${guest.token && `#${guest.token}`}`
  return `/sites/${encodeURIComponent(domain)}${toSearch(view)}`
}

/** A view with another period; the interval follows the period again, and so does what own days were compared with. */
export function withPeriod(view: View, period: PeriodName, days?: DayRange): View {
  const { days: _days, interval: _interval, ...kept } = view
  const rest = kept.compare === 'custom' ? withComparison(kept, 'previous') : kept
  return days === undefined ? { ...rest, period } : { ...rest, period, days }
}

/** A view whose periods leave today out, or have it again; the interval follows, and so does what own days were compared with. */
export function withToggledToday(view: View): View {
  const { until, ...rest } = withPeriod(view, view.period)
  return until === undefined ? { ...rest, until: 'yesterday' } : rest
}

/** A view that is compared with something else. */
export function withComparison(view: View, compare: Comparison, days?: DayRange): View {
  const { compareDays: _days, ...rest } = view
  return days === undefined ? { ...rest, compare } : { ...rest, compare, compareDays: days }
}

/** A view with a filter more; an equal one is not added twice. */
export function withFilter(view: View, filter: ViewFilter): View {
  return hasFilter(view, filter) ? view : { ...view, filters: [...view.filters, filter] }
}

/** A view without one filter. */
export function withoutFilter(view: View, filter: ViewFilter): View {
  return { ...view, filters: view.filters.filter(one => !isSameFilter(one, filter)) }
}

/** True when the view has this very filter. */
export function hasFilter(view: View, filter: ViewFilter): boolean {
  return view.filters.some(one => isSameFilter(one, filter))
}

/** A view with one filter in another's place. */
export function withReplacedFilter(view: View, old: ViewFilter, filter: ViewFilter): View {
  if (hasFilter(view, filter)) return isSameFilter(old, filter) ? view : withoutFilter(view, old)
  return { ...view, filters: view.filters.map(one => (isSameFilter(one, old) ? filter : one)) }
}

/** A view with these filters, or without them when it has them all already. */
export function withToggledFilters(view: View, filters: readonly ViewFilter[]): View {
  return filters.every(filter => hasFilter(view, filter))
    ? filters.reduce(withoutFilter, view)
    : filters.reduce(withFilter, view)
}

/** A view with a segment, or without it when it has it already; no segment is being changed in it. */
export function withToggledSegment(view: View, id: number): View {
  if (view.segments.includes(id)) return withoutSegment(view, id)
  const { editing: _editing, ...rest } = view
  return { ...rest, segments: [...view.segments, id] }
}

/** A view without one segment, be it applied or being changed. */
export function withoutSegment(view: View, id: number): View {
  const { editing, ...rest } = view
  const segments = view.segments.filter(one => one !== id)
  return editing === undefined || editing === id ? { ...rest, segments } : { ...rest, segments, editing }
}

/** A view in which a segment is being changed: its filters stand in the place of everything else. */
export function withEditing(view: View, id: number, filters: readonly ViewFilter[]): View {
  return { ...view, segments: [], filters, editing: id }
}

/** A view of one segment alone: what it has saved does not stand beside it. */
export function withOnlySegment(view: View, id: number): View {
  return { ...withoutConditions(view), segments: [id] }
}

/** A view of everything, in which no segment is being changed. */
export function withoutConditions(view: View): View {
  const { editing: _editing, ...rest } = view
  return { ...rest, filters: [], segments: [] }
}

/** A view with a whole list open over it, from its first row on. */
export function withDetails(view: View, panel: PanelName): View {
  return { ...view, details: { panel, search: '', page: 0 } }
}

/** A view with nothing open over it. */
export function withoutDetails(view: View): View {
  const { details: _details, ...rest } = view
  return rest
}

/** The dimensions that a filter is about. */
export function dimensionsOfFilter(filter: ViewFilter): readonly ValueDimension[] {
  return 'without' in filter ? filter.without.dimensions : [filter.dimension]
}

/** A filter as addresses and the API write it. */
export function toFilterBody(filter: ViewFilter): FilterBody {
  if (!('without' in filter)) return [filter.operator, filter.dimension, [...filter.values]]
  const [first, second] = filter.without.dimensions
  const [one, other] = filter.without.values
  return [
    'not',
    [
      'and',
      [
        ['is', first, [one]],
        ['is', second, [other]],
      ],
    ],
  ]
}

/** The same view for a screen on a wall. */
export function withWall(view: View): View {
  return { ...withoutDetails(view), isWall: true }
}

/** The same view for somebody who sits before it. */
export function withoutWall(view: View): View {
  const { isWall: _wall, ...rest } = view
  return rest
}

function isSameFilter(a: ViewFilter, b: ViewFilter): boolean {
  return JSON.stringify(toFilterBody(a)) === JSON.stringify(toFilterBody(b))
}

function parseDays(from: string | null, to: string | null): DayRange | undefined {
  if (from === null || to === null || !isDay(from) || !isDay(to) || from > to) return undefined
  return { from, to }
}

function parseComparison(params: URLSearchParams): Pick<View, 'compare' | 'compareDays'> {
  const compare = oneOf(COMPARISONS, params.get('compare')) ?? USUAL_VIEW.compare
  if (compare !== 'custom') return { compare }
  const compareDays = parseDays(params.get('compare_from'), params.get('compare_to'))
  return compareDays === undefined ? { compare: USUAL_VIEW.compare } : { compare, compareDays }
}

/** Read as `page:/prices`, `event:Signup`, `goal:Order`. */
function parseStep(text: string | null): PathStep | undefined {
  const [, kind, value] = /^(page|event|goal):(.+)$/s.exec(text ?? '') ?? []
  const known = oneOf(['page', 'event', 'goal'] as const, kind ?? null)
  return known === undefined || value === undefined ? undefined : { kind: known, value }
}

function parseJourney(params: URLSearchParams): JourneyView | undefined {
  const start = parseStep(params.get('journey'))
  if (start === undefined) return undefined
  const direction = oneOf(['next', 'previous'] as const, params.get('direction')) ?? 'next'
  const steps = params.getAll('step').slice(0, MOST_ALONG).map(parseStep)
  const end = steps.findIndex(step => step === undefined || step.kind === 'goal')
  const along = steps.slice(0, end < 0 ? undefined : end).filter(step => step !== undefined)
  return { start, direction, along }
}

function writeJourney({ start, direction, along }: JourneyView, params: URLSearchParams): void {
  params.set('journey', `${start.kind}:${start.value}`)
  if (direction === 'previous') params.set('direction', direction)
  for (const { kind, value } of along) params.append('step', `${kind}:${value}`)
}

function parseDetails(params: URLSearchParams): DetailsView | undefined {
  const panel = PANELS.find(one => one.name === params.get('details'))?.name
  if (panel === undefined) return undefined
  const [, sign, name] = /^(-?)(\w+)$/.exec(params.get('sort') ?? '') ?? []
  const metric = oneOf(METRICS, name ?? null)
  const page = Number(params.get('page') ?? 1)
  return {
    panel,
    search: params.get('search') ?? '',
    ...(metric === undefined ? {} : { sort: { metric, direction: sign === '-' ? 'desc' : 'asc' } }),
    page: Number.isSafeInteger(page) && page > 0 ? page - 1 : 0,
  }
}

/** Pages are counted from 1 in addresses, as people do; a minus sorts the largest first. */
function writeDetails({ panel, search, sort, page }: DetailsView, params: URLSearchParams): void {
  params.set('details', panel)
  if (search !== '') params.set('search', search)
  if (sort !== undefined) params.set('sort', `${sort.direction === 'desc' ? '-' : ''}${sort.metric}`)
  if (page > 0) params.set('page', String(page + 1))
}

function withTheme(search: string, { theme }: Guest): string {
  if (theme === undefined) return search
  const params = new URLSearchParams(search)
  params.set('theme', theme)
  return `?${params}`
}

function toTab(panel: PanelName, params: URLSearchParams, guest: Guest | undefined): TabName {
  const tabs = tabsFor(panelOf(panel), guest)
  const wanted = params.get(`tab.${panel}`)
  return tabs.find(tab => tab === wanted) ?? USUAL_VIEW.tabs[panel]
}

function parseFilters(text: string | null): ViewFilter[] {
  if (text === null) return []
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    // An address that somebody cut or typed: it shows everything rather than nothing.
    return []
  }
  return Array.isArray(parsed) ? parsed.flatMap(parseFilter) : []
}

function parseFilter(value: unknown): ViewFilter[] {
  return Array.isArray(value) && value[0] === 'not' ? parseExclusion(value[1]) : parseCondition(value)
}

/** The pair that is left out by the operand of a `not`, in a list; empty when it is anything else. */
export function parseExclusion(value: unknown): ViewExclusion[] {
  const [kind, parts]: unknown[] = Array.isArray(value) ? value : []
  if (kind !== 'and' || !Array.isArray(parts)) return []
  // A fourth part of a condition says that case does not matter.
  if (parts.some(part => !Array.isArray(part) || part.length > 3)) return []
  const conditions = parts.flatMap(parseCondition)
  const [first, second] = conditions
  // Half of it would leave out more than was meant.
  if (first === undefined || second === undefined || parts.length > 2) return []
  const [one, other] = [first.values[0], second.values[0]]
  const isPlain = conditions.every(({ operator, values }) => operator === 'is' && values.length === 1)
  if (!isPlain || one === undefined || other === undefined) return []
  return [{ without: { dimensions: [first.dimension, second.dimension], values: [one, other] } }]
}

function parseCondition(value: unknown): ViewCondition[] {
  if (!Array.isArray(value)) return []
  const [operator, dimension, values]: unknown[] = value
  if (typeof operator !== 'string' || typeof dimension !== 'string' || !Array.isArray(values)) return []
  if (!isOperator(operator) || !isValueDimension(dimension)) return []
  const texts = values.filter(one => typeof one === 'string')
  return texts.length === 0 ? [] : [{ operator, dimension, values: texts }]
}

/** True for what may stand between a dimension and its values. */
export function isOperator(text: string): text is FilterOperator {
  return Object.hasOwn(OPERATOR_WORDS, text)
}

/** Whole numbers from 1 on between commas, each once; anything else is passed over. */
function parseIds(text: string | null): number[] {
  const ids = (text ?? '').split(',').filter(one => /^[1-9]\d{0,14}$/.test(one))
  return [...new Set(ids.map(Number))]
}

function oneOf<T extends string>(list: readonly T[], text: string | null): T | undefined {
  return list.find(one => one === text)
}
